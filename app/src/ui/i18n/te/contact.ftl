# People and comparing safety numbers.

people-title = మనుషులు
people-empty = ఇంకా ఎవరూ లేరు. ఒకరిని పిలవండి, లేదా ఎవరైనా పంపిన లింక్ వాడండి.
people-waiting = జవాబు కోసం ఎదురుచూపు
people-invite = ఒక వ్యక్తిని పిలవండి
people-about = మీతో విడిగా రాసుకునేవారు. మరిన్ని చూడడానికి ఒకరిని ఎంచుకోండి.
person-write = రాయండి
person-here = ఇప్పుడు ఇక్కడ ఉన్నారు
person-here-verified = ఇప్పుడు ఇక్కడ ఉన్నారు, మీరు సంఖ్య సరిచూశారు
person-away = ఇప్పుడు ఇక్కడ లేరు
person-away-verified = ఇప్పుడు ఇక్కడ లేరు, మీరు సంఖ్య సరిచూశారు
person-is-blocked = మీరు బ్లాక్ చేశారు
person-block-title = బ్లాక్ చేయడం
person-block-text = మీరు బ్లాక్ చేసిన వ్యక్తి మీకు రాయలేరు, మీరు ఇక్కడ ఉన్నారో లేదో చూడలేరు. ఈ విషయం Hearth వారికి చెప్పదు.
person-block = బ్లాక్ చేయండి
person-blocked = మీరు ఈ వ్యక్తిని బ్లాక్ చేశారు. వారు మీకు రాయలేరు.
person-unblock = బ్లాక్ తీసేయండి
safety-title = భద్రతా సంఖ్య
safety-text = ఈ అంకెలను అవతలి వ్యక్తితో కలిసి పోల్చి చూడండి, ఫోన్‌లో లేదా పక్కపక్కన. అవి ఒకటే అయితే, మధ్యలో ఎవరూ చదవడం, వినడం లేదు.
safety-coming = సంఖ్యను లెక్కిస్తోంది…
safety-same = అవి ఒకటే
safety-verified = మీరు ఈ సంఖ్యను పోల్చారు: మధ్యలో ఎవరూ చదవడం, వినడం లేదు.
