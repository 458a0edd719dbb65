# Somebody in a room, and people.

member-care = గదిని చూసుకోవడం
member-moderate = నిర్వాహకులుగా చేయండి
member-unmoderate = ఇక నిర్వాహకులు కాదు
member-moderate-text = నిర్వాహకులు మనుషులను లోపలికి రానిస్తారు, ఒకరిని తీసేయగలరు.
member-remove = గది నుంచి తీసేయండి
member-remove-text = ఆ తర్వాత ఇక్కడ రాసేవి వారు చదవలేరు.
member-remove-sure = { $name } ను ఈ గది నుంచి తీసేయాలా?
member-remove-go = అవును, తీసేయండి
member-remove-stay = వద్దు
people-blocked = మీరు బ్లాక్ చేసినవారు
person-waiting = ఈ వ్యక్తి ఇంకా మీ లింక్‌కు జవాబివ్వలేదు.
person-block-sure = అవును, బ్లాక్ చేయండి
person-block-ask = { $name } ను బ్లాక్ చేయాలా?
