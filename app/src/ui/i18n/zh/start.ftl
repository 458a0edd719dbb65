# The first steps, and how good a passphrase is.

welcome-step = 第 { $step } 步，共 { $of } 步
welcome-language = 选择您的语言
welcome-size = 文字要多大？
welcome-size-text = 选您看着不费力的。以后随时可以更改。
welcome-next = 下一步
welcome-missing-strength = 请设一个更难猜的口令。
welcome-import = 我在另一台电脑上有资料
strength-empty = 三四个互不相关的词就很好。
strength-weak = 太容易猜到。请再加一个词。
strength-good = 好，很难猜到。
strength-strong = 很好，非常难猜到。
import-title = 把您的资料带过来
import-text = 选择您在另一台电脑上保存的文件。里面的一切都会来到这台电脑。
import-file = 文件
import-choose = 选择文件
import-passphrase-hint = 保存文件时您给它设的口令。
import-go = 带到这里
one-moment = 请稍等…
cancel = 取消
