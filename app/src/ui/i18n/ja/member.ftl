# Somebody in a room, and people.

member-care = 部屋の世話
member-moderate = 進行役にする
member-unmoderate = 進行役から外す
member-moderate-text = 進行役は、人を迎え入れたり、部屋から外したりできます。
member-remove = 部屋から外す
member-remove-text = このあとここに書かれるものは、この人には読めなくなります。
member-remove-sure = { $name } さんをこの部屋から外しますか？
member-remove-go = はい、外します
member-remove-stay = やめておく
people-blocked = ブロックした人
person-waiting = この人はまだリンクに応じていません。
person-block-sure = はい、ブロックします
person-block-ask = { $name } さんをブロックしますか？
