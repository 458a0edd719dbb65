# Today at a glance.

rail-home = الرئيسية
rail-help = مساعدة
rail-more = المزيد
home-calm = لا شيء يحتاج إليك الآن. هذا جيد.
home-knock = { $name } يرغب في الدخول إلى { $title }.
home-answer = الرد
home-draft = بدأتَ الكتابة في { $title }.
home-go-on = متابعة الكتابة
home-sheet = ليست لديك ورقة استعادة بعد. تفتح ملفك الشخصي إذا نسيت عبارتك السرية.
home-compare = { $name } هنا الآن. قارنا رقمي الأمان بالهاتف، لتتأكد أنه هذا الشخص حقًّا.
home-compare-go = مقارنة
home-doors = عند الباب
home-new = جديد لك
home-here = هنا الآن
home-begin = ابدأ شيئًا
rooms-draft = بدأتَ الكتابة هنا
