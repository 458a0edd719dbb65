# People and comparing safety numbers.

people-title = మనుషులు
people-empty = ఇంకా ఎవరూ లేరు. ఒకరిని పిలవండి, లేదా ఎవరైనా పంపిన లింక్ వాడండి.
people-waiting = జవాబు కోసం ఎదురుచూపు
people-invite = ఒక వ్యక్తిని పిలవండి
people-about = మీరు ఇద్దరే రాసుకునే వారు. మరిన్ని చూడడానికి ఒకరిని ఎంచుకోండి.
person-write = రాయండి
person-here = ఇప్పుడు ఇక్కడ
person-here-verified = ఇప్పుడు ఇక్కడ, సరిచూసినది
person-away = ఇప్పుడు ఇక్కడ లేరు
person-away-verified = ఇప్పుడు ఇక్కడ లేరు, సరిచూసినది
person-is-blocked = ఆపివేసిన వ్యక్తి
person-block-title = ఆపడం
person-block-text = ఆపివేసిన వ్యక్తి మీకు రాయలేరు, మీరు ఇక్కడ ఉన్నారో చూడలేరు. వారికి ఈ విషయం చెప్పం.
person-block = ఆపండి
person-blocked = ఈ వ్యక్తిని ఆపారు. వారు మీకు రాయలేరు.
person-unblock = మళ్ళీ అనుమతించండి
safety-title = భద్రతా సంఖ్య
safety-text = ఈ అంకెలను అవతలి వ్యక్తితో పోల్చండి, ఫోన్‌లో లేదా పక్కపక్కన. అవి ఒకటే అయితే మధ్యలో ఎవరూ వినడం లేదు.
safety-coming = సంఖ్యను లెక్కిస్తున్నాం…
safety-same = అవి ఒకటే
safety-verified = మీరు ఈ సంఖ్యను పోల్చారు. ఇది నిజంగా ఆ వ్యక్తే.
