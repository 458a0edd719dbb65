# Somebody in a room, and people.

member-care = कमरे की देखभाल
member-moderate = संचालक बनाएँ
member-unmoderate = अब संचालक नहीं
member-moderate-text = संचालक लोगों को अंदर आने देते हैं और किसी को हटा सकते हैं।
member-remove = कमरे से हटाएँ
member-remove-text = इसके बाद यहाँ जो लिखा जाएगा, उसे वे नहीं पढ़ सकेंगे।
member-remove-sure = { $name } को इस कमरे से हटाएँ?
member-remove-go = हाँ, हटाएँ
member-remove-stay = रहने दें
people-blocked = रोके गए लोग
person-waiting = इस व्यक्ति ने अभी आपके लिंक का जवाब नहीं दिया है।
person-block-sure = हाँ, रोकें
person-block-ask = { $name } को रोकें?
