# The pages of the settings.

setting-look = Hearth कैसा दिखे
setting-look-line = भाषा, अक्षरों का आकार, रंग, सरल दृश्य
setting-privacy = निजता और शांति
setting-privacy-line = दूसरे क्या देखते हैं, छिपाना, ताला, सूचनाएँ
setting-passphrase = गुप्त शब्द
setting-passphrase-line = नए चुनें
setting-passphrase-text = बदलने के बाद पुराने गुप्त शब्द काम नहीं करेंगे।
setting-sheet = बचाव पर्ची
setting-sheet-there = आपके पास एक है। नई बना सकते हैं
setting-sheet-none = अभी आपके पास नहीं है
setting-storage = रखा हुआ डेटा
setting-storage-line = कितना रखा है, कमरा मिटाएँ
setting-export = सब कुछ साथ ले जाएँ
setting-export-line = ताले वाली एक फ़ाइल, दूसरे कंप्यूटर के लिए
setting-erase = मेरी प्रोफ़ाइल मिटाएँ
setting-erase-line = इस कंप्यूटर पर Hearth का सब कुछ
setting-language = भाषा
setting-colours = रंग
setting-contrast = रंगों का अंतर
contrast-standard = हल्का
contrast-high = तेज़
setting-motion = हलचल
motion-full = चीज़ें हिल सकती हैं
motion-reduced = कुछ न हिले
setting-simple = सरल दृश्य
setting-simple-text = एक बार में एक ही चीज़, और सब कुछ बड़ा।
setting-notices-text = सूचना में लिखी हुई बात कभी नहीं दिखती।
notices-on = कुछ नया हो तो बताएँ
offer-on = बात करने के लिए किसी का नंबर दिखाएँ
offer-on-text = जब आपका लिखा बहुत निराश लगे, तो Hearth दिखाता है कि कौन सुन सकता है। वह सिर्फ़ इसी कंप्यूटर पर देखता है और किसी को नहीं बताता।
setting-hide = अपने आप छिपना
setting-hide-text = इतनी देर कोई कंप्यूटर न छुए, तो Hearth स्क्रीन पर दिख रही बातें ढक देता है। वह जुड़ा रहता है।
setting-lock = अपने आप ताला लगना
setting-lock-text = इतनी देर बाद Hearth संपर्क भी तोड़ देता है। जिन कमरों में कुछ नहीं रखा जाता, वे ख़ाली हो जाते हैं।
idle-never = कभी नहीं
idle-minutes = { $count ->
    [one] { $count } मिनट बाद
   *[other] { $count } मिनट बाद
}
idle-hours = { $count ->
    [one] { $count } घंटे बाद
   *[other] { $count } घंटे बाद
}
passphrase-old = अभी के गुप्त शब्द
passphrase-new = नए गुप्त शब्द
passphrase-change = गुप्त शब्द बदलें
passphrase-changed = आपके गुप्त शब्द बदल गए।
storage-size = Hearth ने इस कंप्यूटर पर लगभग { $size } MB रखा है।
storage-rooms = कमरा मिटाएँ
storage-rooms-text = मिटाने पर इस कंप्यूटर से कमरे का सब कुछ चला जाता है। दूसरों के पास जो है, वह रहता है।
storage-none = कोई कमरा नहीं है।
storage-sure = “{ $title }” और उसके सारे संदेश इस कंप्यूटर से मिट जाएँगे। लौटने के लिए लिंक चाहिए होगा। मिटा हुआ वापस नहीं लाया जा सकता।
storage-erase = मिटाएँ
export-text = आपकी प्रोफ़ाइल, लोग और कमरे ताले वाली एक फ़ाइल में सहेजता है। जिन कमरों में कुछ नहीं रखा जाता, वे उसमें नहीं होते।
export-passphrase = फ़ाइल के गुप्त शब्द
export-passphrase-hint = जो इन्हें जानता है, वही फ़ाइल खोल सकता है। ये Hearth खोलने वाले गुप्त शब्दों से अलग हो सकते हैं।
export-go = फ़ाइल सहेजें
export-done = सहेज लिया। फ़ाइल और उसके गुप्त शब्द अलग-अलग रखें।
export-file = hearth-प्रोफ़ाइल
erase-text = इस कंप्यूटर पर Hearth का सब कुछ नष्ट होगा: प्रोफ़ाइल, लोग, कमरे और संदेश। इसे वापस नहीं लाया जा सकता।
erase-gone = आपकी बचाव पर्ची और गुप्त शब्द फिर काम नहीं करेंगे।
erase-others = दूसरों के पास जो संदेश हैं, वे रहते हैं।
erase-disks = कुछ डिस्क पुराना डेटा कुछ समय तक रखती हैं। चाबियाँ नष्ट हो जाती हैं, उनके बिना उसे पढ़ा नहीं जा सकता।
erase-export = पहले एक प्रति सहेजें
erase-passphrase = आपके गुप्त शब्द, ताकि पक्का हो कि आप ही हैं
erase-go = सब कुछ मिटाएँ
