# People and comparing safety numbers.

people-title = Menschen
people-empty = Noch niemand. Laden Sie eine Person ein, oder benutzen Sie einen Link, den Ihnen jemand geschickt hat.
people-waiting = Wartet auf eine Antwort
people-invite = Eine Person einladen
people-about = Menschen, mit denen Sie zu zweit schreiben. Wählen Sie jemanden, um mehr zu sehen.
person-write = Schreiben
person-here = Gerade hier
person-here-verified = Gerade hier, Nummer verglichen
person-away = Gerade nicht hier
person-away-verified = Gerade nicht hier, Nummer verglichen
person-is-blocked = Blockiert
person-block-title = Blockieren
person-block-text = Eine blockierte Person kann Ihnen nicht schreiben und nicht sehen, ob Sie hier sind. Sie erfährt nichts davon.
person-block = Blockieren
person-blocked = Diese Person ist blockiert. Sie kann Ihnen nicht schreiben.
person-unblock = Nicht mehr blockieren
safety-title = Sicherheitsnummer
safety-text = Vergleichen Sie diese Zahlen mit der anderen Person, am Telefon oder nebeneinander. Sind sie gleich, hört niemand dazwischen mit.
safety-coming = Die Nummer wird berechnet…
safety-same = Sie sind gleich
safety-verified = Sie haben diese Nummer verglichen: Niemand liest oder hört dazwischen mit.
