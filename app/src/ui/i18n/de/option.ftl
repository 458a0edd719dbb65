# The pages of the settings.

setting-look = Aussehen von Hearth
setting-look-line = Sprache, Schriftgröße, Farben, einfache Ansicht
setting-privacy = Privatsphäre und Ruhe
setting-privacy-line = Was andere sehen, Verdecken, Sperren, Hinweise
setting-passphrase = Geheimsatz
setting-passphrase-line = Einen neuen wählen
setting-passphrase-text = Sobald Sie ihn geändert haben, gilt der alte Geheimsatz nicht mehr.
setting-sheet = Notfallblatt
setting-sheet-there = Sie haben eines. Sie können ein neues anlegen
setting-sheet-none = Sie haben noch keines
setting-storage = Speicher
setting-storage-line = Wie viel aufbewahrt wird, einen Raum löschen
setting-export = Alles mitnehmen
setting-export-line = Eine verschlossene Datei, für einen anderen Computer
setting-erase = Mein Profil löschen
setting-erase-line = Alles, was Hearth auf diesem Computer aufbewahrt
setting-language = Sprache
setting-colours = Farben
setting-contrast = Kontrast
contrast-standard = Sanft
contrast-high = Stark
setting-motion = Bewegung
motion-full = Dinge dürfen sich bewegen
motion-reduced = Nichts bewegt sich
setting-simple = Einfache Ansicht
setting-simple-text = Eins nach dem anderen, und alles größer.
setting-notices-text = Ein Hinweis zeigt nie, was geschrieben wurde.
notices-on = Mir Neues melden
offer-on = Mir jemanden zum Reden anbieten
offer-on-text = Wenn das, was Sie schreiben, nach Verzweiflung klingt, zeigt Hearth, wer zuhören kann. Es schaut nur auf diesem Computer nach und sagt es niemandem.
setting-hide = Automatisch verdecken
setting-hide-text = Wenn so lange niemand den Computer berührt hat, verdeckt Hearth, was auf dem Bildschirm steht. Die Verbindung bleibt.
setting-lock = Automatisch sperren
setting-lock-text = Nach dieser Zeit trennt Hearth auch die Verbindung. Räume, die nichts aufbewahren, werden geleert.
idle-never = Nie
idle-minutes = { $count ->
    [one] Nach { $count } Minute
   *[other] Nach { $count } Minuten
}
idle-hours = { $count ->
    [one] Nach { $count } Stunde
   *[other] Nach { $count } Stunden
}
passphrase-old = Aktueller Geheimsatz
passphrase-new = Neuer Geheimsatz
passphrase-change = Geheimsatz ändern
passphrase-changed = Ihr Geheimsatz ist geändert.
storage-size = Hearth belegt auf diesem Computer etwa { $size } MB.
storage-rooms = Einen Raum löschen
storage-rooms-text = Wenn Sie einen Raum löschen, verschwindet alles daraus von diesem Computer. Die anderen behalten, was sie haben.
storage-none = Es gibt keine Räume.
storage-sure = „{ $title }“ und alle Nachrichten daraus verschwinden von diesem Computer. Um zurückzukommen, brauchen Sie einen Link. Das Löschen lässt sich nicht rückgängig machen.
storage-erase = Löschen
export-text = Speichert Ihr Profil, Menschen und Räume in einer verschlossenen Datei. Räume, die nichts aufbewahren, sind nicht darin.
export-passphrase = Geheimsatz für die Datei
export-passphrase-hint = Nur wer ihn kennt, kann die Datei öffnen. Es muss nicht der sein, mit dem Sie Hearth öffnen.
export-go = Datei speichern
export-done = Gespeichert. Bewahren Sie die Datei und ihren Geheimsatz getrennt auf.
export-file = hearth-profil
erase-text = Alles, was Hearth auf diesem Computer aufbewahrt, wird zerstört: Profil, Menschen, Räume und Nachrichten. Das lässt sich nicht rückgängig machen.
erase-gone = Ihr Notfallblatt und Ihr Geheimsatz gelten dann nicht mehr.
erase-others = Andere Menschen behalten die Nachrichten, die sie haben.
erase-disks = Manche Laufwerke behalten alte Reste eine Weile. Ohne die Schlüssel, die zerstört werden, sind sie nicht lesbar.
erase-export = Erst eine Kopie speichern
erase-passphrase = Ihr Geheimsatz, um sicher zu sein, dass Sie es sind
erase-go = Alles löschen
