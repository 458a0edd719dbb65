# Making links.

invite-title = { $title } に招待
invite-text = リンクを作り、お好きな方法で相手に送ってください。参加できるのはこの部屋だけです。
invite-one = 一人
invite-one-meaning = リンクは一度だけ使えます。
invite-group = グループ
invite-group-meaning = { $count ->
   *[other] 最大 { $count } 人がリンクを使えます。
}
invite-make = リンクを作る
invite-to-room = 部屋へ行く
link-title = あなたのリンク
link-copy = リンクをコピー
link-week = リンクは 7 日間使えます。ほかの人が入るには、このパソコンの電源が入り、つながっている必要があります。
link-care = このリンクを持つ人は誰でも使えます。渡したい相手だけに送ってください。
contact-invite-title = 人を招待する
contact-invite-text = 一人のためのリンクを作ります。相手が使うと、お二人でやり取りできるようになり、ほかの人は読めません。
