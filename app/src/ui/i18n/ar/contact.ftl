# People and comparing safety numbers.

people-title = الأشخاص
people-empty = لا أحد بعد. ادعُ شخصًا، أو استخدم رابطًا أرسله لك أحدهم.
people-waiting = في انتظار رد
people-invite = دعوة شخص
people-about = أشخاص تراسل كلًّا منهم على انفراد. اختر شخصًا لرؤية المزيد.
person-write = كتابة رسالة
person-here = هنا الآن
person-here-verified = هنا الآن، قورن رقم الأمان
person-away = ليس هنا الآن
person-away-verified = ليس هنا الآن، قورن رقم الأمان
person-is-blocked = محظور
person-block-title = الحظر
person-block-text = الشخص المحظور لا يستطيع الكتابة إليك ولا يرى إن كنت هنا. ولن يعرف بذلك.
person-block = حظر
person-blocked = هذا الشخص محظور. لا يستطيع الكتابة إليك.
person-unblock = إلغاء الحظر
safety-title = رقم الأمان
safety-text = قارن هذه الأرقام مع الشخص الآخر، بالهاتف أو جنبًا إلى جنب. إذا كانت متطابقة فلا أحد يتنصت بينكما.
safety-coming = جارٍ حساب الرقم…
safety-same = الأرقام متطابقة
safety-verified = قارنت هذا الرقم: لا أحد يقرأ أو يتنصت بينكما.
