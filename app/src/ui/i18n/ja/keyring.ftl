# The desktop’s keyring as a way in.

setting-keyring = 合言葉なしで開く
setting-keyring-there = オンになっています
setting-keyring-none = オフになっています
keyring-text = Hearth を開く鍵を、このパソコンの鍵の保管場所（キーリング）に一つ預けられます。合言葉の代わりに、一度押すだけで Hearth を開けます。Hearth にはこれまでどおり鍵がかかり、合言葉もそのまま使えます。
keyring-care = このパソコンであなたのアカウントに入っている人は、誰でも Hearth を開けるようになります。ほかの人もあなたのアカウントを使うなら、オフのままにしてください。
keyring-passphrase = ほかの人があなたのパソコンでオンにできないように、合言葉を入れてください。
keyring-is-on = このパソコンに預けた鍵で Hearth を開けます。
keyring-off = オフにする
keyring-none = このパソコンでは鍵の保管場所が使えないため、オンにできません。
keyring-on = オンにする
unlock-keyring = 合言葉なしで開く
unlock-keyring-away = このパソコンに預けた鍵は、今は使えません。合言葉を使ってください。
