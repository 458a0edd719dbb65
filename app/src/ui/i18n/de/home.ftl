# The rail and the first page.

rail-rooms = Räume
rail-people = Menschen
rail-settings = Optionen
net-refused = Andere können diesen Computer gerade nicht erreichen. Schließen Sie Hearth und öffnen Sie es noch einmal.
home-title = Guten Tag, { $name }
home-first = Das ist Ihr ruhiger Ort. Benutzen Sie zum Anfang einen Link, den Ihnen jemand geschickt hat, oder eröffnen Sie einen Raum und laden Sie Menschen ein.
home-text = Wählen Sie einen Raum zum Lesen und Schreiben. Lassen Sie sich Zeit.
home-safe = Was Sie schreiben, ist so verschlossen, dass nur die Menschen im Raum es lesen können.
