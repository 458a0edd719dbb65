# The recovery sheet, and coming back with it.

sheet-title = Notfallblatt
sheet-why = Wenn Sie Ihren Geheimsatz vergessen, öffnet dieses Blatt Ihr Profil. Niemand sonst kann das für Sie tun.
sheet-later = Sie können das jetzt tun oder später, in den Optionen.
sheet-make = Notfallblatt anlegen
sheet-without = Ohne beginnen
sheet-shown-text = Schreiben Sie diese Zahlen auf, oder speichern und drucken Sie sie. Hearth zeigt sie nur dieses eine Mal.
sheet-keep = Bewahren Sie das Blatt getrennt von diesem Computer auf, wie einen Ersatzschlüssel. Wer beides hat, kann alles lesen.
sheet-save = In einer Datei speichern
sheet-copy = Kopieren
sheet-saved = Gespeichert. Drucken Sie das Blatt aus und nehmen Sie die Datei dann von diesem Computer.
sheet-path = Wo speichern?
sheet-save-there = Dort speichern
sheet-have-it = Ich habe es
sheet-replaces = Sie haben schon ein Blatt. Das neue tritt an seine Stelle, die alten Zahlen öffnen dann nichts mehr.
sheet-passphrase = Ihr Geheimsatz, damit niemand sonst an Ihrem Computer ein Blatt anlegen kann.
sheet-file = hearth-notfallblatt
sheet-print-title = Hearth-Notfallblatt
sheet-print-name = Für { $name }
sheet-print-use = Wenn der Geheimsatz vergessen ist: Hearth öffnen, „Mein Notfallblatt benutzen“ wählen und diese Zahlen eingeben.
sheet-print-keep = Bewahren Sie dieses Blatt getrennt vom Computer auf. Wer beides hat, kann alles lesen.
toast-sheet-copied = Kopiert. Fügen Sie es in ein Passwort-Programm ein, nicht in eine Nachricht.
unlock-recover = Mein Notfallblatt benutzen
unlock-paste = Sie können den Geheimsatz aus einem Passwort-Programm einfügen. Haben Sie ihn vergessen, benutzen Sie Ihr Notfallblatt.
recover-title = Ihr Notfallblatt benutzen
recover-text = Geben Sie die Zahlen vom Blatt ein und wählen Sie einen neuen Geheimsatz. Es geht nichts verloren.
recover-code = Zahlen auf dem Blatt
recover-code-hint = Acht Gruppen zu sechs Ziffern. Lücken spielen keine Rolle.
recover-code-left = { $count ->
    [one] Noch { $count } Ziffer
   *[other] Noch { $count } Ziffern
}
recover-code-group = Bitte sehen Sie Gruppe { $number } noch einmal an. Eine ihrer Ziffern stimmt nicht.
recover-code-digits = Nur die Ziffern auf dem Blatt, acht Gruppen zu sechs.
recover-code-whole = Alle Zahlen sind vollständig.
recover-new = Neuer Geheimsatz
recover-go = Mein Profil öffnen
recover-back = Zurück zum Geheimsatz
fault-wrong-recovery-code = Das ist nicht das neueste Blatt dieses Profils. Vergleichen Sie die Zahlen noch einmal, Gruppe für Gruppe.
