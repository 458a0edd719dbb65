# Square codes and files.

link-code = あなたのリンクの QR コード
link-code-text = 相手がこの QR コードを写真に撮り、Hearth でその写真を選ぶこともできます。
join-picture-title = または画像を使う
join-picture-text = QR コードを見せてもらったら、その写真を選ぶか、ここにドラッグしてください。
join-picture = 画像を選ぶ
join-picture-reading = 画像を読んでいます…
join-picture-read = この画像を読む
file-path = 画像の場所
fault-no-code = この画像に招待はありません。QR コード全体を、はっきり、光の反射なしで撮り直してください。
safety-code = 安全番号の QR コード
safety-code-text = 二人がそばにいるなら、この QR コードを比べることもできます。
safety-differ = 違っていたら、人に知られたくないことは書かないでください。電話など別の方法で、新しいリンクをもらってください。
