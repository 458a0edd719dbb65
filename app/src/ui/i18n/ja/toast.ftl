# What passes by itself.

toast-copied = コピーしました
toast-link-copied = リンクをコピーしました。メッセージやメールに貼り付けられます。
toast-knock = { $name } さんが入室を希望しています。部屋を開いて答えてください。
toast-contact = { $name } さんとやり取りできるようになりました。
