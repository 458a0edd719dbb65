# Making links.

invite-title = 邀请加入 { $title }
invite-text = 制作一个链接，用您喜欢的方式发给对方。它只打开这个房间。
invite-one = 一个人
invite-one-meaning = 链接只能用一次。
invite-group = 一群人
invite-group-meaning = { $count ->
   *[other] 最多 { $count } 人可以使用这个链接。
}
invite-make = 制作链接
invite-to-room = 去房间
link-title = 您的链接
link-copy = 复制链接
link-week = 链接 7 天内有效。这台电脑要开机并连接，别人才能进来。
link-care = 谁拿到这个链接都能用。请只发给该用它的人。
contact-invite-title = 邀请一个人
contact-invite-text = 为一个人制作链接。对方使用后，你们两人就可以互相发消息，别人都读不到。
