# Making links.

invite-title = Inviter dans { $title }
invite-text = Faites un lien et envoyez-le à la personne comme vous voulez. Il ouvre cette salle et rien d’autre.
invite-one = Une personne
invite-one-meaning = Le lien marche une fois.
invite-group = Un groupe
invite-group-meaning = { $count ->
    [one] Jusqu’à { $count } personne peut utiliser le lien.
   *[other] Jusqu’à { $count } personnes peuvent utiliser le lien.
}
invite-make = Faire un lien
invite-to-room = Aller à la salle
link-title = Votre lien
link-copy = Copier le lien
link-week = Le lien marche 7 jours. Cet ordinateur doit être allumé et connecté pour que d’autres puissent entrer.
link-care = Toute personne qui a ce lien peut l’utiliser. Envoyez-le seulement à la personne à qui il est destiné.
contact-invite-title = Inviter une personne
contact-invite-text = Faites un lien pour une personne. Quand elle l’utilise, elle et vous pouvez vous écrire, et personne d’autre ne peut lire.
