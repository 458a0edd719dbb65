# What a room agreed on, and starting one.

charter-encrypted = ここに書かれたことを読めるのは、部屋にいる人だけです。
charter-ephemeral = 何も残しません。Hearth を閉じるか鍵をかけると、メッセージは消えます。
charter-timed = { $days ->
   *[other] メッセージは { $days } 日間残り、そのあと消えます。
}
charter-record = メッセージは治療の記録として残ります。
charter-direct = リンクがあれば、すぐに参加できます。
charter-knock = 新しい人は、部屋の人が一人ずつ迎え入れます。
charter-relay = メンバーは、お互いのネットワークのアドレスを見られません。
charter-address = メンバーは、お互いのネットワークのアドレスを見られます。おおよその居場所がわかることがあります。
charter-no-presence = 誰がいるかは、誰にも見えません。
charter-members = { $count ->
   *[other] 最大 { $count } 人。
}
charter-rules = 部屋のきまり
new-room-title = 部屋を作る
new-room-name = 部屋の名前
new-room-name-hint = 例：火曜の集い
new-room-kept = メッセージはどうなりますか？
kind-passing = 何も残さない
kind-passing-meaning = 支え合いの会に一番向いています。Hearth を閉じるとメッセージは消えます。
kind-month = 30 日間残す
kind-month-meaning = 一緒に予定を立てるのに向いています。古いメッセージは消えます。
kind-record = 記録として残す
kind-record-meaning = 医師との治療のために。プロフィールの名前が表示されます。
new-room-entry = 誰が参加できますか？
entry-knock = まずノックしてもらう
entry-knock-meaning = あなたが一人ずつ迎え入れます。それまで相手には何も見えません。
entry-direct = リンクだけで参加できる
entry-direct-meaning = リンクを渡した相手は、すぐに参加できます。
new-room-rules = 部屋のきまり
new-room-rules-name = 入る前に全員が見るきまり（書かなくてもかまいません）
new-room-rules-hint = 例：やさしく話す、医療の助言はしない
new-room-missing = 部屋に名前をつけてください。
new-room-go = 部屋を作る
new-room-busy = 部屋を作っています…
