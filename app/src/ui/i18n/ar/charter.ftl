# What a room agreed on, and starting one.

charter-encrypted = لا يقرأ ما يُكتب هنا إلا من في الغرفة.
charter-ephemeral = لا يُحفظ شيء. تختفي الرسائل عند إغلاق Hearth أو قفله.
charter-timed = { $days ->
    [zero] تُحفظ الرسائل { $days } يوم ثم تُحذف.
    [one] تُحفظ الرسائل يومًا واحدًا ثم تُحذف.
    [two] تُحفظ الرسائل يومين ثم تُحذف.
    [few] تُحفظ الرسائل { $days } أيام ثم تُحذف.
    [many] تُحفظ الرسائل { $days } يومًا ثم تُحذف.
   *[other] تُحفظ الرسائل { $days } يوم ثم تُحذف.
}
charter-record = تُحفظ الرسائل سجلًّا طبيًّا.
charter-direct = من معه رابط يدخل فورًا.
charter-knock = يسمح أحد الموجودين في الغرفة بدخول كل شخص جديد.
charter-relay = لا يستطيع أي عضو رؤية عنوان شبكة عضو آخر.
charter-address = يستطيع كل عضو رؤية عنوان شبكة الآخرين، وقد يدل تقريبًا على مكان الشخص.
charter-no-presence = لا أحد يرى من هنا.
charter-members = { $count ->
    [zero] بلا أشخاص.
    [one] شخص واحد على الأكثر.
    [two] شخصان على الأكثر.
    [few] { $count } أشخاص على الأكثر.
    [many] { $count } شخصًا على الأكثر.
   *[other] { $count } شخص على الأكثر.
}
charter-rules = قواعد الغرفة
new-room-title = بدء غرفة
new-room-name = اسم الغرفة
new-room-name-hint = مثلًا: حلقة الثلاثاء
new-room-kept = ماذا يحدث للرسائل؟
kind-passing = لا يُحفظ شيء
kind-passing-meaning = الأنسب لمجموعات الدعم. تختفي الرسائل عند إغلاق Hearth.
kind-month = تُحفظ 30 يومًا
kind-month-meaning = مناسبة للتخطيط معًا. تُحذف الرسائل الأقدم.
kind-record = تُحفظ سجلًّا طبيًّا
kind-record-meaning = للعلاج مع طبيب. يظهر اسم ملفك الشخصي.
new-room-entry = كيف يدخل الناس؟
entry-knock = طرق الباب أولًا
entry-knock-meaning = أنت تسمح بدخول كل شخص، ولا يرى شيئًا قبل ذلك.
entry-direct = الرابط يكفي
entry-direct-meaning = من تعطيه رابطًا يدخل فورًا.
new-room-rules = قواعد الغرفة
new-room-rules-name = قواعد يراها الجميع قبل الدخول (يمكن تركها فارغة)
new-room-rules-hint = مثلًا: كونوا لطفاء، بلا نصائح طبية
new-room-missing = يُرجى إعطاء الغرفة اسمًا.
new-room-go = بدء الغرفة
new-room-busy = جارٍ بدء الغرفة…
