# Closing the window.

closing-title = Hearth を閉じますか？
closing-text = 「何も残さない」部屋に入っています。閉じると、その部屋のメッセージは消えます。
closing-stay = 閉じない
closing-go = 閉じる
