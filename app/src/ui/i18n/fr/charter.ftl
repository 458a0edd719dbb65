# What a room agreed on, and starting one.

charter-encrypted = Seules les personnes de la salle peuvent lire ce qui s’écrit ici.
charter-ephemeral = Rien n’est gardé. Les messages disparaissent quand vous fermez ou verrouillez Hearth.
charter-timed = { $days ->
    [one] Les messages sont gardés { $days } jour, puis effacés.
   *[other] Les messages sont gardés { $days } jours, puis effacés.
}
charter-record = Les messages sont gardés, comme dossier de soins.
charter-direct = Toute personne qui a un lien entre tout de suite.
charter-knock = Quelqu’un de la salle laisse entrer chaque nouvelle personne.
charter-relay = Les membres ne peuvent pas voir l’adresse réseau des autres.
charter-address = Les membres peuvent voir l’adresse réseau des autres, qui peut indiquer à peu près où se trouve quelqu’un.
charter-no-presence = Personne ne voit qui est là.
charter-members = { $count ->
    [one] Au plus { $count } personne.
   *[other] Au plus { $count } personnes.
}
charter-rules = Règles de la maison
new-room-title = Ouvrir une salle
new-room-name = Nom de la salle
new-room-name-hint = Par exemple : Cercle du mardi
new-room-kept = Que deviennent les messages ?
kind-passing = Rien n’est gardé
kind-passing-meaning = Le mieux pour les groupes de soutien. Les messages disparaissent quand Hearth est fermé.
kind-month = Gardés 30 jours
kind-month-meaning = Utile pour s’organiser ensemble. Les messages plus anciens sont effacés.
kind-record = Gardés comme dossier
kind-record-meaning = Pour les soins avec un médecin. Le nom de votre profil est montré.
new-room-entry = Qui entre ?
entry-knock = On frappe d’abord à la porte
entry-knock-meaning = Vous laissez entrer chaque personne. Elle ne voit rien avant.
entry-direct = Un lien suffit
entry-direct-meaning = Toute personne à qui vous donnez un lien entre tout de suite.
new-room-rules = Règles de la maison
new-room-rules-name = Règles que tout le monde voit avant d’entrer (vous pouvez laisser vide)
new-room-rules-hint = Par exemple : rester aimable, pas de conseils médicaux
new-room-missing = Veuillez donner un nom à la salle.
new-room-go = Ouvrir la salle
new-room-busy = Ouverture de la salle…
