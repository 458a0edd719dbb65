# Using links.

join-title = リンクを使う
join-text = 届いたリンクを貼り付けてください。決める前に、どこへつながるかを確かめられます。
join-link = リンク
join-link-hint = ここに貼り付けてください
join-address = この招待を見るとき、Hearth は作った人に直接つながります。その人と、途中のネットワークを動かす人には、あなたのネットワークのアドレス（インターネット上の住所のようなもの）が見え、おおよその居場所がわかることがあります。
join-contact = これは一人の人とやり取りするためのリンクです。相手にはあなたの名前が表示されます。
join-look = 部屋を見る
join-looking = 見ています…
join-accept = この人とつながる
join-unseen = つながったら入る
join-unseen-text = リンクはここに置いておけます。Hearth が自動で試し続け、相手が戻ったら入ります。そのとき部屋の約束を見られます。
join-inviter = { $name } さんがあなたを招待しています
join-direct = この部屋では、メンバーはお互いのネットワークのアドレスを見られます。おおよその居場所がわかることがあります。
join-name = この部屋での名前
join-name-hint = 書かなければ、仮の名前になります
join-name-hint-record = 書かなければ、プロフィールの名前になります
join-name-text = この名前を、ほかの部屋のあなたと結びつけることは、ここの誰にもできません。
join-name-text-record = この部屋は治療の記録を残します。ここにいる人は、同じ種類の部屋であなたに気づくことがあります。
join-go = 部屋に入る
join-knock = ノックする
join-busy = 少しお待ちください…
join-not-now = 今はやめておく
join-paste = リンクを貼り付ける
join-words-title = 言葉を読み上げてもらっていますか？
join-words-text = 電話では、招待を何行かの言葉にして読み上げることができます。
join-words = 言葉を入力する
