# The first steps, and how good a passphrase is.

welcome-step = चरण { $step }, कुल { $of }
welcome-language = अपनी भाषा चुनें
welcome-size = अक्षर कितने बड़े हों?
welcome-size-text = वह चुनें जो आप आराम से पढ़ सकें। इसे कभी भी बदल सकते हैं।
welcome-next = आगे
welcome-missing-strength = कृपया और मज़बूत गुप्त शब्द चुनें।
welcome-import = मेरी प्रोफ़ाइल दूसरे कंप्यूटर पर है
strength-empty = तीन या चार ऐसे शब्द अच्छे रहते हैं जिनका आपस में कोई संबंध न हो।
strength-weak = अंदाज़ा लगाना बहुत आसान है। एक शब्द और जोड़ें।
strength-good = अच्छा है। अंदाज़ा लगाना कठिन है।
strength-strong = बहुत अच्छा है। अंदाज़ा लगाना बहुत कठिन है।
import-title = अपनी प्रोफ़ाइल साथ लाएँ
import-text = वह फ़ाइल चुनें जो आपने दूसरे कंप्यूटर पर सहेजी थी। उसका सब कुछ इस कंप्यूटर पर आ जाएगा।
import-file = फ़ाइल
import-choose = फ़ाइल चुनें
import-passphrase-hint = वे गुप्त शब्द जो आपने फ़ाइल सहेजते समय दिए थे।
import-go = यहाँ लाएँ
one-moment = एक पल…
cancel = रहने दें
