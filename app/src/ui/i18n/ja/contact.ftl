# People and comparing safety numbers.

people-title = 連絡先
people-empty = まだ誰もいません。人を招待するか、届いたリンクを使ってください。
people-waiting = 返事を待っています
people-invite = 人を招待する
people-about = 一対一でやり取りする人たちです。選ぶと詳しく見られます。
person-write = メッセージを書く
person-here = 今います
person-here-verified = 今います、番号を照合済み
person-away = 今はいません
person-away-verified = 今はいません、番号を照合済み
person-is-blocked = ブロック中
person-block-title = ブロック
person-block-text = ブロックした人は、あなたにメッセージを送ることも、あなたがいるかを見ることもできません。相手には知らされません。
person-block = ブロックする
person-blocked = この人はブロックされています。あなたにメッセージを送れません。
person-unblock = ブロックをやめる
safety-title = 安全番号
safety-text = 電話や対面で、この数字を相手と見比べてください。同じなら、途中で盗み聞きしている人はいません。
safety-coming = 番号を計算しています…
safety-same = 同じです
safety-verified = この番号を見比べました。途中で読んだり聞いたりしている人はいません。
