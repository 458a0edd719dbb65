# Square codes and files.

link-code = رابطك كرمز مربع
link-code-text = أو دع الشخص الآخر يصوّر هذا المربع ويختار الصورة في Hearth.
join-picture-title = أو استخدم صورة
join-picture-text = إذا أراك أحدهم رمزًا مربعًا، فاختر صورته أو أفلتها هنا.
join-picture = اختيار صورة
join-picture-reading = تجري قراءة الصورة…
join-picture-read = قراءة هذه الصورة
file-path = مكان الصورة
fault-no-code = لا توجد دعوة في هذه الصورة. صوّرها مرة أخرى: المربع كاملًا، واضحًا وبلا انعكاس.
safety-code = رقم الأمان كرمز مربع
safety-code-text = إذا كنتما معًا، يمكنكما أيضًا مقارنة هذين المربعين.
safety-differ = إذا اختلفت، فلا تكتب شيئًا خاصًا. اطلب رابطًا جديدًا بطريقة أخرى، مثلًا بالهاتف.
