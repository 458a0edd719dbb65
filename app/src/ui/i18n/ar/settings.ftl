# One’s own things.

settings-title = الإعدادات
settings-name = اسمك
settings-name-hint = يظهر لمن تعرفهم وفي الغرف التي تحفظ سجلًّا طبيًّا.
settings-save = حفظ
settings-saved = تم الحفظ
settings-size = حجم النص
size-normal = عادي
size-large = كبير
size-larger = أكبر
size-largest = الأكبر
theme-system = مثل هذا الحاسوب
theme-light = فاتح
theme-dark = داكن
typing-shown = يرى الآخرون أنني أكتب
settings-lock-text = الإخفاء يغطي الشاشة ويبقي الاتصال. القفل يقطع الاتصال أيضًا؛ والغرف التي لا تحفظ شيئًا تُفرَّغ.
settings-hide = إخفاء الآن
settings-lock = قفل الآن
typing-meaning = لا يرون الكلمات أبدًا قبل أن ترسلها.
