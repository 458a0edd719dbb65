# The desktop’s keyring as a way in.

setting-keyring = このパソコンのキーリング
setting-keyring-there = Hearth を開けます
setting-keyring-none = 合言葉なしで Hearth を開く
keyring-text = このパソコンのキーリングに Hearth の鍵を一つしまえます。合言葉の代わりに、一度押すだけで Hearth を開けます。Hearth にはこれまでどおり鍵がかかり、合言葉もそのまま使えます。
keyring-care = このパソコンであなたのアカウントに入っている人は、誰でも Hearth を開けるようになります。ほかの人もあなたのアカウントを使うなら、オフのままにしてください。
keyring-passphrase = ほかの人があなたのパソコンでオンにできないように、合言葉を入れてください。
keyring-is-on = キーリングで Hearth を開けます。
keyring-off = キーリングから鍵を取り出す
keyring-none = このパソコンではキーリングが応えないので、オンにできません。
keyring-on = オンにする
unlock-keyring = このパソコンのキーリングで開く
unlock-keyring-away = このパソコンのキーリングが今は応えません。合言葉を使ってください。
