# Invitations in words, to be read out.

words-show = 言葉で読み上げる
words-hide = QR コードを表示する
words-title = 同じものを言葉で
words-say = 電話などで、番号といっしょに一行ずつ読み上げ、相手が「合っています」と言うまで待ってください。相手は Hearth の「リンクを使う」で言葉を入力します。
words-list = 言葉の言語
words-type-text = 一行ずつ入力してください。それぞれの言葉は最初の四文字で足ります。行が合っているかどうか、Hearth がすぐに知らせます。
words-line = { $number } 行目
words-next = 次の行
words-done = これで全部
words-back = リンクを貼り付ける
words-again = 最初からやり直す
words-right = ここまで合っています
words-fits = この行は合っています。
words-ends = この行は合っています。これが最後の行です。
words-length = 一行は六つの言葉です。最後の行だけは少ないことがあります。
words-short = 一行は六つの言葉です。最後の行だけは少ないことがあります。これが最後の行なら、もう一度読んでもらってください。
words-unknown = { $number } 行目：「{ $word }」は言葉の一覧にありません。もう一度読んでもらってください。
words-wrong = { $number } 行目がまだ合っていません。もう一度読んでもらってください。
words-other = これは { $other } 行目の言葉です。{ $number } 行目を読んでもらってください。
words-long = { $number } 行目は言葉が多すぎるか、最後の行より後です。
words-missing = ここまで合っています。{ $number } 行目がまだです。
words-damaged = どの行も合っていますが、合わせると招待になりません。相手に新しく作ってもらってください。
