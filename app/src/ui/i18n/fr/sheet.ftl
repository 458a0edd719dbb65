# The recovery sheet, and coming back with it.

sheet-title = Feuille de secours
sheet-why = Si un jour vous oubliez votre phrase secrète, cette feuille ouvre votre profil. Personne d’autre ne peut le faire pour vous.
sheet-later = Vous pouvez le faire maintenant ou plus tard, dans les réglages.
sheet-make = Faire une feuille de secours
sheet-without = Commencer sans
sheet-shown-text = Notez ces chiffres, ou enregistrez-les et imprimez-les. Hearth ne les montre que cette fois.
sheet-keep = Gardez la feuille loin de cet ordinateur, comme une clé de rechange. Toute personne qui a les deux peut tout lire.
sheet-save = Enregistrer dans un fichier
sheet-copy = Copier
sheet-saved = Enregistré. Imprimez-le, puis retirez le fichier de cet ordinateur.
sheet-path = Où l’enregistrer
sheet-save-there = Enregistrer là
sheet-have-it = Je l’ai
sheet-replaces = Vous avez déjà une feuille. La nouvelle prend sa place, et les anciens chiffres n’ouvrent plus rien.
sheet-passphrase = Votre phrase secrète, pour que personne d’autre ne puisse faire une feuille sur votre ordinateur.
sheet-file = hearth-feuille-de-secours
sheet-print-title = Feuille de secours de Hearth
sheet-print-name = Pour { $name }
sheet-print-use = Si la phrase secrète est oubliée : ouvrez Hearth, choisissez « Utiliser ma feuille de secours » et tapez ces chiffres.
sheet-print-keep = Gardez cette feuille loin de l’ordinateur. Toute personne qui a les deux peut tout lire.
toast-sheet-copied = Copié. Collez-le dans un gestionnaire de mots de passe, pas dans un message.
unlock-recover = Utiliser ma feuille de secours
unlock-paste = Vous pouvez coller depuis un gestionnaire de mots de passe. Si vous avez oublié la phrase secrète, utilisez votre feuille de secours.
recover-title = Utiliser votre feuille de secours
recover-text = Tapez les chiffres de la feuille et choisissez une nouvelle phrase secrète. Rien n’est perdu.
recover-code = Chiffres de la feuille
recover-code-hint = Huit groupes de six chiffres. Les espaces ne comptent pas.
recover-code-left = { $count ->
    [one] Encore { $count } chiffre
   *[other] Encore { $count } chiffres
}
recover-code-group = Regardez encore le groupe { $number }. Un de ses chiffres n’est pas bon.
recover-code-digits = Seulement les chiffres de la feuille, huit groupes de six.
recover-code-whole = Tous les chiffres sont là.
recover-new = Nouvelle phrase secrète
recover-go = Ouvrir mon profil
recover-back = Revenir à la phrase secrète
fault-wrong-recovery-code = Ce n’est pas la dernière feuille de ce profil. Comparez encore les chiffres, groupe par groupe.
