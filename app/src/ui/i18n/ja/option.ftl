# The pages of the settings.

setting-look = Hearth の見た目
setting-look-line = 言語、文字の大きさ、色、かんたん表示
setting-privacy = プライバシーとお知らせ
setting-privacy-line = 人に見えるもの、隠す、鍵、お知らせ
setting-passphrase = 合言葉
setting-passphrase-line = 新しいものを決める
setting-passphrase-text = 変えたあとは、前の合言葉は使えなくなります。
setting-sheet = 復旧シート
setting-sheet-there = 一枚あります。新しく作れます
setting-sheet-none = まだありません
setting-storage = 保存されているもの
setting-storage-line = 使っている容量、部屋を消す
setting-export = データの引っ越し
setting-export-line = 鍵のかかった一つのファイル、ほかのパソコン用
setting-erase = プロフィールを消す
setting-erase-line = このパソコンにある Hearth のすべて
setting-language = 言語
setting-colours = 色
setting-contrast = 文字のくっきりさ
contrast-standard = ふつう
contrast-high = くっきり
setting-motion = 動き
motion-full = 動いてもよい
motion-reduced = 何も動かさない
setting-simple = かんたん表示
setting-simple-text = 一度に一つだけ、すべて大きく。
setting-notices-text = お知らせに、書かれた内容は決して出ません。
notices-on = 新しいことがあれば知らせる
offer-on = 話を聞いてくれる人を案内する
offer-on-text = 書いたことがとてもつらそうなとき、話を聞いてくれる人を Hearth がご案内します。見るのはこのパソコンの中だけで、誰にも伝えません。
setting-hide = 自動で隠す
setting-hide-text = この時間、誰もパソコンに触れないと、Hearth は画面を隠します。つながりは続きます。
setting-lock = 自動で鍵をかける
setting-lock-text = この時間がたつと、つながりも切れます。何も残さない部屋は空になります。
idle-never = しない
idle-minutes = { $count ->
   *[other] { $count } 分後
}
idle-hours = { $count ->
   *[other] { $count } 時間後
}
passphrase-old = 今の合言葉
passphrase-new = 新しい合言葉
passphrase-change = 合言葉を変える
passphrase-changed = 合言葉を変えました。
storage-size = Hearth はこのパソコンに約 { $size } MB を保存しています。
storage-rooms = 部屋を消す
storage-rooms-text = このパソコンから、その部屋のすべてが消えます。ほかの人のところには残ります。
storage-none = 部屋はありません。
storage-sure = このパソコンから「{ $title }」とそのメッセージがすべて消えます。戻るにはリンクが必要です。消したものは元には戻せません。
storage-erase = 消す
export-text = プロフィール、連絡先、部屋を、鍵のかかった一つのファイルに保存します。何も残さない部屋は入りません。
export-passphrase = ファイルの合言葉
export-passphrase-hint = 知っている人だけがファイルを開けます。Hearth を開く合言葉と違ってもかまいません。
export-go = ファイルを保存
export-done = 保存しました。ファイルと合言葉は別々に置いてください。
export-file = hearth-プロフィール
erase-text = このパソコンにある Hearth のすべてが消えます：プロフィール、連絡先、部屋、メッセージ。元には戻せません。
erase-gone = 復旧シートと合言葉は、もう使えなくなります。
erase-others = ほかの人が持つメッセージは残ります。
erase-disks = 古いデータをしばらく残すディスクもあります。鍵は消されるので、読むことはできません。
erase-export = 先に控えを保存
erase-passphrase = ご本人の確認のため、合言葉を入れてください
erase-go = すべて消す
