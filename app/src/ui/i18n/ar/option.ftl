# The pages of the settings.

setting-look = مظهر Hearth
setting-look-line = اللغة وحجم النص والألوان والعرض البسيط
setting-privacy = الخصوصية والهدوء
setting-privacy-line = ما يراه الآخرون، الإخفاء، القفل، التنبيهات
setting-passphrase = العبارة السرية
setting-passphrase-line = اختيار عبارة جديدة
setting-passphrase-text = بعد تغييرها لن تصلح العبارة السرية القديمة.
setting-sheet = ورقة الاستعادة
setting-sheet-there = لديك واحدة. يمكنك إنشاء أخرى
setting-sheet-none = ليست لديك واحدة بعد
setting-storage = التخزين
setting-storage-line = مقدار المحفوظ، محو غرفة
setting-export = أخذ كل شيء معك
setting-export-line = ملف واحد مقفل، لحاسوب آخر
setting-erase = محو ملفي الشخصي
setting-erase-line = كل ما يحفظه Hearth على هذا الحاسوب
setting-language = اللغة
setting-colours = الألوان
setting-contrast = التباين
contrast-standard = عادي
contrast-high = قوي
setting-motion = الحركة
motion-full = حركة عادية
motion-reduced = بلا حركة
setting-simple = العرض البسيط
setting-simple-text = شيء واحد في كل مرة، وكل شيء أكبر.
setting-notices-text = لا يُظهر التنبيه أبدًا ما كُتب.
notices-on = أخبرني عند وجود جديد
offer-on = اعرض عليّ من أتحدث معه
offer-on-text = حين يبدو ما تكتبه يائسًا، يعرض Hearth من يمكنه أن يصغي إليك. لا ينظر إلا على هذا الحاسوب، ولا يخبر أحدًا.
setting-hide = الإخفاء تلقائيًا
setting-hide-text = إذا لم يلمس أحد الحاسوب هذه المدة، يغطي Hearth ما يعرضه على الشاشة. ويبقى متصلًا.
setting-lock = القفل تلقائيًا
setting-lock-text = بعد هذه المدة يقطع Hearth الاتصال أيضًا. الغرف التي لا تحفظ شيئًا تُفرَّغ.
idle-never = أبدًا
idle-minutes = { $count ->
    [zero] فورًا
    [one] بعد دقيقة واحدة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
    [many] بعد { $count } دقيقة
   *[other] بعد { $count } دقيقة
}
idle-hours = { $count ->
    [zero] فورًا
    [one] بعد ساعة واحدة
    [two] بعد ساعتين
    [few] بعد { $count } ساعات
    [many] بعد { $count } ساعة
   *[other] بعد { $count } ساعة
}
passphrase-old = العبارة السرية الحالية
passphrase-new = العبارة السرية الجديدة
passphrase-change = تغيير العبارة السرية
passphrase-changed = تم تغيير عبارتك السرية.
storage-size = يحفظ Hearth نحو { $size } ميغابايت على هذا الحاسوب.
storage-rooms = محو غرفة
storage-rooms-text = المحو يزيل كل ما يخص غرفة من هذا الحاسوب. يبقى لدى الآخرين ما عندهم.
storage-none = لا توجد غرف.
storage-sure = ستُمحى غرفة «{ $title }» وكل رسائلها من هذا الحاسوب. للعودة تحتاج إلى رابط. لا يمكن التراجع عن المحو.
storage-erase = محو
export-text = يُحفظ ملفك الشخصي والأشخاص والغرف في ملف واحد مقفل. الغرف التي لا تحفظ شيئًا ليست فيه.
export-passphrase = العبارة السرية للملف
export-passphrase-hint = لا يفتح الملف إلا من يعرفها. ليس من الضروري أن تكون هي العبارة التي تفتح Hearth.
export-go = حفظ الملف
export-done = تم الحفظ. احتفظ بالملف وعبارته السرية منفصلين.
export-file = hearth-الملف-الشخصي
erase-text = سيُمحى كل ما يحفظه Hearth على هذا الحاسوب: الملف الشخصي والأشخاص والغرف والرسائل. لا يمكن التراجع عن ذلك.
erase-gone = لن تصلح ورقة الاستعادة ولا عبارتك السرية بعد ذلك.
erase-others = يحتفظ الآخرون بالرسائل التي لديهم.
erase-disks = تحتفظ بعض الأقراص بأجزاء قديمة لفترة. من دون المفاتيح، وهي تُمحى، لا يمكن قراءتها.
erase-export = حفظ نسخة أولًا
erase-passphrase = عبارتك السرية، للتأكد من أنك أنت
erase-go = محو كل شيء
