# Messages and writing them.

message-retracted = Diese Nachricht wurde zurückgenommen
message-edited = Geändert
message-earlier = Eine frühere Nachricht
message-reply = Antworten
message-copy = Kopieren
message-edit = Umschreiben
message-retract = Zurücknehmen
message-again = Noch einmal senden
react = Mit { $emoji } reagieren
reaction = { $emoji } von { $count }
typing-one = { $name } schreibt…
typing-many = { $count ->
    [one] { $count } Person schreibt…
   *[other] { $count } Personen schreiben…
}
doctor-certified = Ärztin oder Arzt, bestätigt
doctor-unverified = Ärztin oder Arzt, nicht bestätigt
state-queued = Wartet, bis die Person zu erreichen ist
state-sent = Gesendet
state-delivered = Zugestellt
state-delivered-some = An { $count } von { $all } zugestellt
state-read = Gelesen
state-read-all = Von allen gelesen
state-read-some = Von { $count } gelesen
state-failed = Konnte nicht zugestellt werden
compose-name = Nachricht an { $title }
compose-hint = Schreiben Sie eine Nachricht
compose-send = Senden
compose-save = Speichern
compose-reply = Antwort an { $name }
compose-reply-earlier = Antwort auf eine frühere Nachricht
compose-edit = Sie ändern Ihre Nachricht
compose-cancel = Abbrechen
compose-full = Diese Nachricht ist fast so lang wie möglich. Bitte senden Sie den Rest als zweite Nachricht.
message-answered = Zur beantworteten Nachricht gehen
message-answers = antwortet { $name }
message-told = { $name } schreibt: { $text }
