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
   *[other] { $count } 人が入室を待っています
}
room-untitled = 新しい部屋
room-opening = 部屋を開いています…
room-invite = 人を招待する
room-people = この部屋について
room-private = { $here ->
    [0] 非公開・{ $count ->
        [1] あなただけです
       *[other] { $count } 人の部屋、今はほかに誰もいません
    }
   *[other] 非公開・{ $count } 人の部屋、今はほかに { $here } 人います
}
room-direct-here = 非公開・今います
room-direct-here-verified = 非公開・番号を照合済み・今います
room-direct-away = 非公開・今はいません
room-direct-away-verified = 非公開・番号を照合済み・今はいません
room-new = 新着
room-empty = あいさつしてみましょう
room-empty-text = ここにはまだ何も書かれていません。はじめの一言は短くてもかまいません。
room-empty-alone = あなたが最初の一人です
room-empty-alone-text = 人を招待できます。もう書き始めてもかまいません。あとから来た人に、前の話は見えません。
room-waiting = 招待してくれた人とまだつながりません。リンクの期限まで、Hearth が自動で試し続けます。そのあいだ、ほかのことをしていただけます。
room-waiting-short = 招待してくれた人を待っています
room-knocking = ノックしました。部屋の人が迎え入れてくれるのを待っています。部屋に入ったら、Hearth がお知らせします。
room-knocking-short = 入室を待っています
room-rejoining = このパソコンでこの部屋を使うのは初めてです。部屋の人とつながったら、また参加できます。
room-rejoining-short = 部屋に戻るのを待っています
room-left = この部屋を出ました。戻るにはリンクが必要です。
room-left-short = 部屋を出ました
room-removed = 進行役により、この部屋から外されました。部屋に知り合いがいれば、その人に理由を聞けます。
room-removed-short = この部屋のメンバーではありません
room-refused = 今回は入室できませんでした。理由は招待してくれた人に聞けます。
room-refused-short = 入室できませんでした
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
about-leave-stay = 部屋に残る
member-you = { $name }（あなた）
member-here = 今います
member-away = 今はいません
member-verified = 番号を照合済み
member-since = 参加：{ $when }
rank-owner = 部屋の世話役
rank-moderator = 進行役
rank-observer = 読むだけ
knock-title = { $name } さんが入室を希望しています
knock-text = 迎え入れるまで、相手には部屋の中は何も見えません。
knock-admit = 迎え入れる
knock-refuse = 今はやめておく
room-to-newest = 最新へ
room-to-new = { $count ->
   *[other] 新しいメッセージ { $count } 件へ
}
room-stop = 待つのをやめる
room-forget = 一覧から外す
room-erase = この部屋を消す
