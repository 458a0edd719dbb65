# Somebody in a room, and people.

member-care = 部屋の世話
member-moderate = 世話役にする
member-unmoderate = 世話役をやめてもらう
member-moderate-text = 世話役は人を入れたり、外したりできます。
member-remove = 部屋から外す
member-remove-text = 外された人は、それから書かれたものを読めません。
member-remove-sure = { $name } さんをこの部屋から外しますか？
member-remove-go = はい、外します
member-remove-stay = いいえ
people-blocked = ブロックした人
person-waiting = この人はまだリンクに応じていません。
person-block-sure = はい、ブロックします
person-block-ask = { $name } さんをブロックしますか？
