# The recovery sheet, and coming back with it.

sheet-title = 恢复单
sheet-why = 如果哪天忘了口令，这张单子能打开您的资料。别人谁也帮不了这个忙。
sheet-later = 可以现在做，也可以以后在设置里做。
sheet-make = 做一张恢复单
sheet-without = 先不做，直接开始
sheet-shown-text = 请抄下这些数字，或保存后打印。Hearth 只显示这一次。
sheet-keep = 请把单子放在离这台电脑远的地方，就像备用钥匙。谁同时拿到两样，谁就能看到一切。
sheet-save = 保存到文件
sheet-copy = 复制
sheet-saved = 已保存。请打印出来，再把文件移出这台电脑。
sheet-path = 保存到哪里
sheet-save-there = 保存到那里
sheet-have-it = 我收好了
sheet-replaces = 您已有一张单子。新的会代替它，旧数字就什么也打不开了。
sheet-passphrase = 您的口令，免得别人在您的电脑上做单子。
sheet-file = hearth-恢复单
sheet-print-title = Hearth 恢复单
sheet-print-name = { $name } 的恢复单
sheet-print-use = 忘了口令时：打开 Hearth，选“使用恢复单”，输入这些数字。
sheet-print-keep = 请把这张单子和电脑分开放。谁同时拿到两样，谁就能看到一切。
toast-sheet-copied = 已复制。请粘贴到密码管理软件里，不要发到消息里。
unlock-recover = 使用恢复单
unlock-paste = 您可以从密码管理软件中粘贴。忘了口令，就用恢复单。
recover-title = 使用恢复单
recover-text = 输入单子上的数字，再设一个新口令。什么都不会丢。
recover-code = 单子上的数字
recover-code-hint = 八组，每组六位数字。空格没有关系。
recover-code-left = { $count ->
   *[other] 还差 { $count } 位数字
}
recover-code-group = 请再看看第 { $number } 组，里面有一位数字不对。
recover-code-digits = 只要单子上的数字，八组，每组六位。
recover-code-whole = 数字都齐了。
recover-new = 新口令
recover-go = 打开我的资料
recover-back = 回到口令
fault-wrong-recovery-code = 这不是这份资料最新的恢复单。请一组一组再核对一遍数字。
