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
reaction = { $emoji } పెట్టినవారు: { $count }
typing-one = { $name } రాస్తున్నారు…
typing-many = { $count ->
    [one] ఒకరు రాస్తున్నారు…
   *[other] { $count } మంది రాస్తున్నారు…
}
doctor-certified = ధ్రువీకరించిన డాక్టర్
doctor-unverified = డాక్టర్, ధ్రువీకరణ లేదు
state-queued = వారు అందుబాటులోకి వచ్చే వరకు ఎదురుచూపు
state-sent = వెళ్లింది
state-delivered = చేరింది
state-delivered-some = చేరింది: { $all } మందిలో { $count }
state-read = చదివారు
state-read-all = అందరూ చదివారు
state-read-some = చదివినవారు: { $count }
state-failed = చేరలేకపోయింది
compose-name = { $title } కు సందేశం
compose-hint = సందేశం రాయండి
compose-send = పంపండి
compose-save = సేవ్ చేయండి
compose-reply = { $name } కు జవాబు
compose-reply-earlier = ముందటి సందేశానికి జవాబు
compose-edit = సందేశం మార్పు
compose-cancel = వద్దు
compose-full = ఈ సందేశంలో ఇక పెద్దగా చోటు లేదు. దయచేసి మిగతాది రెండో సందేశంగా పంపండి.
message-answered = అసలు సందేశానికి వెళ్లండి
message-answers = { $name } కు జవాబు
message-told = { $name } రాస్తున్నారు: { $text }
