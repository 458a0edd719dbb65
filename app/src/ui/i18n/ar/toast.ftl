# What passes by itself.

toast-copied = تم النسخ
toast-link-copied = تم نسخ الرابط. يمكنك لصقه في رسالة أو بريد إلكتروني.
toast-knock = طلب دخول من { $name }. افتح الغرفة للرد.
toast-contact = يمكنك أنت و{ $name } تبادل الرسائل الآن.
