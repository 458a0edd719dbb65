# One’s own things.

settings-title = సెట్టింగ్‌లు
settings-name = మీ పేరు
settings-name-hint = మీ పరిచయస్తులకు, రికార్డు ఉంచే గదుల్లో కనిపిస్తుంది.
settings-save = సేవ్ చేయండి
settings-saved = సేవ్ అయింది
settings-size = అక్షరాల పరిమాణం
size-normal = మామూలు
size-large = పెద్దవి
size-larger = ఇంకా పెద్దవి
size-largest = అన్నిటికంటే పెద్దవి
theme-system = ఈ కంప్యూటర్‌లా
theme-light = లేత
theme-dark = ముదురు
typing-shown = నేను రాస్తున్నట్టు ఇతరులకు కనిపిస్తుంది
settings-lock-text = దాచితే తెర కప్పి ఉంటుంది, కనెక్షన్ కొనసాగుతుంది. తాళం వేస్తే కనెక్షన్ కూడా తెగుతుంది; ఏదీ నిల్వ ఉంచని గదులు ఖాళీ అవుతాయి.
settings-hide = ఇప్పుడు దాచండి
settings-lock = ఇప్పుడు తాళం వేయండి
typing-meaning = మీరు పంపే వరకు మాటలు ఎవరికీ కనిపించవు.
