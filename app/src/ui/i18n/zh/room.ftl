# Rooms, their people and their states.

rooms-title = 房间
rooms-empty = 还没有房间。使用别人发给您的链接，或自己新建一个房间。
rooms-join = 使用链接
rooms-new = 新建房间
rooms-quiet = 还没有人写过
rooms-last = { $name }：{ $text }
rooms-unread = { $count ->
   *[other] { $count } 条新消息
}
rooms-knocks = { $count ->
   *[other] { $count } 人想进来
}
room-untitled = 新房间
room-opening = 正在打开房间…
room-invite = 邀请别人
room-people = 关于这个房间
room-private = { $here ->
    [0] 私密。{ $count ->
        [1] 只有您
       *[other] { $count } 人
    }，现在没有别人在线
   *[other] 私密。{ $count } 人，除您之外 { $here } 人在线
}
room-direct-here = 私密。现在在线
room-direct-here-verified = 私密，号码已核对。现在在线
room-direct-away = 私密。现在不在线
room-direct-away-verified = 私密，号码已核对。现在不在线
room-new = 新消息
room-empty = 打个招呼吧
room-empty-text = 这里还没有人写过。第一句话可以很短。
room-empty-alone = 您是第一个来的
room-empty-alone-text = 您可以邀请别人，现在也可以先写；后来的人看不到之前说的话。
room-waiting = 还联系不上邀请您的人。在链接到期之前，Hearth 会自己继续尝试。您可以先做别的事。
room-waiting-short = 等待邀请您的人
room-knocking = 您已敲门。需要房间里的人让您进来。到时 Hearth 会告诉您。
room-knocking-short = 等待进入
room-rejoining = 这台电脑第一次进这个房间。一联系上房间里的人，您就会重新进入。
room-rejoining-short = 正在回到房间
room-left = 您已离开这个房间。要回来需要一个链接。
room-left-short = 您已离开
room-removed = 管理员把您移出了这个房间。如果您认识房间里的人，可以问问对方原因。
room-removed-short = 您已不在这个房间
room-refused = 这次没有让您进来。您可以向邀请您的人询问原因。
room-refused-short = 没有让您进来
room-refused-used = 这个链接已经用过了。请向邀请您的人要一个新的。
room-refused-used-short = 链接已经用过
room-refused-expired = 在联系上对方之前，链接已到期。请要一个新的。
room-refused-expired-short = 链接已到期
room-refused-forged = 回应的人不是制作链接的人，所以 Hearth 没有继续加入。请换一种方式要新链接，例如打电话。
room-refused-forged-short = 链接没有通向制作它的人
about-people = 成员
about-charter = 这个房间的约定
about-leave = 离开房间
about-leave-text = 您将不再收到这个房间的消息。要回来需要新的链接。
about-leave-go = 离开
about-leave-sure = 是的，离开
about-leave-stay = 留下
member-you = { $name }（您）
member-here = 现在在线
member-away = 现在不在线
member-verified = 号码已核对
member-since = 加入房间：{ $when }
rank-owner = 照看这个房间
rank-moderator = 管理员
rank-observer = 只阅读
knock-title = { $name } 想进来
knock-text = 在您让对方进来之前，对方看不到房间里的任何内容。
knock-admit = 让对方进来
knock-refuse = 现在不行
room-to-newest = 跳到最新
room-to-new = { $count ->
   *[other] 跳到 { $count } 条新消息
}
room-stop = 不再等待
room-forget = 从列表中移除
room-erase = 清除这个房间
