# Closing the window.

closing-title = Hearth ను మూయాలా?
closing-text = మీరు ఏదీ నిల్వ ఉంచని గదిలో ఉన్నారు. Hearth మూస్తే దాని సందేశాలు పోతాయి.
closing-stay = ఉంటాను
closing-go = మూయండి
