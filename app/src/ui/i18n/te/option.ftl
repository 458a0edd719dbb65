# The pages of the settings.

setting-look = Hearth ఎలా కనిపించాలి
setting-look-line = భాష, అక్షరాల పరిమాణం, రంగులు, సరళమైన రూపం
setting-privacy = గోప్యత, ప్రశాంతత
setting-privacy-line = ఇతరులు చూసేవి, దాచడం, తాళం, నోటిఫికేషన్లు
setting-passphrase = రహస్య పదాలు
setting-passphrase-line = కొత్తవి ఎంచుకోండి
setting-passphrase-text = మార్చిన తర్వాత పాత రహస్య పదాలు పనిచేయవు.
setting-sheet = రక్షణ పత్రం
setting-sheet-there = మీకు ఒకటి ఉంది. కొత్తది తయారు చేయవచ్చు
setting-sheet-none = మీకు ఇంకా లేదు
setting-storage = నిల్వ
setting-storage-line = ఎంత నిల్వ ఉంది, గదిని చెరపడం
setting-export = అన్నీ తీసుకెళ్లండి
setting-export-line = తాళం వేసిన ఒక ఫైల్, వేరే కంప్యూటర్ కోసం
setting-erase = నా ప్రొఫైల్ చెరపండి
setting-erase-line = ఈ కంప్యూటర్‌లో Hearth దగ్గర ఉన్నవన్నీ
setting-language = భాష
setting-colours = రంగులు
setting-contrast = రంగుల తేడా
contrast-standard = మృదువుగా
contrast-high = గాఢంగా
setting-motion = కదలిక
motion-full = వస్తువులు కదలవచ్చు
motion-reduced = ఏదీ కదలదు
setting-simple = సరళమైన రూపం
setting-simple-text = ఒక్కసారికి ఒకటే, అన్నీ పెద్దగా.
setting-notices-text = రాసినది నోటిఫికేషన్‌లో ఎప్పుడూ కనిపించదు.
notices-on = కొత్తది ఉంటే చెప్పండి
offer-on = నా మాట వినేవారిని చూపించండి
offer-on-text = మీరు రాసింది చాలా నిరాశగా అనిపిస్తే, మీ మాట ఎవరు వినగలరో Hearth చూపిస్తుంది. అది ఈ కంప్యూటర్‌లోనే చూస్తుంది, ఎవరికీ చెప్పదు.
setting-hide = దానంతట అదే దాచడం
setting-hide-text = ఇంతసేపు ఎవరూ కంప్యూటర్‌ను తాకకపోతే, Hearth తెరను దాచేస్తుంది. కనెక్షన్ కొనసాగుతుంది.
setting-lock = దానంతట అదే తాళం వేయడం
setting-lock-text = ఇంతసేపటి తర్వాత Hearth కనెక్షన్ కూడా తెగుతుంది. ఏదీ నిల్వ ఉంచని గదులు ఖాళీ అవుతాయి.
idle-never = ఎప్పుడూ వద్దు
idle-minutes = { $count ->
    [one] { $count } నిమిషం తర్వాత
   *[other] { $count } నిమిషాల తర్వాత
}
idle-hours = { $count ->
    [one] { $count } గంట తర్వాత
   *[other] { $count } గంటల తర్వాత
}
passphrase-old = ఇప్పటి రహస్య పదాలు
passphrase-new = కొత్త రహస్య పదాలు
passphrase-change = రహస్య పదాలు మార్చండి
passphrase-changed = మీ రహస్య పదాలు మారాయి.
storage-size = Hearth ఈ కంప్యూటర్‌లో దాదాపు { $size } MB నిల్వ ఉంచింది.
storage-rooms = గదిని చెరపండి
storage-rooms-text = చెరిపితే ఆ గదిలోనిదంతా ఈ కంప్యూటర్ నుంచి పోతుంది. ఇతరుల దగ్గర ఉన్నది అలాగే ఉంటుంది.
storage-none = గదులు లేవు.
storage-sure = “{ $title }”, అందులోని సందేశాలన్నీ ఈ కంప్యూటర్ నుంచి పోతాయి. గదికి తిరిగి రావడానికి లింక్ కావాలి. చెరిపినవి మళ్లీ రావు.
storage-erase = చెరపండి
export-text = మీ ప్రొఫైల్, మనుషుల జాబితా, గదులను తాళం వేసిన ఒక ఫైల్‌లో సేవ్ చేస్తుంది. ఏదీ నిల్వ ఉంచని గదులు అందులో ఉండవు.
export-passphrase = ఫైల్ రహస్య పదాలు
export-passphrase-hint = ఇవి తెలిసినవారే ఫైల్ తెరవగలరు. ఇవి Hearth తెరిచే రహస్య పదాలే కానక్కర్లేదు.
export-go = ఫైల్ సేవ్ చేయండి
export-done = సేవ్ అయింది. ఫైల్‌ను, దాని రహస్య పదాలను విడివిడిగా ఉంచండి.
export-file = hearth-ప్రొఫైల్
erase-text = ఈ కంప్యూటర్‌లో Hearth దగ్గర ఉన్నవన్నీ పూర్తిగా చెరిగిపోతాయి: ప్రొఫైల్, మనుషుల జాబితా, గదులు, సందేశాలు. తిరిగి రావు.
erase-gone = మీ రక్షణ పత్రం, రహస్య పదాలు ఇక పనిచేయవు.
erase-others = ఇతరుల దగ్గర ఉన్న సందేశాలు అలాగే ఉంటాయి.
erase-disks = కొన్ని డిస్కులు పాత సమాచారాన్ని కొంతకాలం ఉంచుతాయి. తాళంచెవులు చెరిగిపోతాయి, అవి లేకుండా దాన్ని ఎవరూ చదవలేరు.
erase-export = ముందు ఒక కాపీ సేవ్ చేయండి
erase-passphrase = ఇది మీరేనని తెలుసుకోవడానికి మీ రహస్య పదాలు రాయండి
erase-go = అన్నీ చెరపండి
