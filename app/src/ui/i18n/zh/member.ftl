# Somebody in a room, and people.

member-care = 照看房间
member-moderate = 设为管理员
member-unmoderate = 不再是管理员
member-moderate-text = 管理员可以让人进来，也可以请人离开。
member-remove = 请出房间
member-remove-text = 被请出的人看不到之后写的内容。
member-remove-sure = 要把 { $name } 请出这个房间吗？
member-remove-go = 是的，请出
member-remove-stay = 不
people-blocked = 已屏蔽
person-waiting = 这个人还没有回应您的链接。
person-block-sure = 是的，屏蔽
person-block-ask = 要屏蔽 { $name } 吗？
