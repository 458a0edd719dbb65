# What a room agreed on, and starting one.

charter-encrypted = 只有房间里的人能读到这里写的内容。
charter-ephemeral = 什么都不保存。关闭 Hearth 或上锁后，消息就没有了。
charter-timed = { $days ->
   *[other] 消息保存 { $days } 天，然后删除。
}
charter-record = 消息会保存，作为治疗记录。
charter-direct = 有链接的人可以马上进来。
charter-knock = 每个新来的人都要由房间里的人让进来。
charter-relay = 成员看不到彼此的网络地址。
charter-address = 成员能看到彼此的网络地址，由此可能大致知道一个人在哪里。
charter-no-presence = 没有人看得到谁在线。
charter-members = { $count ->
   *[other] 最多 { $count } 人。
}
charter-rules = 房间规则
new-room-title = 新建房间
new-room-name = 房间名称
new-room-name-hint = 例如：周二小组
new-room-kept = 消息怎么处理？
kind-passing = 什么都不保存
kind-passing-meaning = 最适合互助小组。关闭 Hearth 后消息就没有了。
kind-month = 保存 30 天
kind-month-meaning = 适合一起安排事情。更早的消息会被删除。
kind-record = 作为记录保存
kind-record-meaning = 适合和医生一起治疗时用。会显示您资料中的名字。
new-room-entry = 谁能进来？
entry-knock = 先敲门
entry-knock-meaning = 每个人都由您让进来。在那之前，对方什么也看不到。
entry-direct = 有链接就行
entry-direct-meaning = 您把链接给谁，谁就能马上进来。
new-room-rules = 房间规则
new-room-rules-name = 所有人加入前都会看到的规则（可以留空）
new-room-rules-hint = 例如：友善相待，不提供医疗建议
new-room-missing = 请给房间起个名字。
new-room-go = 新建房间
new-room-busy = 正在新建房间…
