## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth पीछे चलता रह सकता है: संदेश आप तक पहुँचते रहेंगे, और यह आपको घड़ी के पास मिलेगा। बंद करने पर संदेश तब तक रुके रहेंगे जब तक आप Hearth फिर न खोलें।
closing-background = पीछे चलने दें
closing-quit = Hearth बंद करें
outside-message = आपके लिए एक नया संदेश है
outside-open = Hearth खोलें
outside-lock = Hearth पर ताला लगाएँ
outside-quit = Hearth बंद करें
outside-link-waits = एक निमंत्रण आपका इंतज़ार कर रहा है। Hearth खुलते ही आप उसे खोल सकते हैं।
outside-files-later = Hearth अभी फ़ाइलें नहीं भेज सकता। यह बाद में आएगा। आप निमंत्रण के चौकोर चित्र की फ़ोटो यहाँ छोड़ सकते हैं।
outside-room = इस कमरे के नए संदेशों की सूचना दें
demo-banner = यह एक नमूना है: यहाँ कुछ नहीं रखा जाता। एक विंडो में लिखें और दूसरी में पढ़ें।
demo-curtain = दो लोग मिलने वाले हैं
demo-curtain-text = एक मरीज़ और एक डॉक्टर, दोनों का अपना-अपना Hearth। कुछ ही पलों में वे एक-दूसरे को लिखेंगे, फिर आपकी बारी है।
