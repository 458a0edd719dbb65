# Using links.

join-title = 使用链接
join-text = 粘贴别人发给您的链接。在决定之前，您会看到它通向哪里。
join-link = 链接
join-link-hint = 粘贴到这里
join-address = 查看时，Hearth 会直接连接到制作这份邀请的人。对方以及你们之间的网络运营者能看到您的网络地址，由此可能大致知道您在哪里。
join-contact = 这个链接用于和一个人互相发消息。对方会看到您的名字。
join-look = 让我看看房间
join-looking = 正在查看…
join-accept = 和这个人联系
join-unseen = 一联系上就加入
join-unseen-text = 您可以把链接留在这里：Hearth 会自己继续尝试，等对方回来就加入。到时您会看到房间的约定。
join-inviter = { $name } 邀请您
join-direct = 在这个房间里，成员能看到彼此的网络地址，由此可能大致知道一个人在哪里。
join-name = 您在这个房间的名字
join-name-hint = 留空则使用随机名字
join-name-hint-record = 留空则使用资料中的名字
join-name-text = 这里没有人能把这个名字和您在其他房间的身份联系起来。
join-name-text-record = 这个房间保存治疗记录。里面的人可能在其他同类房间认出您。
join-go = 加入房间
join-knock = 敲门
join-busy = 请稍等…
join-not-now = 以后再说
join-paste = 粘贴链接
join-words-title = 有人正在给您念词语吗？
join-words-text = 打电话时，邀请可以变成一行行词语念出来。
join-words = 输入词语
