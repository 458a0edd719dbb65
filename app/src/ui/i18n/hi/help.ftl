# Help, telephone numbers, and whether others can be reached.

help-title = मदद
help-text = आराम से देखें। यहाँ से किसी को कुछ नहीं भेजा जाता।
help-how = यह कैसे करूँ…
help-nothing-lost = आप कुछ बिगाड़ नहीं सकते। गड़बड़ हो तो पीछे जाएँ और फिर कोशिश करें।
crisis-title = अभी किसी से बात करें
crisis-line = फ़ोन नंबर, इंटरनेट के बिना भी
crisis-not-alone = आप अकेले नहीं हैं। अगर अब सहा नहीं जाता, या कोई ख़तरे में है, तो कृपया फ़ोन करें। Hearth किसी को नहीं बताता कि आपने यहाँ देखा।
crisis-always = अगर यह आपका देश नहीं है, या नंबर नहीं मिलता, तो अपने इलाके के आपात नंबर पर फ़ोन करें।
crisis-other = दूसरा देश
crisis-choose = अपना देश चुनें
crisis-emergency = जान का ख़तरा
crisis-despair = कोई जो सुने
crisis-cancer = कैंसर के बारे में सवाल
doctor-title = क्या Hearth जुड़ा है?
doctor-line = देखें क्या चल रहा है और क्या करें
doctor-closed = नहीं। दूसरे अभी इस कंप्यूटर तक नहीं पहुँच सकते।
doctor-alone = Hearth तैयार है, पर अभी कोई नहीं मिल रहा।
doctor-well = { $count ->
    [one] हाँ। आप { $count } और कंप्यूटर से जुड़े हैं।
   *[other] हाँ। आप { $count } और कंप्यूटरों से जुड़े हैं।
}
doctor-seen = Hearth क्या देखता है
doctor-door-open = Hearth दूसरों के लिए खुला है।
doctor-door-closed = Hearth दूसरों के लिए खुल नहीं पा रहा।
doctor-door-taken = कोई और प्रोग्राम वह रास्ता ले रहा है जो Hearth को चाहिए।
doctor-someone = कम से कम एक और व्यक्ति का कंप्यूटर जुड़ा है।
doctor-nobody = आपका कोई परिचित जुड़ा नहीं है। उनके कंप्यूटर बंद हो सकते हैं।
doctor-waiting = एक कमरा उस व्यक्ति का इंतज़ार कर रहा है जिसने आपको बुलाया। Hearth कोशिश करता रहता है।
doctor-rejoining = एक कमरा इंतज़ार में है कि कोई इस कंप्यूटर को फिर अंदर आने दे।
doctor-next = आप क्या कर सकते हैं
doctor-do-restart = Hearth बंद करके फिर खोलें। कोई और प्रोग्राम आड़े आ रहा हो, तो पहले उसे बंद करें।
doctor-do-firewall = फिर भी ऐसा हो, तो कंप्यूटर जानने वाले से कहें कि Hearth को फ़ायरवॉल से निकलने दें।
doctor-do-internet = देखें इंटरनेट चलता है या नहीं: कोई भी पन्ना खोलें।
doctor-do-ask = दूसरे व्यक्ति से कहें कि उसी समय Hearth खोलें।
doctor-do-same = एक ही घर या अस्पताल में एक ही Wi-Fi लें।
doctor-do-new = किसी ने घर या इंटरनेट बदला हो, तो उनसे नया लिंक माँगें।
doctor-do-nothing = कुछ नहीं। सब ठीक है।
doctor-kept = इस बीच आप जो लिखते हैं, वह रखा रहता है और किसी के मिलते ही चला जाता है।
