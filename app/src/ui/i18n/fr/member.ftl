# Somebody in a room, and people.

member-care = Prendre soin de la salle
member-moderate = Nommer modérateur
member-unmoderate = Ne plus être modérateur
member-moderate-text = Les modérateurs font entrer les personnes et peuvent retirer quelqu’un.
member-remove = Retirer de la salle
member-remove-text = Une personne retirée ne peut pas lire ce qui est écrit ensuite.
member-remove-sure = Retirer { $name } de cette salle ?
member-remove-go = Oui, retirer
member-remove-stay = Non
people-blocked = Bloquées
person-waiting = Cette personne n’a pas encore répondu à votre lien.
person-block-sure = Oui, bloquer
person-block-ask = Bloquer { $name } ?
