# Messages and writing them.

message-retracted = このメッセージは取り消されました
message-edited = 変更済み
message-earlier = 前のメッセージ
message-reply = 返事をする
message-copy = コピー
message-edit = 書き直す
message-retract = 取り消す
message-again = もう一度送る
react = { $emoji } で反応する
reaction = { $emoji }、{ $count } 人
typing-one = { $name } さんが書いています…
typing-many = { $count ->
   *[other] { $count } 人が書いています…
}
doctor-certified = 医師、資格を確認済み
doctor-unverified = 医師、資格は未確認
state-queued = つながるのを待っています
state-sent = 送りました
state-delivered = 届きました
state-delivered-some = { $all } 人中 { $count } 人に届きました
state-read = 読まれました
state-read-all = 全員が読みました
state-read-some = { $count } 人が読みました
state-failed = 届けられませんでした
compose-name = { $title } へのメッセージ
compose-hint = メッセージを書く
compose-send = 送る
compose-save = 保存
compose-reply = { $name } への返事
compose-reply-earlier = 前のメッセージへの返事
compose-edit = メッセージを書き直しています
compose-cancel = やめる
compose-full = このメッセージは、もうすぐ長さの上限です。残りは二つ目のメッセージで送ってください。
message-answered = 返事の元のメッセージへ
message-answers = { $name } への返事
message-told = { $name } さん：{ $text }
