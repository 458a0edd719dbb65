# Finding people and messages.

find-name = البحث عن أشخاص ورسائل
find-looking = جارٍ البحث في رسائلك…
find-nothing = لم يُعثر على شيء. جرّب كلمة أقصر أو كلمة أخرى.
find-no-messages = لا رسائل بهذه الكلمة.
find-messages = الرسائل
