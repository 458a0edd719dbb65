# What a room agreed on, and starting one.

charter-encrypted = यहाँ लिखा हुआ केवल कमरे के लोग पढ़ सकते हैं।
charter-ephemeral = कुछ नहीं रखा जाता। Hearth बंद करने या ताला लगाने पर संदेश मिट जाते हैं।
charter-timed = { $days ->
    [one] संदेश { $days } दिन रखे जाते हैं, फिर मिटा दिए जाते हैं।
   *[other] संदेश { $days } दिन रखे जाते हैं, फिर मिटा दिए जाते हैं।
}
charter-record = संदेश इलाज के रिकॉर्ड की तरह रखे जाते हैं।
charter-direct = जिसके पास लिंक है वह तुरंत अंदर आ जाता है।
charter-knock = हर नए व्यक्ति को कमरे का कोई व्यक्ति अंदर आने देता है।
charter-relay = सदस्य एक-दूसरे का नेटवर्क पता नहीं देख सकते।
charter-address = सदस्य एक-दूसरे का नेटवर्क पता देख सकते हैं, जिससे मोटे तौर पर पता चल सकता है कि कोई कहाँ है।
charter-no-presence = कौन यहाँ है, यह किसी को नहीं दिखता।
charter-members = { $count ->
    [one] ज़्यादा से ज़्यादा { $count } व्यक्ति।
   *[other] ज़्यादा से ज़्यादा { $count } लोग।
}
charter-rules = कमरे के नियम
new-room-title = कमरा शुरू करें
new-room-name = कमरे का नाम
new-room-name-hint = जैसे: मंगलवार की बैठक
new-room-kept = संदेशों का क्या होगा?
kind-passing = कुछ नहीं रखा जाता
kind-passing-meaning = सहारा समूहों के लिए सबसे अच्छा। Hearth बंद होने पर संदेश मिट जाते हैं।
kind-month = 30 दिन रखे जाते हैं
kind-month-meaning = साथ मिलकर योजना बनाने के लिए अच्छा। पुराने संदेश मिटा दिए जाते हैं।
kind-record = रिकॉर्ड की तरह रखे जाते हैं
kind-record-meaning = डॉक्टर के साथ इलाज के लिए। आपकी प्रोफ़ाइल का नाम दिखता है।
new-room-entry = अंदर कौन आता है?
entry-knock = लोग पहले दस्तक देते हैं
entry-knock-meaning = हर व्यक्ति को आप अंदर आने देते हैं। उससे पहले वे कुछ नहीं देखते।
entry-direct = लिंक काफ़ी है
entry-direct-meaning = जिसे आप लिंक देंगे वह तुरंत अंदर आ जाएगा।
new-room-rules = कमरे के नियम
new-room-rules-name = नियम जो सब अंदर आने से पहले देखते हैं (ख़ाली छोड़ सकते हैं)
new-room-rules-hint = जैसे: नरमी से बोलें, इलाज की सलाह न दें
new-room-missing = कृपया कमरे को एक नाम दें।
new-room-go = कमरा शुरू करें
new-room-busy = कमरा शुरू हो रहा है…
