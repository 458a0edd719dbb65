# Making links.

invite-title = In { $title } einladen
invite-text = Machen Sie einen Link und schicken Sie ihn der Person, wie Sie möchten. Er öffnet diesen Raum und sonst nichts.
invite-one = Eine Person
invite-one-meaning = Der Link gilt einmal.
invite-group = Eine Gruppe
invite-group-meaning = { $count ->
    [one] Bis zu { $count } Person kann den Link benutzen.
   *[other] Bis zu { $count } Personen können den Link benutzen.
}
invite-make = Link machen
invite-to-room = Zum Raum
link-title = Ihr Link
link-copy = Link kopieren
link-week = Der Link gilt 7 Tage. Dieser Computer muss an und verbunden sein, damit andere hereinkommen können.
link-care = Wer diesen Link hat, kann ihn benutzen. Schicken Sie ihn nur der Person, für die er ist.
contact-invite-title = Eine Person einladen
contact-invite-text = Machen Sie einen Link für eine Person. Wenn sie ihn benutzt, können Sie beide einander schreiben, und niemand sonst kann mitlesen.
