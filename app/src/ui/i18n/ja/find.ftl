# Finding people and messages.

find-name = 人とメッセージを探す
find-looking = メッセージの中を探しています…
find-nothing = 見つかりません。短い言葉か、別の言葉で試してください。
find-no-messages = この言葉を含むメッセージはありません。
find-messages = メッセージ
