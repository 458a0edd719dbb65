# Somebody in a room, and people.

member-care = Prendre soin de la salle
member-moderate = Confier la modération
member-unmoderate = Retirer la modération
member-moderate-text = Les personnes qui modèrent font entrer les autres et peuvent retirer quelqu’un.
member-remove = Retirer de la salle
member-remove-text = Cette personne ne pourra pas lire ce qui sera écrit ici ensuite.
member-remove-sure = Retirer { $name } de cette salle ?
member-remove-go = Oui, retirer
member-remove-stay = Annuler
people-blocked = Bloquées
person-waiting = Cette personne n’a pas encore répondu à votre lien.
person-block-sure = Oui, bloquer
person-block-ask = Bloquer { $name } ?
