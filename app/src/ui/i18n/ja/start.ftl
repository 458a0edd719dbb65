# The first steps, and how good a passphrase is.

welcome-step = 手順 { $step }（全 { $of }）
welcome-language = 言語を選んでください
welcome-size = 文字の大きさはどうしますか？
welcome-size-text = 楽に読める大きさを選んでください。いつでも変えられます。
welcome-next = 次へ
welcome-missing-strength = もっと当てられにくい合言葉を決めてください。
welcome-import = ほかのパソコンにプロフィールがあります
strength-empty = 互いに関係のない言葉を三つか四つ並べるとよいです。
strength-weak = 簡単に当てられます。言葉をもう一つ足してください。
strength-good = 安全です。当てるのは難しいです。
strength-strong = とても安全です。まず当てられません。
import-title = プロフィールの引っ越し
import-text = ほかのパソコンで保存したファイルを選んでください。中身がすべてこのパソコンに移ります。
import-file = ファイル
import-choose = ファイルを選ぶ
import-passphrase-hint = 保存したときにファイルにつけた合言葉です。
import-go = このパソコンに移す
one-moment = 少しお待ちください…
cancel = やめておく
