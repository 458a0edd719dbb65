# The name, and words used everywhere.

app-name = Hearth
back = 戻る
you = あなた
close = 閉じる
scroll-bar = 会話の中の位置
search-clear = 検索の言葉を消す
