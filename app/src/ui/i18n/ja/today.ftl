# Today at a glance.

rail-home = ホーム
rail-help = ヘルプ
rail-more = その他
home-calm = 今することはありません。それでよいのです。
home-knock = { $name } さんが { $title } への入室を希望しています。
home-answer = 答える
home-draft = { $title } に書きかけがあります。
home-go-on = 続きを書く
home-sheet = 復旧シートがまだありません。作っておくと、合言葉を忘れてもプロフィールを開けます。
home-compare = { $name } さんがいます。電話で安全番号を比べて、本人かどうか確かめましょう。
home-compare-go = 比べる
home-doors = 入室を待つ人
home-new = 新しいもの
home-here = 今いる人
home-begin = 何かを始める
rooms-draft = ここに書きかけがあります
