# Help, telephone numbers, and whether others can be reached.

help-title = ヘルプ
help-text = ゆっくりで大丈夫です。ここからは何も誰にも送られません。
help-how = 使い方
help-nothing-lost = 何かを壊すことはありません。うまくいかないときは、戻ってもう一度試してください。
crisis-title = 今、誰かと話す
crisis-line = 電話番号、インターネットなしでも見られます
crisis-not-alone = あなたは一人ではありません。もう無理だと思うとき、誰かが危ないときは、どうか電話してください。ここを見たことを Hearth は誰にも伝えません。
crisis-always = ほかの国や地域にいるとき、番号がつながらないときは、今いる場所の緊急番号に電話してください。
crisis-other = ほかの国や地域
crisis-choose = 国や地域を選んでください
crisis-emergency = 命にかかわるとき
crisis-despair = 話を聞いてくれる人
crisis-cancer = がんについての質問
doctor-title = Hearth はつながっていますか？
doctor-line = 何が動いているか、何をすればよいか
doctor-closed = いいえ。今、ほかの人はこのパソコンにつながれません。
doctor-alone = Hearth は準備できていますが、今は誰ともつながっていません。
doctor-well = { $count ->
   *[other] はい。ほかの { $count } 台のパソコンとつながっています。
}
doctor-seen = 今の様子
doctor-door-open = このパソコンは、ほかの人とつながる準備ができています。
doctor-door-closed = Hearth はほかの人からの接続を受けられません。
doctor-door-taken = 別のソフトが Hearth に必要な道を使っています。
doctor-someone = 少なくとも一人のパソコンとつながっています。
doctor-nobody = 知っている人とはつながっていません。相手のパソコンの電源が切れているのかもしれません。
doctor-waiting = ある部屋で、招待してくれた人とつながるのを待っています。Hearth は試し続けます。
doctor-rejoining = ある部屋で、このパソコンをもう一度迎え入れてくれる人を待っています。
doctor-next = 次にすること
doctor-do-restart = Hearth を閉じて、もう一度開いてください。別のソフトがじゃまをしていたら、先に閉じてください。
doctor-do-firewall = それでも同じなら、パソコンに詳しい人に、ファイアウォールで Hearth を通してもらってください。
doctor-do-internet = インターネットが使えるか、どこかのページを開いて確かめてください。
doctor-do-ask = 相手にも同じ時間に Hearth を開いてもらってください。
doctor-do-same = 同じ家や病院では、同じ Wi-Fi を使ってください。
doctor-do-new = 引っ越した人や回線を変えた人には、新しいリンクをもらってください。
doctor-do-nothing = 何もしなくて大丈夫です。
doctor-kept = その間に書いたものは残り、誰かとつながるとすぐ送られます。
doctor-apart = Hearth は準備できていますが、ほかのネットワークの人からは今つながりません。
doctor-reach-open = ほかのネットワークの人も、このパソコンにつながれます。
doctor-reach-relayed = あなたのいる部屋の誰かが、メッセージを取り次いでいます。その人には読めません。
doctor-reach-none = ほかのネットワークの人は、まだこのパソコンにつながれません。
doctor-do-member = グループの中でつながりやすい人に、Hearth を開いたままにしてもらってください。その人のパソコンがメッセージを取り次げます。読むことはできません。
doctor-do-node = または、病院やグループに中継するコンピューターを頼んでください。いつも動いていて、メッセージを取り次ぎます。読むことはできません。
offer-text = とてもつらいときは、今すぐ電話で話を聞いてくれる人がいます。この案内が出たことは、誰にも伝わりません。
offer-show = 番号を見る
offer-not-now = 今は大丈夫
