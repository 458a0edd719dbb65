# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth 没能理解自己的请求。请关闭 Hearth 再打开。
fault-method-not-found = 这个版本的 Hearth 还做不到。请更新 Hearth。
fault-invalid-params = 表单里有内容无法使用。请检查您填写的内容。
fault-locked = Hearth 已上锁。请先输入口令，然后再试一次。
fault-no-profile = 这台电脑上还没有个人资料。请先建立一份。
fault-profile-exists = 这台电脑上已经有一份个人资料。请用它的口令打开。
fault-in-use = 另一个 Hearth 窗口正在使用这份资料。请关闭它再试。
fault-wrong-passphrase = 口令不正确。请检查大小写和空格，然后再试。
fault-too-many-attempts = { $seconds ->
   *[other] 尝试次数太多。请等待 { $seconds } 秒，然后再试。
}
fault-weak-passphrase = 这个口令太容易猜到。请试试三四个互不相关的词。
fault-invalid-name = 这个名字不能使用。请用平时手写的文字，不要有隐藏或容易混淆的符号，也不要太长。
fault-unknown-contact = 在您的列表里已找不到这个人。
fault-unknown-room = 这个房间已不在这台电脑上。
fault-unknown-message = 这条消息已经不在了。
fault-not-a-member = 您现在不是这个房间的成员。如果想回来，请要一个新链接。
fault-not-allowed = 您不能在这里这样做。照看这个房间的人可以。
fault-text-too-long = 作为一条消息太长了。请分成几条发送。
fault-invite-damaged = 这个链接不完整。请从第一个字到最后一个字重新复制，或要一个新的。
fault-invite-expired = 这个链接已到期。请向发送它的人要一个新的。
fault-invite-used = 这个链接已经用过了。请向发送它的人要一个新的。
fault-invite-forged = 回应的人不是制作这个链接的人。您没有加入任何地方。请换一种方式要新链接，例如打电话。
fault-unreachable = 没有人回应。对方的电脑可能关着。请稍后再试，或让 Hearth 等待。
fault-no-node = 这需要一台中转电脑，但目前还没有。请允许成员看到彼此的网络地址，或向您的小组要一台。
fault-invalid-charter = 这些房间规则不能同时使用。请重新选择。
fault-room-full = 这个房间已满。请问问邀请您的人。
fault-unreadable-file = 无法读取这个文件。请选择另一个。
fault-unwritable-file = 文件无法保存在那里。请选择别的位置。
fault-no-model = 这台电脑无法使用查看扫描图像的模型。请让负责维护的人检查模型包。
fault-store-failed = Hearth 无法保存。请确认磁盘没有满，然后再试。
fault-busy = Hearth 正忙。请过一会儿再试。
fault-internal = Hearth 内部出了问题。请再试一次；如果又发生，请关闭 Hearth 再打开。
fault-no-keyring = 这台电脑的钥匙串没有回应。请用您的口令。
fault-no-keyring-locked = 这台电脑的钥匙串锁着，没有打开。请再试一次并允许打开，或者用您的口令。
fault-no-keyring-missing = Hearth 的钥匙已不在这台电脑的钥匙串里。请用您的口令；您可以在设置里重新开启钥匙串。
