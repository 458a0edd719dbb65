## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = يمكن أن يبقى Hearth في الخلفية: تصلك الرسائل كالمعتاد، وتجده بجانب الساعة. إذا أنهيته تنتظر الرسائل حتى تفتحه من جديد.
closing-background = إبقاؤه في الخلفية
closing-quit = إنهاء Hearth
outside-message = لديك رسالة جديدة
outside-open = فتح Hearth
outside-lock = قفل Hearth
outside-quit = إنهاء Hearth
outside-link-waits = هناك دعوة بانتظارك. يمكنك استخدامها فور فتح Hearth.
outside-files-later = لا يستطيع Hearth إرسال الملفات بعد. سيأتي ذلك لاحقًا. يمكنك إفلات صورة رمز دعوة هنا.
outside-room = أعلمني بالرسائل الجديدة في هذه الغرفة
demo-banner = هذا عرض تجريبي: لا يُحفظ شيء هنا. اكتب في نافذة واقرأ في الأخرى.
demo-curtain = شخصان على وشك اللقاء
demo-curtain-text = مريضة وطبيبة، لكل منهما Hearth خاص بها. بعد ثوانٍ تتراسلان، ثم يأتي دورك.
