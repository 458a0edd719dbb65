# Somebody in a room, and people.

member-care = Sich um den Raum kümmern
member-moderate = Moderieren lassen
member-unmoderate = Nicht mehr moderieren lassen
member-moderate-text = Wer moderiert, lässt Menschen herein und kann jemanden entfernen.
member-remove = Aus dem Raum entfernen
member-remove-text = Die Person kann dann nicht lesen, was hier danach geschrieben wird.
member-remove-sure = { $name } aus diesem Raum entfernen?
member-remove-go = Ja, entfernen
member-remove-stay = Abbrechen
people-blocked = Blockiert
person-waiting = Diese Person hat auf Ihren Link noch nicht geantwortet.
person-block-sure = Ja, blockieren
person-block-ask = { $name } blockieren?
