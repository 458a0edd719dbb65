# The desktop’s keyring as a way in.

setting-keyring = 不用口令打开
setting-keyring-there = 已开启
setting-keyring-none = 已关闭
keyring-text = 这台电脑的钥匙串可以保存一把 Hearth 的钥匙。之后按一下就能打开 Hearth，不用输入口令。Hearth 仍然照常上锁，口令也仍然有效。
keyring-care = 这样，任何登录了您这台电脑账户的人都能打开 Hearth。如果别人也用您的账户，请不要开启。
keyring-passphrase = 您的口令，免得别人在您的电脑上开启它。
keyring-is-on = 这台电脑的钥匙串可以打开 Hearth。
keyring-off = 关闭
keyring-none = 这台电脑上没有钥匙串回应，所以无法开启。
keyring-on = 开启
unlock-keyring = 不用口令打开
unlock-keyring-away = 这台电脑的钥匙串现在没有回应。请用您的口令。
