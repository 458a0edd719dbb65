# Using links.

join-title = Utiliser un lien
join-text = Collez le lien que l’on vous a envoyé. Vous verrez où il mène avant de décider.
join-link = Lien
join-link-hint = Collez-le ici
join-address = Pour regarder, Hearth se connecte directement à l’ordinateur de la personne qui a fait cette invitation. Cette personne, et ceux qui gèrent les réseaux entre vous, peuvent voir votre adresse réseau, qui peut indiquer à peu près où vous êtes.
join-contact = Ce lien sert à écrire avec une seule personne. Elle verra votre nom.
join-look = Me montrer la salle
join-looking = Hearth regarde…
join-accept = Me relier à cette personne
join-unseen = Entrer dès que la personne est joignable
join-unseen-text = Vous pouvez laisser le lien ici : Hearth continue d’essayer tout seul et entre quand la personne est de retour. Vous verrez alors ce qui est convenu dans la salle.
join-inviter = { $name } vous invite
join-direct = Dans cette salle, les membres peuvent voir l’adresse réseau des autres, qui peut indiquer à peu près où se trouve quelqu’un.
join-name = Votre nom dans cette salle
join-name-hint = Laissez vide pour un nom inventé
join-name-hint-record = Laissez vide pour le nom de votre profil
join-name-text = Ici, personne ne peut relier ce nom à vous dans d’autres salles.
join-name-text-record = Cette salle garde un dossier de soins. Les personnes de la salle peuvent vous reconnaître dans d’autres salles de ce genre.
join-go = Entrer dans la salle
join-knock = Frapper à la porte
join-busy = Un instant…
join-not-now = Pas maintenant
join-paste = Coller le lien
join-words-title = Quelqu’un vous dicte des mots ?
join-words-text = Au téléphone, une invitation peut se lire à voix haute, en lignes de mots.
join-words = Taper les mots
