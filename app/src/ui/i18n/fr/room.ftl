# Rooms, their people and their states.

rooms-title = Salles
rooms-empty = Pas encore de salle. Utilisez un lien que l’on vous a envoyé, ou ouvrez votre propre salle.
rooms-join = Utiliser un lien
rooms-new = Ouvrir une salle
rooms-quiet = Rien d’écrit pour l’instant
rooms-last = { $name } : { $text }
rooms-unread = { $count ->
    [one] { $count } nouveau message
   *[other] { $count } nouveaux messages
}
rooms-knocks = { $count ->
    [one] { $count } personne souhaite entrer
   *[other] { $count } personnes souhaitent entrer
}
room-untitled = Nouvelle salle
room-opening = Ouverture de la salle…
room-invite = Inviter quelqu’un
room-people = À propos de cette salle
room-private = { $here ->
    [0] Privé. { $count ->
        [one] Seulement vous
       *[other] { $count } personnes
    }, personne d’autre n’est là en ce moment
   *[other] Privé. { $count } personnes, { $here } ici en plus de vous
}
room-direct-here = Privé. Ici en ce moment
room-direct-here-verified = Privé, numéro comparé. Ici en ce moment
room-direct-away = Privé. Pas ici en ce moment
room-direct-away-verified = Privé, numéro comparé. Pas ici en ce moment
room-new = Nouveau
room-empty = Dites bonjour
room-empty-text = Rien n’a encore été écrit ici. Le premier mot peut être tout petit.
room-empty-alone = Vous êtes la première personne ici
room-empty-alone-text = Invitez quelqu’un. Vous pouvez déjà écrire ; les personnes qui arrivent ensuite ne verront pas ce qui a été dit avant.
room-waiting = La personne qui vous a envoyé l’invitation n’a pas encore pu être jointe. Hearth continue d’essayer tout seul tant que le lien est valable. Vous pouvez faire autre chose en attendant.
room-waiting-short = En attente d’une réponse
room-knocking = Vous avez frappé à la porte. Quelqu’un de la salle doit vous laisser entrer. Hearth vous le dira à ce moment-là.
room-knocking-short = En attente d’entrer
room-rejoining = Cet ordinateur est nouveau dans la salle. Dès qu’une personne de la salle peut être jointe, vous y revenez.
room-rejoining-short = Retour dans la salle
room-left = Vous avez quitté cette salle. Pour revenir, il vous faut un lien.
room-left-short = Vous avez quitté la salle
room-removed = La modération vous a retiré l’accès à cette salle. Si vous y connaissez quelqu’un, vous pouvez lui demander pourquoi.
room-removed-short = Vous n’êtes plus dans cette salle
room-refused = On ne vous a pas laissé entrer cette fois. Vous pouvez demander pourquoi à la personne qui vous a envoyé l’invitation.
room-refused-short = Entrée refusée
room-refused-used = Ce lien a déjà servi. Demandez-en un nouveau à la personne qui vous a envoyé l’invitation.
room-refused-used-short = Le lien a déjà servi
room-refused-expired = Le lien a cessé d’être valable avant que l’autre personne puisse être jointe. Demandez-en un nouveau.
room-refused-expired-short = Le lien n’est plus valable
room-refused-forged = La personne qui a répondu n’est pas celle qui a fait le lien, donc Hearth s’est arrêté. Demandez un nouveau lien par un autre moyen, par exemple par téléphone.
room-refused-forged-short = Le lien ne menait pas à la personne qui l’a fait
about-people = Personnes
about-charter = Ce qui est convenu dans cette salle
about-leave = Quitter la salle
about-leave-text = Vous ne recevrez plus les messages de cette salle. Pour revenir, il vous faudra un nouveau lien.
about-leave-go = Quitter
about-leave-sure = Oui, quitter
about-leave-stay = Rester
member-you = { $name } (vous)
member-here = Ici en ce moment
member-away = Pas ici en ce moment
member-verified = Numéro comparé
member-since = dans la salle depuis { $when }
rank-owner = Prend soin de la salle
rank-moderator = Modération
rank-observer = Lit seulement
knock-title = { $name } souhaite entrer
knock-text = Cette personne ne voit rien de la salle tant que vous ne la laissez pas entrer.
knock-admit = Laisser entrer
knock-refuse = Pas maintenant
room-to-newest = Aller au plus récent
room-to-new = { $count ->
    [one] Aller au nouveau message
   *[other] Aller aux { $count } nouveaux messages
}
room-stop = Ne plus attendre
room-forget = Retirer de la liste
room-erase = Effacer cette salle
