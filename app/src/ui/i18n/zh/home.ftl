# The rail and the first page.

rail-rooms = 房间
rail-people = 联系人
rail-settings = 设置
net-refused = 别人现在连不到这台电脑。请关掉 Hearth 再打开。
home-title = { $name }，您好
home-first = 这里是属于您的安静地方。先使用别人发给您的链接，或者新建一个房间邀请别人。
home-text = 选择一个房间来阅读和书写。慢慢来。
home-safe = 您写下的内容是锁好的，只有房间里的人能读到。
