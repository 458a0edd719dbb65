# The rail and the first page.

rail-rooms = الغرف
rail-people = الأشخاص
rail-settings = الإعدادات
net-refused = لا يستطيع الآخرون الوصول إليك الآن. أغلق Hearth وافتحه من جديد.
home-title = مرحبًا { $name }
home-first = هذا مكانك الهادئ. للبدء، استخدم رابطًا أرسله لك أحدهم، أو ابدأ غرفة وادعُ من تريد.
home-text = اختر غرفة للقراءة والكتابة. خذ وقتك.
home-safe = ما تكتبه مقفل بحيث لا يقرؤه إلا من في الغرفة.
