# The recovery sheet, and coming back with it.

sheet-title = बचाव पर्ची
sheet-why = अगर आप कभी गुप्त शब्द भूल जाएँ, तो यह पर्ची आपका प्रोफ़ाइल खोलती है। कोई और यह नहीं कर सकता।
sheet-later = यह अभी कर सकते हैं या बाद में, सेटिंग में।
sheet-make = बचाव पर्ची बनाएँ
sheet-without = इसके बिना शुरू करें
sheet-shown-text = ये अंक लिख लें, या सहेजकर छाप लें। Hearth इन्हें केवल इसी बार दिखाता है।
sheet-keep = पर्ची को इस कंप्यूटर से दूर रखें, जैसे अतिरिक्त चाबी। जिसके पास दोनों हों, वह सब पढ़ सकता है।
sheet-save = फ़ाइल में सहेजें
sheet-copy = कॉपी करें
sheet-saved = सहेज लिया। छाप लें, फिर फ़ाइल को इस कंप्यूटर से हटा लें।
sheet-path = कहाँ सहेजें
sheet-save-there = वहाँ सहेजें
sheet-have-it = मेरे पास है
sheet-replaces = आपके पास पहले से पर्ची है। नई पर्ची उसकी जगह ले लेगी, और पुराने अंक कुछ नहीं खोलेंगे।
sheet-passphrase = आपके गुप्त शब्द, ताकि कोई और आपके कंप्यूटर पर पर्ची न बना सके।
sheet-file = hearth-बचाव-पर्ची
sheet-print-title = Hearth बचाव पर्ची
sheet-print-name = { $name } के लिए
sheet-print-use = गुप्त शब्द भूल जाएँ तो: Hearth खोलें, “मेरी बचाव पर्ची से खोलें” चुनें और ये अंक लिखें।
sheet-print-keep = इस पर्ची को कंप्यूटर से दूर रखें। जिसके पास दोनों हों, वह सब पढ़ सकता है।
toast-sheet-copied = कॉपी हो गया। इसे पासवर्ड वाले प्रोग्राम में चिपकाएँ, संदेश में नहीं।
unlock-recover = मेरी बचाव पर्ची से खोलें
unlock-paste = आप पासवर्ड वाले प्रोग्राम से चिपका सकते हैं। गुप्त शब्द भूल गए हों तो बचाव पर्ची से खोलें।
recover-title = बचाव पर्ची से खोलें
recover-text = पर्ची के अंक लिखें और नए गुप्त शब्द चुनें। कुछ नहीं खोता।
recover-code = पर्ची के अंक
recover-code-hint = छह-छह अंकों के आठ समूह। बीच की जगह से फ़र्क नहीं पड़ता।
recover-code-left = { $count ->
    [one] { $count } अंक बाकी है
   *[other] { $count } अंक बाकी हैं
}
recover-code-group = समूह { $number } को फिर से देखें। उसका एक अंक सही नहीं है।
recover-code-digits = केवल पर्ची के अंक, छह-छह के आठ समूह।
recover-code-whole = सारे अंक पूरे हैं।
recover-new = नए गुप्त शब्द
recover-go = मेरा प्रोफ़ाइल खोलें
recover-back = गुप्त शब्दों पर लौटें
fault-wrong-recovery-code = यह इस प्रोफ़ाइल की सबसे नई पर्ची नहीं है। अंकों को समूह-दर-समूह फिर से मिलाएँ।
