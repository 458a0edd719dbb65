# Rooms, their people and their states.

rooms-title = Räume
rooms-empty = Noch keine Räume. Benutzen Sie einen Link, den Ihnen jemand geschickt hat, oder eröffnen Sie einen eigenen Raum.
rooms-join = Link benutzen
rooms-new = Raum eröffnen
rooms-quiet = Noch nichts geschrieben
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } neue Nachricht
   *[other] { $count } neue Nachrichten
}
rooms-knocks = { $count ->
    [one] { $count } Person klopft an
   *[other] { $count } Personen klopfen an
}
room-untitled = Neuer Raum
room-opening = Der Raum wird geöffnet…
room-invite = Jemanden einladen
room-people = Über diesen Raum
room-private = { $here ->
    [0] Privat. { $count ->
        [one] Nur Sie
       *[other] { $count } Personen
    }, sonst ist gerade niemand hier
   *[other] Privat. { $count } Personen, { $here } außer Ihnen hier
}
room-direct-here = Privat. Gerade hier
room-direct-here-verified = Privat, Nummer verglichen. Gerade hier
room-direct-away = Privat. Gerade nicht hier
room-direct-away-verified = Privat, Nummer verglichen. Gerade nicht hier
room-new = Neu
room-empty = Sagen Sie Hallo
room-empty-text = Hier wurde noch nichts geschrieben. Das erste Wort darf ein kleines sein.
room-empty-alone = Sie sind als erste Person hier
room-empty-alone-text = Laden Sie jemanden ein. Sie können schon schreiben; wer später kommt, sieht nicht, was vorher gesagt wurde.
room-waiting = Wer Sie eingeladen hat, war noch nicht zu erreichen. Hearth versucht es von selbst weiter, bis der Link abläuft. Sie können inzwischen etwas anderes tun.
room-waiting-short = Wartet auf eine Antwort
room-knocking = Sie haben angeklopft. Jemand im Raum muss Sie hereinlassen. Hearth sagt Ihnen Bescheid, wenn es so weit ist.
room-knocking-short = Wartet auf Einlass
room-rejoining = Dieser Computer ist neu im Raum. Sobald jemand aus dem Raum zu erreichen ist, werden Sie wieder hereingelassen.
room-rejoining-short = Kommt zurück in den Raum
room-left = Sie haben diesen Raum verlassen. Um zurückzukommen, brauchen Sie einen Link.
room-left-short = Sie sind gegangen
room-removed = Die Moderation hat Sie aus diesem Raum entfernt. Wenn Sie jemanden aus dem Raum kennen, können Sie diese Person nach dem Grund fragen.
room-removed-short = Sie sind nicht mehr in diesem Raum
room-refused = Sie wurden diesmal nicht hereingelassen. Sie können die Person, die Sie eingeladen hat, nach dem Grund fragen.
room-refused-short = Nicht hereingelassen
room-refused-used = Dieser Link wurde schon benutzt. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen.
room-refused-used-short = Der Link wurde schon benutzt
room-refused-expired = Der Link ist abgelaufen, bevor die andere Seite zu erreichen war. Bitten Sie um einen neuen.
room-refused-expired-short = Der Link ist abgelaufen
room-refused-forged = Wer geantwortet hat, ist nicht die Person, die den Link gemacht hat. Darum hat Hearth abgebrochen. Bitten Sie auf anderem Weg um einen neuen Link, zum Beispiel am Telefon.
room-refused-forged-short = Der Link führte nicht zu der Person, die ihn gemacht hat
about-people = Menschen
about-charter = Was dieser Raum vereinbart hat
about-leave = Den Raum verlassen
about-leave-text = Sie bekommen keine Nachrichten mehr aus diesem Raum. Um zurückzukommen, brauchen Sie einen neuen Link.
about-leave-go = Verlassen
about-leave-sure = Ja, verlassen
about-leave-stay = Bleiben
member-you = { $name } (Sie)
member-here = Gerade hier
member-away = Gerade nicht hier
member-verified = Nummer verglichen
member-since = im Raum seit { $when }
rank-owner = Kümmert sich um den Raum
rank-moderator = Moderation
rank-observer = Liest mit
knock-title = { $name } möchte hereinkommen
knock-text = Die Person sieht nichts vom Raum, bis Sie sie hereinlassen.
knock-admit = Hereinlassen
knock-refuse = Jetzt nicht
room-to-newest = Zum Neuesten
room-to-new = { $count ->
    [one] Zur neuen Nachricht
   *[other] Zu den { $count } neuen Nachrichten
}
room-stop = Nicht mehr warten
room-forget = Von der Liste nehmen
room-erase = Diesen Raum löschen
