# Rooms, their people and their states.

rooms-title = గదులు
rooms-empty = ఇంకా గదులు లేవు. ఎవరైనా పంపిన లింక్ వాడండి, లేదా మీ సొంత గది మొదలుపెట్టండి.
rooms-join = లింక్ వాడండి
rooms-new = గది మొదలుపెట్టండి
rooms-quiet = ఇంకా ఏమీ రాయలేదు
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } కొత్త సందేశం
   *[other] { $count } కొత్త సందేశాలు
}
rooms-knocks = { $count ->
    [one] ఒకరు తలుపు తట్టారు
   *[other] { $count } మంది తలుపు తట్టారు
}
room-untitled = కొత్త గది
room-opening = గది తెరుచుకుంటోంది…
room-invite = ఒకరిని పిలవండి
room-people = ఈ గది గురించి
room-private = { $here ->
    [0] గోప్యం. { $count ->
        [one] మీరు మాత్రమే
       *[other] { $count } మంది
    }, ఇప్పుడు ఇక్కడ ఇంకెవరూ లేరు
   *[other] గోప్యం. { $count } మంది, మీరు కాక ఇప్పుడు ఉన్నవారు: { $here }
}
room-direct-here = గోప్యం. ఇప్పుడు ఇక్కడ ఉన్నారు
room-direct-here-verified = గోప్యం. ఇప్పుడు ఇక్కడ ఉన్నారు, మీరు సంఖ్య సరిచూశారు
room-direct-away = గోప్యం. ఇప్పుడు ఇక్కడ లేరు
room-direct-away-verified = గోప్యం. ఇప్పుడు ఇక్కడ లేరు, మీరు సంఖ్య సరిచూశారు
room-new = కొత్తవి
room-empty = నమస్కారం చెప్పండి
room-empty-text = ఇక్కడ ఇంకా ఏమీ రాయలేదు. మొదటి మాట చిన్నదైనా పర్వాలేదు.
room-empty-alone = ఇక్కడ మీరే మొదటివారు
room-empty-alone-text = ఒకరిని పిలవండి. మీరు ఇప్పుడే రాయవచ్చు; తర్వాత వచ్చేవారికి ముందు మాటలు కనిపించవు.
room-waiting = మిమ్మల్ని పిలిచిన వారు ఇంకా అందుబాటులోకి రాలేదు. లింక్ గడువు ముగిసే వరకు Hearth తానే ప్రయత్నిస్తుంది. ఈలోగా మీరు వేరే పని చేసుకోవచ్చు.
room-waiting-short = పిలిచిన వారి కోసం ఎదురుచూపు
room-knocking = మీరు తలుపు తట్టారు. గదిలోని వారు ఒకరు మిమ్మల్ని లోపలికి రానివ్వాలి. అప్పుడు Hearth మీకు చెబుతుంది.
room-knocking-short = లోపలికి రావడానికి ఎదురుచూపు
room-rejoining = ఈ కంప్యూటర్ ఈ గదికి కొత్తది. గదిలోని ఎవరైనా అందుబాటులోకి రాగానే మీరు మళ్లీ లోపలికి వస్తారు.
room-rejoining-short = గదిలోకి తిరిగి వస్తున్నారు
room-left = మీరు ఈ గది నుంచి వెళ్లిపోయారు. తిరిగి రావడానికి లింక్ కావాలి.
room-left-short = మీరు గది నుంచి వెళ్లారు
room-removed = నిర్వాహకులు మిమ్మల్ని ఈ గది నుంచి తీసేశారు. ఈ గదిలో మీకు తెలిసినవారు ఉంటే, ఎందుకో వారిని అడగవచ్చు.
room-removed-short = మీరు ఇప్పుడు ఈ గదిలో లేరు
room-refused = ఈసారి మిమ్మల్ని లోపలికి రానివ్వలేదు. కారణం మిమ్మల్ని పిలిచిన వారిని అడగవచ్చు.
room-refused-short = లోపలికి రానివ్వలేదు
room-refused-used = ఈ లింక్‌ను ఇప్పటికే వాడారు. మిమ్మల్ని పిలిచిన వారిని కొత్తది అడగండి.
room-refused-used-short = లింక్‌ను ఇప్పటికే వాడారు
room-refused-expired = అవతలి వారు అందుబాటులోకి వచ్చేలోపే లింక్ గడువు ముగిసింది. కొత్తది అడగండి.
room-refused-expired-short = లింక్ గడువు ముగిసింది
room-refused-forged = జవాబిచ్చినవారు లింక్‌ను తయారు చేసినవారు కాదు, కాబట్టి Hearth ఆగింది. కొత్త లింక్‌ను వేరే మార్గంలో అడగండి, ఉదాహరణకు ఫోన్‌లో.
room-refused-forged-short = ఈ లింక్‌కు వేరే ఎవరో జవాబిచ్చారు
about-people = మనుషులు
about-charter = ఈ గదిలో ఒప్పుకున్నవి
about-leave = గది నుంచి వెళ్లడం
about-leave-text = ఈ గది సందేశాలు మీకు రావడం ఆగిపోతుంది. తిరిగి రావడానికి కొత్త లింక్ కావాలి.
about-leave-go = వెళ్తాను
about-leave-sure = అవును, వెళ్తాను
about-leave-stay = ఉంటాను
member-you = { $name } (మీరు)
member-here = ఇప్పుడు ఇక్కడ ఉన్నారు
member-away = ఇప్పుడు ఇక్కడ లేరు
member-verified = మీరు సంఖ్య సరిచూశారు
member-since = గదిలో చేరినది: { $when }
rank-owner = గదిని చూసుకుంటారు
rank-moderator = నిర్వాహకులు
rank-observer = చదువుతారు మాత్రమే
knock-title = { $name } లోపలికి రావాలనుకుంటున్నారు
knock-text = మీరు లోపలికి రానిచ్చే వరకు వారికి గదిలో ఏదీ కనిపించదు.
knock-admit = లోపలికి రానివ్వండి
knock-refuse = ఇప్పుడు కాదు
room-to-newest = అన్నిటికంటే కొత్తదానికి
room-to-new = { $count ->
    [one] కొత్త సందేశానికి
   *[other] { $count } కొత్త సందేశాలకు
}
room-stop = ఎదురుచూడటం ఆపండి
room-forget = జాబితా నుంచి తీసేయండి
room-erase = ఈ గదిని చెరపండి
