# Closing the window.

closing-title = 关闭 Hearth？
closing-text = 您在一个什么都不保存的房间里。关闭 Hearth 后，那里的消息就没有了。
closing-stay = 留下
closing-go = 关闭
