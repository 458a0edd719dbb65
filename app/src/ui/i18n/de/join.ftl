# Using links.

join-title = Link benutzen
join-text = Fügen Sie den Link ein, den Ihnen jemand geschickt hat. Sie sehen, wohin er führt, bevor Sie sich entscheiden.
join-link = Link
join-link-hint = Hier einfügen
join-address = Um nachzusehen, verbindet sich Hearth direkt mit der Person, die diese Einladung gemacht hat. Diese Person und alle, die die Netze dazwischen betreiben, können Ihre Netzadresse sehen. Die Adresse kann verraten, wo Sie ungefähr sind.
join-contact = Dieser Link ist zum Schreiben mit einer Person. Diese Person sieht Ihren Namen.
join-look = Den Raum zeigen
join-looking = Hearth sieht nach…
join-accept = Mit dieser Person verbinden
join-unseen = Beitreten, sobald die Person zu erreichen ist
join-unseen-text = Sie können den Link hier lassen: Hearth versucht es von selbst weiter und tritt bei, wenn die Person wieder da ist. Dann sehen Sie, was der Raum vereinbart hat.
join-inviter = { $name } lädt Sie ein
join-direct = In diesem Raum können Mitglieder die Netzadresse der anderen sehen. Sie kann verraten, wo jemand ungefähr ist.
join-name = Ihr Name in diesem Raum
join-name-hint = Leer lassen für einen erfundenen Namen
join-name-hint-record = Leer lassen für Ihren Profilnamen
join-name-text = Niemand hier kann diesen Namen mit Ihnen in anderen Räumen in Verbindung bringen.
join-name-text-record = Dieser Raum führt eine Behandlungsakte. Die Menschen darin können Sie in anderen Räumen dieser Art wiedererkennen.
join-go = Dem Raum beitreten
join-knock = Anklopfen
join-busy = Einen Moment…
join-not-now = Jetzt nicht
join-paste = Link einfügen
join-words-title = Liest Ihnen jemand Wörter vor?
join-words-text = Am Telefon lässt sich eine Einladung in Zeilen aus Wörtern vorlesen.
join-words = Wörter eintippen
