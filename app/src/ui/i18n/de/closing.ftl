# Closing the window.

closing-title = Hearth schließen?
closing-text = Sie sind in einem Raum, der nichts aufbewahrt. Seine Nachrichten sind weg, wenn Sie Hearth schließen.
closing-stay = Bleiben
closing-go = Schließen
