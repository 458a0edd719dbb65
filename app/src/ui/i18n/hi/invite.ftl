# Making links.

invite-title = { $title } में बुलाएँ
invite-text = एक लिंक बनाएँ और जैसे चाहें उस व्यक्ति को भेजें। यह केवल यही कमरा खोलता है।
invite-one = एक व्यक्ति
invite-one-meaning = लिंक एक बार चलता है।
invite-group = एक समूह
invite-group-meaning = { $count ->
    [one] { $count } व्यक्ति तक लिंक चला सकता है।
   *[other] { $count } लोग तक लिंक चला सकते हैं।
}
invite-make = लिंक बनाएँ
invite-to-room = कमरे में जाएँ
link-title = आपका लिंक
link-copy = लिंक की नक़ल करें
link-week = लिंक 7 दिन चलता है। दूसरों के अंदर आने के लिए यह कंप्यूटर चालू और जुड़ा होना चाहिए।
link-care = जिसके पास यह लिंक है वह इसे चला सकता है। इसे केवल उसी को भेजें जिसके लिए यह है।
contact-invite-title = एक व्यक्ति को बुलाएँ
contact-invite-text = एक व्यक्ति के लिए लिंक बनाएँ। जब वे इसे खोलेंगे, आप दोनों एक-दूसरे को लिख सकेंगे और कोई तीसरा पढ़ नहीं सकेगा।
