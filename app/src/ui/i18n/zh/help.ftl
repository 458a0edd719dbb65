# Help, telephone numbers, and whether others can be reached.

help-title = 帮助
help-text = 慢慢来。这里的一切都不会发给任何人。
help-how = 使用方法
help-nothing-lost = 您不会弄坏任何东西。如果出了错，退回去再试一次。
crisis-title = 现在就找人说说话
crisis-line = 电话号码，没有网络也能看
crisis-not-alone = 您并不孤单。如果撑不下去了，或有人有危险，请打电话。Hearth 不会告诉任何人您看过这里。
crisis-always = 如果您在其他国家或地区，或电话没人接，请拨打当地的紧急号码。
crisis-other = 其他国家或地区
crisis-choose = 选择您所在的国家或地区
crisis-emergency = 生命危险
crisis-despair = 愿意倾听的人
crisis-cancer = 关于癌症的问题
doctor-title = Hearth 连上了吗？
doctor-line = 看看什么正常，该怎么做
doctor-closed = 没有。别人现在连不到这台电脑。
doctor-alone = Hearth 已准备好，但现在联系不到任何人。
doctor-well = { $count ->
   *[other] 是的。您已和另外 { $count } 台电脑连上。
}
doctor-seen = Hearth 看到的情况
doctor-door-open = 这台电脑已准备好让别人连接。
doctor-door-closed = Hearth 无法接收别人的连接。
doctor-door-taken = 另一个程序占用了 Hearth 需要的通道。
doctor-someone = 至少有一个人的电脑已连上。
doctor-nobody = 您认识的人都没有连上。他们的电脑可能关着。
doctor-waiting = 有个房间在等邀请您的人。Hearth 会继续尝试。
doctor-rejoining = 有个房间在等人让这台电脑重新进去。
doctor-next = 您可以做什么
doctor-do-restart = 关掉 Hearth 再打开。如果有别的程序挡着，先把它关掉。
doctor-do-firewall = 如果还是这样，请找懂您电脑的人，让 Hearth 通过防火墙。
doctor-do-internet = 看看网络是否正常：随便打开一个网页。
doctor-do-ask = 请对方同时打开 Hearth。
doctor-do-same = 在同一个家或医院里，请用同一个 Wi-Fi。
doctor-do-new = 如果有人搬家或换了网络，请对方再给一个新链接。
doctor-do-nothing = 什么都不用做。一切正常。
doctor-kept = 您这期间写的都会留着，一联系到人就发出去。
doctor-apart = Hearth 已准备好，但其他网络上的人现在联系不到您。
doctor-reach-open = 其他网络上的人可以连到这台电脑。
doctor-reach-relayed = 您某个房间里的人在帮忙转交消息，但看不到内容。
doctor-reach-none = 其他网络上的人还不能连到这台电脑。
doctor-do-member = 请小组里容易联系上的人开着 Hearth。那台电脑可以转交消息，但看不到内容。
doctor-do-node = 或者请您的医院或小组准备一台中转电脑：它一直开着，转交消息，但看不到内容。
offer-text = 如果太难受了：现在就有人可以在电话里听您说。没有人会知道您看到了这个。
offer-show = 给我看号码
offer-not-now = 现在不用
