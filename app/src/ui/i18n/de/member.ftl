# Somebody in a room, and people.

member-care = Sich um den Raum kümmern
member-moderate = Zum Moderator machen
member-unmoderate = Nicht mehr Moderator
member-moderate-text = Moderatoren lassen Menschen herein und können jemanden entfernen.
member-remove = Aus dem Raum entfernen
member-remove-text = Wer entfernt ist, kann nicht lesen, was danach geschrieben wird.
member-remove-sure = { $name } aus diesem Raum entfernen?
member-remove-go = Ja, entfernen
member-remove-stay = Nein
people-blocked = Gesperrt
person-waiting = Diese Person hat auf Ihren Link noch nicht geantwortet.
person-block-sure = Ja, sperren
person-block-ask = { $name } sperren?
