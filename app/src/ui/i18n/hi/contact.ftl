# People and comparing safety numbers.

people-title = लोग
people-empty = अभी कोई नहीं। किसी को बुलाएँ, या किसी का भेजा हुआ लिंक खोलें।
people-waiting = जवाब का इंतज़ार
people-invite = एक व्यक्ति को बुलाएँ
people-about = वे लोग जिनसे आप अकेले में लिखकर बात करते हैं। और देखने के लिए किसी को चुनें।
person-write = लिखें
person-here = अभी यहाँ
person-here-verified = अभी यहाँ, संख्या मिलाई हुई
person-away = अभी यहाँ नहीं
person-away-verified = अभी यहाँ नहीं, संख्या मिलाई हुई
person-is-blocked = आपने रोका है
person-block-title = रोकना
person-block-text = रोके गए व्यक्ति न आपको लिख सकते हैं, न देख सकते हैं कि आप यहाँ हैं या नहीं। उन्हें यह बताया नहीं जाता।
person-block = रोकें
person-blocked = आपने इस व्यक्ति को रोका है। वे आपको लिख नहीं सकते।
person-unblock = रोक हटाएँ
safety-title = सुरक्षा संख्या
safety-text = इन संख्याओं को दूसरे व्यक्ति से मिलाएँ, फ़ोन पर या साथ बैठकर। अगर वे एक जैसी हैं तो बीच में कोई नहीं सुन रहा।
safety-coming = संख्या निकाली जा रही है…
safety-same = वे एक जैसी हैं
safety-verified = आपने यह संख्या मिला ली है: बीच में कोई न पढ़ता है, न सुनता है।
