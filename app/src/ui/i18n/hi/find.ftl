# Finding people and messages.

find-name = लोग और संदेश खोजें
find-looking = आपके संदेशों में खोजा जा रहा है…
find-nothing = कुछ नहीं मिला। छोटा या दूसरा शब्द आज़माएँ।
find-no-messages = इस शब्द वाला कोई संदेश नहीं।
find-messages = संदेश
