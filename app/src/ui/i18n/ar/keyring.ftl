# The desktop’s keyring as a way in.

setting-keyring = الفتح دون العبارة السرية
setting-keyring-there = مشغَّل
setting-keyring-none = مطفأ
keyring-text = يمكن لسلسلة مفاتيح هذا الحاسوب أن تحفظ مفتاحًا لـ Hearth. عندها تفتح Hearth بضغطة واحدة بدل عبارتك السرية. ويُقفل Hearth كالمعتاد، وتظل عبارتك السرية صالحة.
keyring-care = عندها يستطيع كل من دخل إلى حسابك على هذا الحاسوب أن يفتح Hearth. اترك هذا مطفأً إن كان غيرك يستخدم حسابك.
keyring-passphrase = عبارتك السرية، حتى لا يشغّلها أحد غيرك على حاسوبك.
keyring-is-on = سلسلة مفاتيح هذا الحاسوب تفتح Hearth.
keyring-off = إيقاف
keyring-none = لا تستجيب أي سلسلة مفاتيح على هذا الحاسوب، فلا شيء يمكن تشغيله.
keyring-on = تشغيل
unlock-keyring = الفتح دون العبارة السرية
unlock-keyring-away = سلسلة مفاتيح هذا الحاسوب لا تستجيب الآن. استخدم عبارتك السرية.
