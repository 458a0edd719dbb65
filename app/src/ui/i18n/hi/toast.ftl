# What passes by itself.

toast-copied = कॉपी हो गया
toast-link-copied = लिंक कॉपी हो गया। आप इसे संदेश या ईमेल में चिपका सकते हैं।
toast-knock = { $name } अंदर आना चाहते हैं। जवाब देने के लिए कमरा खोलें।
toast-contact = आप और { $name } अब एक-दूसरे को लिख सकते हैं।
