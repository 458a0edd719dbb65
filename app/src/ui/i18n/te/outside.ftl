## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth వెనుక నడుస్తూ ఉండవచ్చు: సందేశాలు మీకు చేరుతూనే ఉంటాయి, గడియారం పక్కన అది మీకు కనిపిస్తుంది. మూసివేస్తే, మీరు Hearth మళ్లీ తెరిచే వరకు సందేశాలు వేచి ఉంటాయి.
closing-background = వెనుక నడవనివ్వండి
closing-quit = Hearth మూసివేయండి
outside-message = మీకు కొత్త సందేశం వచ్చింది
outside-open = Hearth తెరవండి
outside-lock = Hearth కు తాళం వేయండి
outside-quit = Hearth మూసివేయండి
outside-link-waits = మీ కోసం ఒక ఆహ్వానం వేచి ఉంది. Hearth తెరవగానే దాన్ని వాడవచ్చు.
outside-files-later = Hearth తో ఇంకా ఫైళ్లు పంపడం కుదరదు. అది తర్వాత వస్తుంది. ఆహ్వాన చతురస్రం ఫోటోను ఇక్కడ వదలవచ్చు.
outside-room = ఈ గదిలో కొత్త సందేశాల గురించి నాకు చెప్పండి
demo-banner = ఇది ప్రదర్శన మాత్రమే: ఇక్కడ ఏదీ నిల్వ ఉండదు. ఒక విండోలో రాసి మరొక దానిలో చదవండి.
demo-curtain = ఇద్దరు వ్యక్తులు కలవబోతున్నారు
demo-curtain-text = ఒక పేషెంట్, ఒక డాక్టర్, ఎవరి Hearth వారిదే. కొన్ని క్షణాల్లో వారు ఒకరికొకరు రాసుకుంటారు, తర్వాత మీ వంతు.
