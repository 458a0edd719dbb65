# Messages and writing them.

message-retracted = ఈ సందేశాన్ని వెనక్కి తీసుకున్నారు
message-edited = మార్చినది
message-earlier = ముందటి సందేశం
message-reply = జవాబివ్వండి
message-copy = కాపీ చేయండి
message-edit = మాటలు మార్చండి
message-retract = వెనక్కి తీసుకోండి
message-again = మళ్లీ పంపండి
react = { $emoji } తో స్పందించండి
reaction = { $emoji }, { $count } మంది నుంచి
typing-one = { $name } రాస్తున్నారు…
typing-many = { $count ->
    [one] { $count } వ్యక్తి రాస్తున్నారు…
   *[other] { $count } మంది రాస్తున్నారు…
}
doctor-certified = డాక్టర్, నిర్ధారణ అయింది
doctor-unverified = డాక్టర్, నిర్ధారణ కాలేదు
state-queued = వారు అందే వరకు ఎదురుచూపు
state-sent = వెళ్లింది
state-delivered = చేరింది
state-delivered-some = { $all } మందిలో { $count } మందికి చేరింది
state-read = చదివారు
state-read-all = అందరూ చదివారు
state-read-some = { $count } మంది చదివారు
state-failed = చేరలేకపోయింది
compose-name = { $title } కు సందేశం
compose-hint = సందేశం రాయండి
compose-send = పంపండి
compose-save = భద్రపరచండి
compose-reply = { $name } కు జవాబు
compose-reply-earlier = ముందటి సందేశానికి జవాబు
compose-edit = మీ సందేశాన్ని మారుస్తున్నారు
compose-cancel = వద్దు
compose-full = ఈ సందేశం దాదాపు గరిష్ఠ పొడవుకు చేరింది. మిగతాది రెండో సందేశంగా పంపండి.
message-answered = ఇది ఏ సందేశానికి జవాబో దానికి వెళ్లండి
message-answers = { $name } కు జవాబు
message-told = { $name } రాస్తున్నారు: { $text }
