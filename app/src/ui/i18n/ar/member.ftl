# Somebody in a room, and people.

member-care = العناية بالغرفة
member-moderate = منح الإشراف
member-unmoderate = إنهاء الإشراف
member-moderate-text = المشرفون يُدخلون الناس ويستطيعون إخراج أحدهم.
member-remove = إخراج من الغرفة
member-remove-text = بعد ذلك لا يستطيع هذا الشخص قراءة ما يُكتب هنا.
member-remove-sure = هل تريد إخراج { $name } من هذه الغرفة؟
member-remove-go = نعم، إخراج
member-remove-stay = إلغاء
people-blocked = المحظورون
person-waiting = لم يرد هذا الشخص على رابطك بعد.
person-block-sure = نعم، حظر
person-block-ask = هل تريد حظر { $name }؟
