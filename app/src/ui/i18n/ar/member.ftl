# Somebody in a room, and people.

member-care = العناية بالغرفة
member-moderate = جعله مشرفًا
member-unmoderate = لم يعد مشرفًا
member-moderate-text = المشرفون يُدخلون الناس ويستطيعون إخراج أحدهم.
member-remove = إخراج من الغرفة
member-remove-text = من يُخرَج لا يستطيع قراءة ما يُكتب بعد ذلك.
member-remove-sure = هل تريد إخراج { $name } من هذه الغرفة؟
member-remove-go = نعم، إخراج
member-remove-stay = لا
people-blocked = المحظورون
person-waiting = لم يرد هذا الشخص على رابطك بعد.
person-block-sure = نعم، حظر
person-block-ask = أتريد حظر { $name }؟
