# Somebody in a room, and people.

member-care = 照看房间
member-moderate = 设为管理员
member-unmoderate = 取消管理员
member-moderate-text = 管理员可以让人进来，也可以把人移出。
member-remove = 移出房间
member-remove-text = 之后这里写的内容，对方就看不到了。
member-remove-sure = 要把 { $name } 移出这个房间吗？
member-remove-go = 是的，移出
member-remove-stay = 取消
people-blocked = 已屏蔽
person-waiting = 这个人还没有回应您的链接。
person-block-sure = 是的，屏蔽
person-block-ask = 要屏蔽 { $name } 吗？
