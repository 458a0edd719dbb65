# Closing the window.

closing-title = إغلاق Hearth؟
closing-text = أنت في غرفة لا تحفظ شيئًا. تختفي رسائلها عند إغلاق Hearth.
closing-stay = البقاء
closing-go = إغلاق
