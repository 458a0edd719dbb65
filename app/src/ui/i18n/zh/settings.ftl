# One’s own things.

settings-title = 设置
settings-name = 您的名字
settings-name-hint = 显示给您的联系人，也显示在保存记录的房间里。
settings-save = 保存
settings-saved = 已保存
settings-size = 文字大小
size-normal = 普通
size-large = 大
size-larger = 更大
size-largest = 最大
theme-system = 跟随这台电脑
theme-light = 浅色
theme-dark = 深色
typing-shown = 别人能看到我正在写
settings-lock-text = “隐藏”会盖住屏幕并保持连接。“上锁”还会断开连接；什么都不保存的房间会被清空。
settings-hide = 立即隐藏
settings-lock = 立即上锁
typing-meaning = 发送之前，谁也看不到您写的内容。
