# The name, and words used everywhere.

app-name = Hearth
back = رجوع
you = أنت
close = إغلاق
scroll-bar = الموضع في المحادثة
search-clear = مسح البحث
