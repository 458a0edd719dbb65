# The desktop’s keyring as a way in.

setting-keyring = Ouvrir sans la phrase secrète
setting-keyring-there = Activé
setting-keyring-none = Désactivé
keyring-text = Le trousseau de cet ordinateur peut garder une clé de Hearth. Vous ouvrez alors Hearth d’un seul geste au lieu de votre phrase secrète. Hearth se verrouille comme avant, et votre phrase secrète marche toujours.
keyring-care = Toute personne connectée à votre compte sur cet ordinateur peut alors ouvrir Hearth. N’activez pas cela si d’autres se servent de votre compte.
keyring-passphrase = Votre phrase secrète, pour que personne d’autre ne puisse activer cela sur votre ordinateur.
keyring-is-on = Le trousseau de cet ordinateur ouvre Hearth.
keyring-off = Désactiver
keyring-none = Aucun trousseau ne répond sur cet ordinateur ; il n’y a rien à activer.
keyring-on = Activer
unlock-keyring = Ouvrir sans la phrase secrète
unlock-keyring-away = Le trousseau de cet ordinateur ne répond pas pour l’instant. Utilisez votre phrase secrète.
