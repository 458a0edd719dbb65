# Messages and writing them.

message-retracted = سُحبت هذه الرسالة
message-edited = معدَّلة
message-earlier = رسالة سابقة
message-reply = رد
message-copy = نسخ
message-edit = تعديل
message-retract = سحب الرسالة
message-again = إعادة الإرسال
react = التفاعل بـ { $emoji }
reaction = { $emoji } من { $count }
typing-one = { $name }: جارٍ الكتابة…
typing-many = { $count ->
    [zero] لا أحد يكتب الآن…
    [one] شخص واحد يكتب الآن…
    [two] شخصان يكتبان الآن…
    [few] { $count } أشخاص يكتبون الآن…
    [many] { $count } شخصًا يكتبون الآن…
   *[other] { $count } شخص يكتبون الآن…
}
doctor-certified = مهنة الطب، مؤكَّدة
doctor-unverified = مهنة الطب، غير مؤكَّدة
state-queued = في الانتظار حتى يمكن إيصالها
state-sent = أُرسلت
state-delivered = وصلت
state-delivered-some = وصلت إلى { $count } من { $all }
state-read = قُرئت
state-read-all = قرأها الجميع
state-read-some = عدد من قرأها: { $count }
state-failed = تعذر إيصالها
compose-name = رسالة إلى { $title }
compose-hint = اكتب رسالة
compose-send = إرسال
compose-save = حفظ
compose-reply = رد على { $name }
compose-reply-earlier = رد على رسالة سابقة
compose-edit = تعديل رسالتك
compose-cancel = إلغاء
compose-full = تكاد هذه الرسالة تبلغ أقصى طول. يُرجى إرسال الباقي في رسالة ثانية.
message-answered = إلى الرسالة الأصلية
message-answers = رد على { $name }
message-told = رسالة من { $name }: { $text }
