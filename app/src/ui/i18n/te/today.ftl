# Today at a glance.

rail-home = హోమ్
rail-help = సాయం
rail-more = మరిన్ని
home-calm = ఇప్పుడు మీరు చేయాల్సింది ఏమీ లేదు. అది మంచిదే.
home-knock = { $name } { $title } లోకి రావాలనుకుంటున్నారు.
home-answer = జవాబివ్వండి
home-draft = మీరు { $title } లో రాయడం మొదలుపెట్టారు.
home-go-on = రాయడం కొనసాగించండి
home-sheet = మీకు ఇంకా రక్షణ పత్రం లేదు. రహస్య పదాలు మరిచిపోతే అది మీ ప్రొఫైల్‌ను తెరుస్తుంది.
home-compare = { $name } ఇక్కడ ఉన్నారు. నిజంగా వారేనని తెలుసుకోవడానికి ఫోన్‌లో భద్రతా సంఖ్యలు పోల్చండి.
home-compare-go = పోల్చండి
home-doors = తలుపు దగ్గర
home-new = మీకు కొత్తవి
home-here = ఇప్పుడు ఉన్నవారు
home-begin = ఏదైనా మొదలుపెట్టండి
rooms-draft = మీరు ఇక్కడ రాయడం మొదలుపెట్టారు
