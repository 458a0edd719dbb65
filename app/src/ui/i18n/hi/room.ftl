# Rooms, their people and their states.

rooms-title = कमरे
rooms-empty = अभी कोई कमरा नहीं है। किसी का भेजा हुआ लिंक खोलें, या अपना कमरा शुरू करें।
rooms-join = लिंक खोलें
rooms-new = कमरा शुरू करें
rooms-quiet = अभी कुछ नहीं लिखा गया
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } नया संदेश
   *[other] { $count } नए संदेश
}
rooms-knocks = { $count ->
    [one] { $count } व्यक्ति अंदर आना चाहता है
   *[other] { $count } लोग अंदर आना चाहते हैं
}
room-untitled = नया कमरा
room-opening = कमरा खुल रहा है…
room-invite = किसी को बुलाएँ
room-people = इस कमरे के बारे में
room-private = { $here ->
    [0] निजी। { $count ->
        [one] केवल आप
       *[other] { $count } लोग
    }, अभी यहाँ और कोई नहीं
   *[other] निजी। { $count } लोग, आपके अलावा { $here } यहाँ
}
room-direct-here = निजी। अभी यहाँ
room-direct-here-verified = निजी, संख्या मिलाई हुई। अभी यहाँ
room-direct-away = निजी। अभी यहाँ नहीं
room-direct-away-verified = निजी, संख्या मिलाई हुई। अभी यहाँ नहीं
room-new = नया
room-empty = नमस्ते कहें
room-empty-text = यहाँ अभी कुछ नहीं लिखा गया। पहला शब्द छोटा भी हो सकता है।
room-empty-alone = आप यहाँ सबसे पहले हैं
room-empty-alone-text = किसी को बुलाएँ। आप अभी से लिख सकते हैं; बाद में आने वाले पहले की बातें नहीं देखेंगे।
room-waiting = जिसने आपको बुलाया उससे अभी संपर्क नहीं हुआ। लिंक ख़त्म होने तक Hearth ख़ुद कोशिश करता रहेगा। तब तक आप कुछ और कर सकते हैं।
room-waiting-short = बुलाने वाले का इंतज़ार
room-knocking = आपने दस्तक दी है। कमरे में से कोई आपको अंदर आने देगा, तभी आप आ सकेंगे। ऐसा होने पर Hearth आपको बताएगा।
room-knocking-short = अंदर आने का इंतज़ार
room-rejoining = यह कंप्यूटर इस कमरे के लिए नया है। कमरे के किसी व्यक्ति से संपर्क होते ही आप फिर अंदर आ जाएँगे।
room-rejoining-short = कमरे में लौट रहे हैं
room-left = आप इस कमरे से निकल गए। लौटने के लिए लिंक चाहिए होगा।
room-left-short = आप निकल गए
room-removed = संचालक ने आपको इस कमरे से हटाया। अगर आप इस कमरे में किसी को जानते हैं, तो उनसे कारण पूछ सकते हैं।
room-removed-short = आप अब इस कमरे में नहीं हैं
room-refused = इस बार आपको अंदर नहीं आने दिया गया। जिसने आपको बुलाया उससे कारण पूछ सकते हैं।
room-refused-short = अंदर नहीं आने दिया गया
room-refused-used = यह लिंक पहले ही काम में आ चुका है। जिसने आपको बुलाया उससे नया माँगें।
room-refused-used-short = लिंक काम में आ चुका है
room-refused-expired = दूसरी तरफ़ संपर्क होने से पहले लिंक का समय ख़त्म हो गया। नया माँगें।
room-refused-expired-short = लिंक का समय ख़त्म
room-refused-forged = जिसने जवाब दिया, यह लिंक उसने नहीं बनाया, इसलिए Hearth रुक गया। नया लिंक किसी और तरीक़े से माँगें, जैसे फ़ोन पर।
room-refused-forged-short = लिंक अपने बनाने वाले तक नहीं पहुँचा
about-people = लोग
about-charter = इस कमरे में क्या तय हुआ
about-leave = कमरे से निकलें
about-leave-text = इस कमरे के संदेश आना बंद हो जाएँगे। लौटने के लिए नया लिंक चाहिए होगा।
about-leave-go = निकलें
about-leave-sure = हाँ, निकलें
about-leave-stay = रुकें
member-you = { $name } (आप)
member-here = अभी यहाँ
member-away = अभी यहाँ नहीं
member-verified = संख्या मिलाई हुई
member-since = कमरे में कब से: { $when }
rank-owner = कमरे की देखभाल करते हैं
rank-moderator = संचालक
rank-observer = केवल पढ़ते हैं
knock-title = { $name } अंदर आना चाहते हैं
knock-text = जब तक आप अंदर न आने दें, वे कमरे का कुछ नहीं देख सकते।
knock-admit = अंदर आने दें
knock-refuse = अभी नहीं
room-to-newest = सबसे नए पर
room-to-new = { $count ->
    [one] नए संदेश पर
   *[other] { $count } नए संदेशों पर
}
room-stop = इंतज़ार छोड़ें
room-forget = सूची से हटाएँ
room-erase = यह कमरा मिटाएँ
