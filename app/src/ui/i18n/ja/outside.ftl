## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth は画面を閉じても動かしておけます。メッセージは引き続き届き、時計の横から開けます。終了すると、次に Hearth を開くまでメッセージは待ちます。
closing-background = 動かしておく
closing-quit = Hearth を終了
outside-message = 新しいメッセージがあります
outside-open = Hearth を開く
outside-lock = Hearth に鍵をかける
outside-quit = Hearth を終了
outside-link-waits = 招待が届いています。Hearth を開くと使えます。
outside-files-later = Hearth はまだファイルを送れません。今後対応します。招待コードの画像ならここにドロップできます。
outside-room = この部屋の新しいメッセージを知らせる
demo-banner = これはデモです。ここでは何も保存されません。片方の画面に書き、もう片方で読んでください。
demo-curtain = これから二人が出会います
demo-curtain-text = 患者と医師が、それぞれ自分の Hearth を使います。数秒後に言葉を交わし、そのあとはあなたの番です。
