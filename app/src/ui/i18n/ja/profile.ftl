# Making, unlocking and hiding a profile.

role-patient = がんとともに生きています
role-patient-meaning = ご自身のために。医師やグループから招待を受けられます。
role-doctor = 医師です
role-doctor-meaning = 医療機関が確認するまで「資格は未確認」と表示されます。
role-peer = 誰かを支えています
role-peer-meaning = 家族、友人、ボランティア、グループのメンバー。
role-patient-short = がんとともに生きている方
role-doctor-short = 医師と名乗っている方（資格は未確認）
role-peer-short = 誰かを支えている方
welcome-title = Hearth へようこそ
welcome-text = がんとともに生きる人、その医師、支える人たちが、安心して話せる場所です。
welcome-safe = すべてはこのパソコンと、話す相手のところだけにあります。登録もメールも電話番号もいりません。
welcome-name = お名前
welcome-name-hint = 連絡先の人に表示されます。呼び名でかまいません。
welcome-role = あなたについて教えてください
welcome-passphrase-title = 合言葉を決めてください
welcome-passphrase-hint = 関係のない言葉を三つか四つ並べると、覚えやすく、当てられにくくなります。書き留めてください。忘れても、代わりに決め直せる人はいません。
welcome-missing-name = お名前を入力してください。
welcome-missing-role = 当てはまるものを選んでください。
welcome-missing-passphrase = 合言葉を決めてください。
welcome-busy = 準備しています…
passphrase = 合言葉
passphrase-show = 合言葉を表示
passphrase-hide = 合言葉を隠す
unlock-title = おかえりなさい
unlock-locked = Hearth には鍵がかかっています。合言葉を入力して開いてください。
unlock-hidden = Hearth は隠れています。つながったままです。合言葉を入力すると、また見られます。
unlock-go = 開く
unlock-busy = 開いています…
unlock-wait = { $seconds ->
   *[other] { $seconds } 秒待ってから、もう一度お試しください。
}
unlock-forgotten = パスワード管理ソフトから貼り付けられます。合言葉をなくすと、このプロフィールは誰にも開けません。
in-use-title = Hearth はすでに開いています
in-use-text = 別の Hearth の画面か、別のプログラムがこのプロフィールを使っています。その画面に移るか、閉じてからもう一度お試しください。
in-use-again = もう一度試す
in-use-still = まだ開いたままです。先に別の画面を閉じてください。
notice-restored = Hearth は壊れたデータを見つけたため、最新の控えに戻りました。その後のメッセージは、相手とつながったときに戻ります。何も消していません。
notice-lost = Hearth は保存した内容を読めず、控えもありませんでした。元の内容は残してあり、何も消していません。続ける前に、信頼できる人に相談してください。
notice-clock = このパソコンの時計が一日以上ずれました。日付が正しくなるまで、何も消しません。日付と時刻を確かめてください。
