# What a room agreed on, and starting one.

charter-encrypted = ఇక్కడ రాసింది గదిలోని వారు మాత్రమే చదవగలరు.
charter-ephemeral = ఏదీ నిల్వ ఉండదు. Hearth ను మూసినా, తాళం వేసినా సందేశాలు పోతాయి.
charter-timed = { $days ->
    [one] సందేశాలు { $days } రోజు ఉంటాయి, తర్వాత తొలగిపోతాయి.
   *[other] సందేశాలు { $days } రోజులు ఉంటాయి, తర్వాత తొలగిపోతాయి.
}
charter-record = సందేశాలు చికిత్స రికార్డుగా ఉంటాయి.
charter-direct = లింక్ ఉన్న వారు వెంటనే లోపలికి వస్తారు.
charter-knock = ప్రతి కొత్త వ్యక్తిని గదిలోని ఒకరు లోపలికి రానిస్తారు.
charter-relay = సభ్యులు ఒకరి నెట్‌వర్క్ చిరునామా ఒకరు చూడలేరు.
charter-address = సభ్యులు ఒకరి నెట్‌వర్క్ చిరునామా ఒకరు చూడగలరు; దానితో ఒకరు సుమారు ఎక్కడ ఉన్నారో తెలియవచ్చు.
charter-no-presence = ఇక్కడ ఎవరున్నారో ఎవరికీ కనిపించదు.
charter-members = { $count ->
    [one] గదిలో ఒకరు మాత్రమే ఉండవచ్చు.
   *[other] గదిలో { $count } మంది వరకు ఉండవచ్చు.
}
charter-rules = గది నియమాలు
new-room-title = గది మొదలుపెట్టండి
new-room-name = గది పేరు
new-room-name-hint = ఉదాహరణకు: మంగళవారం బృందం
new-room-kept = సందేశాలు ఏమవుతాయి?
kind-passing = ఏదీ నిల్వ ఉండదు
kind-passing-meaning = తోడ్పాటు బృందాలకు ఇదే మంచిది. Hearth మూసినప్పుడు సందేశాలు పోతాయి.
kind-month = 30 రోజులు ఉంటాయి
kind-month-meaning = కలిసి ప్రణాళిక వేయడానికి మంచిది. పాత సందేశాలు తొలగిపోతాయి.
kind-record = రికార్డుగా ఉంటాయి
kind-record-meaning = డాక్టర్‌తో కలిసి చికిత్స కోసం. మీ ప్రొఫైల్ పేరు కనిపిస్తుంది.
new-room-entry = లోపలికి ఎవరు వస్తారు?
entry-knock = ముందు తలుపు తడతారు
entry-knock-meaning = ప్రతి వ్యక్తిని మీరు లోపలికి రానిస్తారు. దానికి ముందు వారికి ఏదీ కనిపించదు.
entry-direct = లింక్ చాలు
entry-direct-meaning = మీరు లింక్ ఇచ్చిన వారు వెంటనే లోపలికి వస్తారు.
new-room-rules = గది నియమాలు
new-room-rules-name = చేరే ముందు అందరూ చూసే నియమాలు (ఖాళీగా ఉంచవచ్చు)
new-room-rules-hint = ఉదాహరణకు: దయగా మాట్లాడండి, వైద్య సలహాలు వద్దు
new-room-missing = దయచేసి గదికి ఒక పేరు పెట్టండి.
new-room-go = గది మొదలుపెట్టండి
new-room-busy = గది మొదలవుతోంది…
