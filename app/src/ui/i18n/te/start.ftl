# The first steps, and how good a passphrase is.

welcome-step = { $of } లో { $step }వ అడుగు
welcome-language = మీ భాషను ఎంచుకోండి
welcome-size = అక్షరాలు ఎంత పెద్దగా ఉండాలి?
welcome-size-text = మీరు సులభంగా చదవగలిగేది ఎంచుకోండి. ఎప్పుడైనా మార్చుకోవచ్చు.
welcome-next = ముందుకు
welcome-missing-strength = దయచేసి ఇంకా బలమైన రహస్య పదాలు ఎంచుకోండి.
welcome-import = నా ప్రొఫైల్ వేరే కంప్యూటర్‌లో ఉంది
strength-empty = ఒకదానికొకటి సంబంధం లేని మూడు నాలుగు పదాలు బాగుంటాయి.
strength-weak = ఊహించడం చాలా సులభం. ఇంకో పదం చేర్చండి.
strength-good = బాగుంది. ఊహించడం కష్టం.
strength-strong = చాలా బాగుంది. ఊహించడం చాలా కష్టం.
import-title = మీ ప్రొఫైల్‌ను తెచ్చుకోండి
import-text = వేరే కంప్యూటర్‌లో మీరు సేవ్ చేసిన ఫైల్‌ను ఎంచుకోండి. అందులోనిదంతా ఈ కంప్యూటర్‌కు వస్తుంది.
import-file = ఫైల్
import-choose = ఫైల్ ఎంచుకోండి
import-passphrase-hint = ఫైల్ సేవ్ చేసినప్పుడు మీరు ఇచ్చిన రహస్య పదాలు.
import-go = ఇక్కడికి తీసుకురండి
one-moment = ఒక్క క్షణం…
cancel = వద్దు
