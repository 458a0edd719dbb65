# The recovery sheet, and coming back with it.

sheet-title = 復旧シート
sheet-why = 合言葉を忘れても、このシートがあればプロフィールを開けます。ほかの人が代わりに開くことはできません。
sheet-later = 今でも、あとで設定からでもできます。
sheet-make = 復旧シートを作る
sheet-without = 作らずに始める
sheet-shown-text = この数字を書き写すか、保存して印刷してください。Hearth が見せるのは今回だけです。
sheet-keep = シートは合鍵のように、このパソコンとは別の場所に置いてください。両方を持つ人は、すべてを読めます。
sheet-save = ファイルに保存
sheet-copy = コピー
sheet-saved = 保存しました。印刷したら、ファイルをこのパソコンから移してください。
sheet-path = 保存する場所
sheet-save-there = そこに保存
sheet-have-it = シートが手元にあります
sheet-replaces = シートはもうあります。新しく作ると、前の数字では何も開けなくなります。
sheet-passphrase = ほかの人があなたのパソコンでシートを作れないように、合言葉を入れてください。
sheet-file = hearth-復旧シート
sheet-print-title = Hearth 復旧シート
sheet-print-name = { $name } さん用
sheet-print-use = 合言葉を忘れたら：Hearth を開き、「復旧シートを使う」を選んで、この数字を入れます。
sheet-print-keep = このシートはパソコンとは別の場所に置いてください。両方を持つ人は、すべてを読めます。
toast-sheet-copied = コピーしました。メッセージではなく、パスワード管理ソフトに貼り付けてください。
unlock-recover = 復旧シートを使う
unlock-paste = パスワード管理ソフトから貼り付けられます。合言葉を忘れたら、復旧シートを使ってください。
recover-title = 復旧シートを使う
recover-text = シートの数字を入れて、新しい合言葉を決めてください。何も失われません。
recover-code = シートの数字
recover-code-hint = 6 桁の数字が 8 組です。空白はあってもなくてもかまいません。
recover-code-left = { $count ->
   *[other] あと { $count } 桁
}
recover-code-group = { $number } 番目の組をもう一度見てください。数字が違うところがあります。
recover-code-digits = シートの数字だけを入れてください。6 桁の数字が 8 組です。
recover-code-whole = 数字はすべてそろいました。
recover-new = 新しい合言葉
recover-go = プロフィールを開く
recover-back = 合言葉で開く
fault-wrong-recovery-code = このプロフィールの一番新しいシートではありません。組ごとに、もう一度数字を比べてください。
