# Today at a glance.

rail-home = होम
rail-help = मदद
rail-more = और
home-calm = अभी आपको कुछ करने की ज़रूरत नहीं। यह अच्छी बात है।
home-knock = { $name } “{ $title }” में आना चाहते हैं।
home-answer = जवाब दें
home-draft = आपने { $title } में लिखना शुरू किया था।
home-go-on = लिखना जारी रखें
home-sheet = गुप्त शब्द भूल जाएँ तो बचाव पर्ची आपकी प्रोफ़ाइल खोलती है। आपके पास अभी पर्ची नहीं है।
home-compare = { $name } यहाँ हैं। फ़ोन पर सुरक्षा संख्याएँ मिला लें, ताकि पक्का हो कि वही व्यक्ति हैं।
home-compare-go = मिलाएँ
home-doors = दरवाज़े पर
home-new = आपके लिए नया
home-here = अभी यहाँ
home-begin = कुछ शुरू करें
rooms-draft = आपने यहाँ लिखना शुरू किया था
