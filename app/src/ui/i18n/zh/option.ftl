# The pages of the settings.

setting-look = Hearth 的外观
setting-look-line = 语言、文字大小、颜色、简易模式
setting-privacy = 隐私与安静
setting-privacy-line = 别人看到什么、隐藏、上锁、提醒
setting-passphrase = 口令
setting-passphrase-line = 换一个新的
setting-passphrase-text = 更改之后，旧口令就不能用了。
setting-sheet = 恢复单
setting-sheet-there = 您有一张，也可以重做一张
setting-sheet-none = 您还没有
setting-storage = 存储
setting-storage-line = 保存了多少、清除一个房间
setting-export = 全部带走
setting-export-line = 一个上锁的文件，给另一台电脑用
setting-erase = 清除我的资料
setting-erase-line = Hearth 在这台电脑上的一切
setting-language = 语言
setting-colours = 颜色
setting-contrast = 对比度
contrast-standard = 柔和
contrast-high = 强烈
setting-motion = 动画
motion-full = 可以有动画
motion-reduced = 不要动画
setting-simple = 简易模式
setting-simple-text = 一次只做一件事，一切都更大。
setting-notices-text = 提醒从不显示写了什么。
notices-on = 有新内容时告诉我
offer-on = 提供可以倾诉的人
offer-on-text = 当您写的话听起来很绝望时，Hearth 会告诉您谁可以倾听。它只在这台电脑上查看，不会告诉任何人。
setting-hide = 自动隐藏
setting-hide-text = 这么久没人碰电脑，Hearth 就会盖住屏幕上的内容，但仍保持连接。
setting-lock = 自动上锁
setting-lock-text = 这么久之后，Hearth 还会断开连接。不保存内容的房间会清空。
idle-never = 从不
idle-minutes = { $count ->
   *[other] { $count } 分钟后
}
idle-hours = { $count ->
   *[other] { $count } 小时后
}
passphrase-old = 现在的口令
passphrase-new = 新口令
passphrase-change = 更改口令
passphrase-changed = 您的口令已更改。
storage-size = Hearth 在这台电脑上保存了约 { $size } MB。
storage-rooms = 清除一个房间
storage-rooms-text = 清除会删掉这台电脑上该房间的一切。别人手里的还在。
storage-none = 没有房间。
storage-sure = “{ $title }”和它的所有消息都会从这台电脑上消失。要回来需要一个链接。清除后无法撤销。
storage-erase = 清除
export-text = 把您的资料、联系人和房间存进一个上锁的文件。不保存内容的房间不在其中。
export-passphrase = 文件的口令
export-passphrase-hint = 只有知道它的人才能打开文件。可以和打开 Hearth 的口令不同。
export-go = 保存文件
export-done = 已保存。请把文件和它的口令分开放。
export-file = hearth-资料
erase-text = Hearth 在这台电脑上的一切都会销毁：资料、联系人、房间和消息。这无法撤销。
erase-gone = 您的恢复单和口令将不能再用。
erase-others = 别人手里的消息还在。
erase-disks = 有些磁盘会把旧数据留一阵子。钥匙已销毁，没有钥匙就读不出来。
erase-export = 先保存一份
erase-passphrase = 您的口令，以确定是您本人
erase-go = 全部清除
