# Today at a glance.

rail-home = الرئيسية
rail-help = مساعدة
rail-more = المزيد
home-calm = لا شيء ينتظرك الآن. خذ راحتك.
home-knock = طلب دخول من { $name } إلى { $title }.
home-answer = عرض الطلب
home-draft = بدأت الكتابة في { $title }.
home-go-on = متابعة الكتابة
home-sheet = ليست لديك ورقة استعادة بعد. بها تفتح ملفك الشخصي إذا نسيت عبارتك السرية.
home-compare = { $name } هنا الآن. قارنا رقم الأمان بالهاتف، لتتأكد أنه هذا الشخص حقًّا.
home-compare-go = مقارنة
home-doors = عند الباب
home-new = جديد لك
home-here = هنا الآن
home-begin = ابدأ شيئًا
rooms-draft = بدأت الكتابة هنا
