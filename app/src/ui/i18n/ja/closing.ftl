# Closing the window.

closing-title = Hearth を閉じますか？
closing-text = 何も残さない部屋にいます。Hearth を閉じると、その部屋のメッセージは消えます。
closing-stay = 残る
closing-go = 閉じる
