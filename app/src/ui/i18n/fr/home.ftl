# The rail and the first page.

rail-rooms = Salles
rail-people = Personnes
rail-settings = Réglages
net-refused = Hearth n’a pas pu ouvrir d’entrée depuis le réseau ; les autres ne pourront peut-être pas vous joindre. Fermez les autres programmes qui utilisent le réseau de cette façon et rouvrez Hearth.
home-title = Bonjour { $name }
home-first = Voici votre endroit calme. Pour commencer, utilisez un lien que l’on vous a envoyé, ou ouvrez une salle et invitez des personnes.
home-text = Choisissez une salle pour lire et écrire. Prenez votre temps : rien ne se perd pendant que vous êtes hors d’une salle.
home-safe = Ce que vous écrivez est fermé à clé, de sorte que seules les personnes de la salle peuvent le lire.
