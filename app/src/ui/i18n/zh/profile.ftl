# Making, unlocking and hiding a profile.

role-patient = 我患有癌症
role-patient-meaning = 为您自己使用。医生和小组可以邀请您。
role-doctor = 我是医生
role-doctor-meaning = 在医院确认之前，您会显示为“未确认”。
role-peer = 我在陪伴别人
role-peer-meaning = 家人、朋友、志愿者或小组成员。
role-patient-short = 癌症患者
role-doctor-short = 自称医生，医院未确认
role-peer-short = 陪伴者
welcome-title = 欢迎使用 Hearth
welcome-text = 一个可以安心说话的地方，给癌症患者、他们的医生和身边的人。
welcome-safe = 一切都只留在这台电脑上，以及与您交谈的人那里。不需要账号、邮箱或电话号码。
welcome-name = 您的名字
welcome-name-hint = 什么名字都可以，联系人会看到
welcome-role = 您是谁？
welcome-passphrase-title = 请设一个口令
welcome-passphrase-hint = 三四个互不相关的词容易记住，也很难猜到。请写下来：没有人能替您重设口令。
welcome-missing-name = 请输入名字。
welcome-missing-role = 请说明您是谁。
welcome-missing-passphrase = 请设一个口令。
welcome-busy = 正在准备…
passphrase = 口令
passphrase-show = 显示口令
passphrase-hide = 隐藏口令
unlock-title = 欢迎回来
unlock-locked = Hearth 已上锁。请输入口令打开。
unlock-hidden = Hearth 已隐藏，但仍保持连接。输入口令即可再次看到。
unlock-go = 打开
unlock-busy = 正在打开…
unlock-wait = { $seconds ->
   *[other] 请等待 { $seconds } 秒，然后再试。
}
unlock-forgotten = 您可以从密码管理软件中粘贴。口令一旦丢失，没有人能打开这份资料。
in-use-title = Hearth 已经打开
in-use-text = 另一个 Hearth 窗口或别的程序正在使用这份资料。请切换到那个窗口，或关闭它后再试。
in-use-again = 再试一次
in-use-still = 那边还开着。请先关闭另一个窗口。
notice-restored = Hearth 发现数据有损坏，已恢复到最近的备份。之后的消息会在联系上其他人时重新收到。没有删除任何东西。
notice-lost = Hearth 无法读取保存的内容，也没有备份。旧的内容已保留，没有删除任何东西。继续之前，请向您信任的人求助。
notice-clock = 这台电脑的时间突然变动了一天以上。在日期正确之前，不会删除任何内容。请检查日期和时间。
