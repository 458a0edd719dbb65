# The first steps, and how good a passphrase is.

welcome-step = الخطوة { $step } من { $of }
welcome-language = اختر لغتك
welcome-size = ما الحجم المناسب للنص؟
welcome-size-text = اختر ما تقرؤه بلا جهد. يمكنك تغييره في أي وقت.
welcome-next = التالي
welcome-missing-strength = يُرجى اختيار عبارة سرية أقوى.
welcome-import = لديّ ملف شخصي على حاسوب آخر
strength-empty = ثلاث كلمات أو أربع لا علاقة بينها خيار جيد.
strength-weak = تخمينها سهل جدًّا. أضف كلمة أخرى.
strength-good = جيد. تخمينها صعب.
strength-strong = جيد جدًّا. تخمينها صعب جدًّا.
import-title = إحضار ملفك الشخصي
import-text = اختر الملف الذي حفظته على حاسوبك الآخر. كل ما فيه سيأتي إلى هذا الحاسوب.
import-file = الملف
import-choose = اختيار ملف
import-passphrase-hint = العبارة السرية التي أعطيتها للملف عند حفظه.
import-go = إحضاره إلى هنا
one-moment = لحظة من فضلك…
cancel = إلغاء
