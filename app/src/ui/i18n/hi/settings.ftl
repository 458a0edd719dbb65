# One’s own things.

settings-title = सेटिंग
settings-name = आपका नाम
settings-name-hint = आपके परिचितों को और रिकॉर्ड रखने वाले कमरों में दिखता है।
settings-save = सहेजें
settings-saved = सहेज लिया
settings-size = अक्षरों का आकार
size-normal = सामान्य
size-large = बड़ा
size-larger = और बड़ा
size-largest = सबसे बड़ा
theme-system = इस कंप्यूटर जैसा
theme-light = उजला
theme-dark = गहरा
typing-shown = दूसरे देखें जब मैं लिखूँ
settings-lock-text = छिपाने से स्क्रीन ढक जाती है और संपर्क बना रहता है। ताला लगाने से संपर्क भी टूटता है; जिन कमरों में कुछ नहीं रखा जाता, वे ख़ाली हो जाते हैं।
settings-hide = अभी छिपाएँ
settings-lock = अभी ताला लगाएँ
typing-meaning = भेजने से पहले शब्द किसी को नहीं दिखते।
