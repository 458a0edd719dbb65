# Rooms, their people and their states.

rooms-title = 部屋
rooms-empty = まだ部屋がありません。届いたリンクを使うか、ご自分の部屋を作ってください。
rooms-join = リンクを使う
rooms-new = 部屋を作る
rooms-quiet = まだ何も書かれていません
rooms-last = { $name }：{ $text }
rooms-unread = { $count ->
   *[other] 新しいメッセージ { $count } 件
}
rooms-knocks = { $count ->
   *[other] { $count } 人が入りたいと言っています
}
room-untitled = 新しい部屋
room-opening = 部屋を開いています…
room-invite = 人を招待する
room-people = この部屋について
room-private = { $here ->
    [0] 非公開。{ $count ->
        [1] あなただけ
       *[other] { $count } 人
    }、今はほかに誰もいません
   *[other] 非公開。{ $count } 人、あなたのほかに { $here } 人がいます
}
room-direct-here = 非公開。今います
room-direct-here-verified = 非公開、確認済み。今います
room-direct-away = 非公開。今はいません
room-direct-away-verified = 非公開、確認済み。今はいません
room-new = 新着
room-empty = あいさつしてみましょう
room-empty-text = ここにはまだ何も書かれていません。はじめの一言は短くてもかまいません。
room-empty-alone = あなたが最初の一人です
room-empty-alone-text = 上のボタンで人を招待してください。もう書き始められます。あとから来た人に、前の話は見えません。
room-waiting = 招待してくれた人とまだつながりません。リンクの期限まで、Hearth が自動で試し続けます。そのあいだ、ほかのことをしていただけます。
room-waiting-short = 招待してくれた人を待っています
room-knocking = ノックしました。部屋にいる人が中に入れてくれるのを待ちます。入れたら Hearth がお知らせします。
room-knocking-short = 入れてもらうのを待っています
room-rejoining = このパソコンは部屋では初めてです。部屋の人とつながったら、また入れます。
room-rejoining-short = 部屋に戻っています
room-left = この部屋を出ました。前に読んだものは、これからも読めます。
room-left-short = 部屋を出ました
room-removed = 進行役により、この部屋から外されました。前に読んだものは、これからも読めます。
room-removed-short = 部屋から外されました
room-refused = 今回は入れませんでした。理由は招待してくれた人に聞けます。
room-refused-short = 入れませんでした
room-refused-used = このリンクはもう使われました。招待してくれた人に新しいリンクを頼んでください。
room-refused-used-short = リンクはもう使われました
room-refused-expired = 相手とつながる前にリンクの期限が切れました。新しいリンクを頼んでください。
room-refused-expired-short = リンクの期限切れ
room-refused-forged = 答えたのはリンクを作った人ではなかったため、Hearth は入るのをやめました。電話など別の方法で新しいリンクを頼んでください。
room-refused-forged-short = リンクは作った人につながりませんでした
about-people = メンバー
about-charter = この部屋の約束
about-leave = 部屋を出る
about-leave-text = この部屋のメッセージは届かなくなります。戻るには新しいリンクが必要です。
about-leave-go = 出る
about-leave-sure = はい、出ます
about-leave-stay = 残る
member-you = { $name }（あなた）
member-here = 今います
member-away = 今はいません
member-verified = 確認済み
member-since = 部屋に入った時：{ $when }
rank-owner = 部屋の世話役
rank-moderator = 進行役
rank-observer = 読むだけ
knock-title = { $name } さんが入りたいと言っています
knock-text = 中に入れるまで、相手には部屋の中は何も見えません。
knock-admit = 中に入れる
knock-refuse = 今はやめておく
room-to-newest = 最新へ
room-to-new = { $count ->
   *[other] 新しいメッセージ { $count } 件へ
}
room-stop = 待つのをやめる
room-forget = 一覧から外す
