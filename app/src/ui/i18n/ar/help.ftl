# Help, telephone numbers, and whether others can be reached.

help-title = مساعدة
help-text = خذ وقتك. لا شيء هنا يُرسل إلى أحد.
help-how = كيف…
help-nothing-lost = لا يمكنك إفساد شيء. إذا حدث خطأ فارجع وحاول مرة أخرى.
crisis-title = شخص تتحدث معه الآن
crisis-line = أرقام هاتف، حتى من دون إنترنت
crisis-not-alone = لست وحدك. إذا لم تعد قادرًا على الاحتمال، أو كان أحد في خطر، فاتصل من فضلك. لا يخبر Hearth أحدًا أنك نظرت هنا.
crisis-always = إذا لم يكن هذا بلدك، أو لم يرد الرقم، فاتصل برقم الطوارئ في منطقتك.
crisis-other = بلد آخر
crisis-choose = اختر بلدك
crisis-emergency = خطر على الحياة
crisis-despair = شخص يصغي إليك
crisis-cancer = أسئلة عن السرطان
doctor-title = هل Hearth متصل؟
doctor-line = ما الذي يعمل وما العمل
doctor-closed = لا. لا يستطيع الآخرون الوصول إلى هذا الحاسوب الآن.
doctor-alone = Hearth جاهز، لكن لا يمكن الوصول إلى أحد الآن.
doctor-well = { $count ->
    [zero] نعم، لكن لا حاسوب متصل الآن.
    [one] نعم. أنت متصل بحاسوب واحد آخر.
    [two] نعم. أنت متصل بحاسوبين آخرين.
    [few] نعم. أنت متصل بـ { $count } حواسيب أخرى.
    [many] نعم. أنت متصل بـ { $count } حاسوبًا آخر.
   *[other] نعم. أنت متصل بـ { $count } حاسوب آخر.
}
doctor-seen = ما يراه Hearth
doctor-door-open = Hearth مفتوح للآخرين.
doctor-door-closed = لا يستطيع Hearth أن يُفتح للآخرين.
doctor-door-taken = برنامج آخر يستخدم الطريق الذي يحتاجه Hearth.
doctor-someone = حاسوب شخص آخر واحد على الأقل متصل.
doctor-nobody = لا أحد ممن تعرفهم متصل. قد تكون حواسيبهم مطفأة.
doctor-waiting = غرفة تنتظر الشخص الذي دعاك. يواصل Hearth المحاولة.
doctor-rejoining = غرفة تنتظر أن يُدخل أحدهم هذا الحاسوب من جديد.
doctor-next = ما يمكنك فعله
doctor-do-restart = أغلق Hearth وافتحه من جديد. إذا كان برنامج آخر عائقًا فأغلقه أولًا.
doctor-do-firewall = إذا بقي الحال كذلك، فاطلب ممن يعرف حاسوبك أن يسمح لـ Hearth بالمرور عبر جدار الحماية.
doctor-do-internet = تحقق من الإنترنت: افتح أي صفحة.
doctor-do-ask = اطلب من الشخص الآخر أن يفتح Hearth في الوقت نفسه.
doctor-do-same = في البيت نفسه أو العيادة نفسها، استخدموا شبكة Wi-Fi نفسها.
doctor-do-new = إذا انتقل أحدهم أو غيّر اتصاله، فاطلب منه رابطًا جديدًا.
doctor-do-nothing = لا شيء. كل شيء على ما يرام.
doctor-kept = ما تكتبه في هذه الأثناء يُحفظ ويخرج حالما يمكن الوصول إلى أحد.
doctor-apart = Hearth جاهز، لكن من هم على شبكات أخرى لا يستطيعون الوصول إليك الآن.
doctor-reach-open = من هم على شبكات أخرى يستطيعون الوصول إلى هذا الحاسوب.
doctor-reach-relayed = شخص تعرفانه كلاكما يمرّر الرسائل، ولا يستطيع قراءتها.
doctor-reach-none = لا طريق بعد من شبكات أخرى إلى هذا الحاسوب.
doctor-do-member = اطلب من شخص في مجموعتك يسهل الوصول إليه أن يترك Hearth مفتوحًا. يستطيع حاسوبه تمرير الرسائل ولا يستطيع قراءتها.
doctor-do-node = أو اطلب من عيادتك أو مجموعتك وسيطًا: حاسوبًا يعمل دائمًا ويمرّر الرسائل، ولا يستطيع قراءتها.
