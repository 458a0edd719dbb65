# The rail and the first page.

rail-rooms = 部屋
rail-people = 連絡先
rail-settings = 設定
net-refused = 今、ほかの人はこのパソコンにつながれません。Hearth を閉じて、もう一度開いてください。
home-title = { $name } さん、こんにちは
home-first = ここはあなたの静かな場所です。まずは、届いたリンクを使うか、部屋を作って人を招待してください。
home-text = 読んだり書いたりする部屋を選んでください。ごゆっくりどうぞ。
home-safe = 書いたことには鍵がかかり、部屋にいる人だけが読めます。
