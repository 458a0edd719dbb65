## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth 可以留在后台：您仍会收到消息，并可在时钟旁边找到它。如果退出，消息会等到您再次打开 Hearth。
closing-background = 留在后台
closing-quit = 退出 Hearth
outside-message = 您有一条新消息
outside-open = 打开 Hearth
outside-lock = 锁上 Hearth
outside-quit = 退出 Hearth
outside-link-waits = 有一份邀请在等您。打开 Hearth 后即可使用。
outside-files-later = Hearth 还不能发送文件，以后会有。您可以把邀请二维码的图片拖到这里。
outside-room = 这个房间有新消息时通知我
demo-banner = 这是演示：这里的内容不会保存。在一个窗口里写，在另一个窗口里读。
demo-curtain = 两个人即将认识
demo-curtain-text = 一位患者和一位医生，各有自己的 Hearth。几秒钟后他们会互相发消息，然后就轮到您了。
