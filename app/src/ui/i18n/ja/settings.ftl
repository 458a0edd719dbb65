# One’s own things.

settings-title = 設定
settings-name = お名前
settings-name-hint = 連絡先の人と、記録を残す部屋で表示されます。
settings-save = 保存
settings-saved = 保存しました
settings-size = 文字の大きさ
size-normal = ふつう
size-large = 大きい
size-larger = もっと大きい
size-largest = 一番大きい
theme-system = このパソコンに合わせる
theme-light = 明るい
theme-dark = 暗い
typing-shown = 書いている最中だと相手に知らせる
settings-lock-text = 隠すと画面を覆い、つながったままになります。鍵をかけると、つながりも切れます。何も残さない部屋は空になります。
settings-hide = 今すぐ隠す
settings-lock = 今すぐ鍵をかける
typing-meaning = 送るまで、書いた言葉は相手に見えません。
