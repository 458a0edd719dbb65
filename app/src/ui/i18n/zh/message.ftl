# Messages and writing them.

message-retracted = 这条消息已收回
message-edited = 已修改
message-earlier = 更早的一条消息
message-reply = 回复
message-copy = 复制
message-edit = 改写
message-retract = 收回
message-again = 再发一次
react = 用 { $emoji } 回应
reaction = { $emoji }，{ $count } 人
typing-one = { $name } 正在写…
typing-many = { $count ->
   *[other] { $count } 人正在写…
}
doctor-certified = 医生，已确认
doctor-unverified = 医生，未确认
state-queued = 等待联系上对方
state-sent = 已发送
state-delivered = 已送达
state-delivered-some = 已送达 { $all } 人中的 { $count } 人
state-read = 已读
state-read-all = 所有人已读
state-read-some = { $count } 人已读
state-failed = 无法送达
compose-name = 给 { $title } 的消息
compose-hint = 写一条消息
compose-send = 发送
compose-save = 保存
compose-reply = 回复 { $name }
compose-reply-earlier = 回复更早的一条消息
compose-edit = 正在修改您的消息
compose-cancel = 取消
compose-full = 这条消息快到最大长度了。请把其余部分放在第二条里发送。
message-answered = 转到所回复的消息
message-answers = 回复 { $name }
message-told = { $name } 写道：{ $text }
