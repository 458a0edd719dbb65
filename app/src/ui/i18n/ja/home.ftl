# The rail and the first page.

rail-rooms = 部屋
rail-people = 連絡先
rail-settings = 設定
net-refused = Hearth はネットワークの入り口を開けなかったため、ほかの人からつながらないかもしれません。同じようにネットワークを使うほかのソフトを閉じて、Hearth をもう一度開いてください。
home-title = { $name } さん、こんにちは
home-first = ここはあなたの静かな場所です。まずは、届いたリンクを使うか、部屋を作って人を招待してください。
home-text = 読んだり書いたりする部屋を選んでください。ごゆっくりどうぞ。部屋を離れているあいだも、何もなくなりません。
home-safe = 書いたことには鍵がかかり、部屋にいる人だけが読めます。
