# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth が自分の要求を理解できませんでした。Hearth を閉じて、もう一度開いてください。
fault-method-not-found = この版の Hearth ではできません。Hearth を更新してください。
fault-invalid-params = この入力欄に使えないものがあります。入力した内容を確かめてください。
fault-locked = Hearth には鍵がかかっています。先に合言葉を入力してください。
fault-no-profile = このパソコンにはまだプロフィールがありません。先に作ってください。
fault-profile-exists = このパソコンにはすでにプロフィールがあります。その合言葉で開いてください。
fault-in-use = 別の Hearth の画面がこのプロフィールを使っています。閉じてから、もう一度お試しください。
fault-wrong-passphrase = 合言葉が違います。大文字、空白、かな・英字の切り替えを確かめて、もう一度お試しください。
fault-too-many-attempts = { $seconds ->
   *[other] 試した回数が多すぎます。{ $seconds } 秒待ってから、もう一度お試しください。
}
fault-weak-passphrase = この合言葉は簡単に当てられます。互いに関係のない言葉を三つか四つお試しください。
fault-invalid-name = この名前は使えません。手で書くような文字を使い、隠れた記号やまぎらわしい記号は避け、長すぎないようにしてください。
fault-unknown-contact = この人はもう一覧にいません。
fault-unknown-room = この部屋はもうこのパソコンにありません。
fault-unknown-message = このメッセージはもうここにありません。
fault-not-a-member = あなたはもうこの部屋のメンバーではありません。戻りたいときは新しいリンクを頼んでください。
fault-not-allowed = ここではできません。部屋の世話役ならできます。
fault-text-too-long = 一つのメッセージには長すぎます。分けて送ってください。
fault-invite-damaged = このリンクは途中で切れています。最初の文字から最後の文字までもう一度コピーするか、新しいリンクを頼んでください。
fault-invite-expired = このリンクは期限が切れました。送った人に新しいリンクを頼んでください。
fault-invite-used = このリンクはもう使われました。送った人に新しいリンクを頼んでください。
fault-invite-forged = 答えたのは、このリンクを作った人ではありません。どこにも入っていません。電話など別の方法で新しいリンクを頼んでください。
fault-unreachable = 返事がありません。相手のパソコンの電源が切れているのかもしれません。あとで試してください。つながるまで Hearth に任せることもできます。
fault-no-node = これには中継するコンピューターが必要ですが、まだ見つかっていません。メンバーがお互いのネットワークのアドレスを見られるようにするか、中継するコンピューターをグループに頼んでください。
fault-invalid-charter = この部屋のきまりは組み合わせられません。もう一度選んでください。
fault-room-full = この部屋は満員です。招待してくれた人に聞いてください。
fault-unreadable-file = このファイルは読めませんでした。別のファイルを選んでください。
fault-unwritable-file = そこにはファイルを保存できませんでした。別の場所を選んでください。
fault-no-model = スキャン画像を見るモデルは、このパソコンでは使えません。管理している人に、モデルパックの確認を頼んでください。
fault-store-failed = Hearth は保存できませんでした。ディスクがいっぱいでないか確かめて、もう一度お試しください。
fault-busy = Hearth は今、手がふさがっています。少し待ってから、もう一度お試しください。
fault-internal = Hearth の中で問題が起きました。もう一度お試しください。また起きたら、Hearth を閉じて開き直してください。
fault-no-keyring = このパソコンの鍵の保管場所が、今は使えません。合言葉を使ってください。
fault-no-keyring-locked = このパソコンの鍵の保管場所（キーリング）が閉まったままです。もう一度試して開くか、合言葉を使ってください。
fault-no-keyring-missing = 預けた鍵が、もうこのパソコンにありません。合言葉を使ってください。鍵は設定でもう一度預けられます。
