# Rooms, their people and their states.

rooms-title = الغرف
rooms-empty = لا غرف بعد. استخدم رابطًا أرسله لك أحدهم، أو ابدأ غرفة خاصة بك.
rooms-join = استخدام رابط
rooms-new = بدء غرفة
rooms-quiet = لم يُكتب شيء بعد
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
rooms-knocks = { $count ->
    [zero] لا أحد يريد الدخول
    [one] شخص واحد يريد الدخول
    [two] شخصان يريدان الدخول
    [few] { $count } أشخاص يريدون الدخول
    [many] { $count } شخصًا يريدون الدخول
   *[other] { $count } شخص يريدون الدخول
}
room-untitled = غرفة جديدة
room-opening = جارٍ فتح الغرفة…
room-invite = دعوة شخص
room-people = عن هذه الغرفة
room-private = { $here ->
    [0] خاصة. { $count ->
        [zero] لا أحد
        [one] أنت فقط
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }، ولا أحد غيرك هنا الآن
   *[other] خاصة. { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }، وهنا الآن غيرك: { $here }
}
room-direct-here = خاصة. هنا الآن
room-direct-here-verified = خاصة، تم التحقق. هنا الآن
room-direct-away = خاصة. ليس هنا الآن
room-direct-away-verified = خاصة، تم التحقق. ليس هنا الآن
room-new = جديد
room-empty = قل مرحبًا
room-empty-text = لم يُكتب شيء هنا بعد. يمكن أن تكون الكلمة الأولى صغيرة.
room-empty-alone = أنت أول من هنا
room-empty-alone-text = ادعُ شخصًا بالزر في الأعلى. يمكنك الكتابة منذ الآن؛ ومن يأتي لاحقًا لا يرى ما قيل قبله.
room-waiting = لم يمكن الوصول بعد إلى من دعاك. يواصل Hearth المحاولة وحده حتى تنتهي مدة الرابط. يمكنك فعل شيء آخر في هذه الأثناء.
room-waiting-short = في انتظار من دعاك
room-knocking = طرقت الباب. على أحد الموجودين في الغرفة أن يدخلك. يخبرك Hearth حين يحدث ذلك.
room-knocking-short = في انتظار الدخول
room-rejoining = هذا الحاسوب جديد على الغرفة. ستعود إليها فور الوصول إلى أحد الموجودين فيها.
room-rejoining-short = عودة إلى الغرفة
room-left = غادرت هذه الغرفة. ما قرأته هنا من قبل تبقى قراءته ممكنة.
room-left-short = غادرت
room-removed = لم تعد في هذه الغرفة. أخرجك أحد المشرفين. ما قرأته هنا من قبل تبقى قراءته ممكنة.
room-removed-short = تم إخراجك
room-refused = لم يُسمح لك بالدخول هذه المرة. يمكنك سؤال من دعاك عن السبب.
room-refused-short = لم يُسمح بالدخول
room-refused-used = سبق استخدام هذا الرابط. اطلب رابطًا جديدًا ممن دعاك.
room-refused-used-short = سبق استخدام الرابط
room-refused-expired = انتهت مدة الرابط قبل الوصول إلى الطرف الآخر. اطلب رابطًا جديدًا.
room-refused-expired-short = انتهت مدة الرابط
room-refused-forged = من أجاب ليس هو من صنع الرابط، فتوقف Hearth. اطلب رابطًا جديدًا بطريقة أخرى، مثلًا بالهاتف.
room-refused-forged-short = الرابط لم يقد إلى من صنعه
about-people = الأشخاص
about-charter = ما اتفقت عليه هذه الغرفة
about-leave = مغادرة الغرفة
about-leave-text = لن تصلك رسائل هذه الغرفة بعد ذلك. للعودة تحتاج إلى رابط جديد.
about-leave-go = مغادرة
about-leave-sure = نعم، مغادرة
about-leave-stay = البقاء
member-you = { $name } (أنت)
member-here = هنا الآن
member-away = ليس هنا الآن
member-verified = تم التحقق
member-since = في الغرفة منذ { $when }
rank-owner = يعتني بالغرفة
rank-moderator = مشرف
rank-observer = يقرأ فقط
knock-title = { $name } يريد الدخول
knock-text = لا يرى هذا الشخص شيئًا من الغرفة حتى تسمح له بالدخول.
knock-admit = السماح بالدخول
knock-refuse = ليس الآن
room-to-newest = إلى الأحدث
room-to-new = { $count ->
    [zero] إلى الأحدث
    [one] إلى الرسالة الجديدة
    [two] إلى الرسالتين الجديدتين
    [few] إلى { $count } رسائل جديدة
    [many] إلى { $count } رسالة جديدة
   *[other] إلى { $count } رسالة جديدة
}
room-stop = التوقف عن الانتظار
room-forget = إزالة من القائمة
