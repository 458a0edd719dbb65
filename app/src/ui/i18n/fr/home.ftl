# The rail and the first page.

rail-rooms = Salles
rail-people = Personnes
rail-settings = Réglages
net-refused = Les autres ne peuvent pas joindre cet ordinateur pour l’instant. Fermez Hearth et rouvrez-le.
home-title = Bonjour { $name }
home-first = Voici votre endroit calme. Pour commencer, utilisez un lien que l’on vous a envoyé, ou ouvrez une salle et invitez des personnes.
home-text = Choisissez une salle pour lire et écrire. Prenez votre temps.
home-safe = Ce que vous écrivez est fermé à clé, de sorte que seules les personnes de la salle peuvent le lire.
