# Square codes and files.

link-code = あなたのリンクの四角いコード
link-code-text = 相手がこの四角を写真に撮り、Hearth でその写真を選ぶこともできます。
join-picture-title = または画像を使う
join-picture-text = 四角いコードを見せてもらったら、その写真を選ぶか、ここに入れてください。
join-picture = 画像を選ぶ
join-picture-reading = 画像を読んでいます…
join-picture-read = この画像を読む
file-path = 画像の場所
fault-no-code = この画像に招待はありません。四角全体を、はっきり、光の反射なしで撮り直してください。
safety-code = 安全番号の四角いコード
safety-code-text = 並んでいるなら、この四角を比べることもできます。
safety-differ = 違っていたら、内密なことは書かないでください。電話など別の方法で、新しいリンクをもらってください。
