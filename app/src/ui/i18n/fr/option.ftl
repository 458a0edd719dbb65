# The pages of the settings.

setting-look = Aspect de Hearth
setting-look-line = Langue, taille du texte, couleurs, vue simple
setting-privacy = Vie privée et calme
setting-privacy-line = Ce que les autres voient, cacher, verrouiller, avis
setting-passphrase = Phrase secrète
setting-passphrase-line = En choisir une nouvelle
setting-passphrase-text = Une fois la phrase secrète changée, l’ancienne ne marche plus.
setting-sheet = Feuille de secours
setting-sheet-there = Vous en avez une. Vous pouvez en faire une nouvelle
setting-sheet-none = Vous n’en avez pas encore
setting-storage = Stockage
setting-storage-line = La place prise, effacer une salle
setting-export = Tout emporter
setting-export-line = Un fichier fermé à clé, pour un autre ordinateur
setting-erase = Effacer mon profil
setting-erase-line = Tout ce que Hearth garde sur cet ordinateur
setting-language = Langue
setting-colours = Couleurs
setting-contrast = Contraste
contrast-standard = Doux
contrast-high = Fort
setting-motion = Mouvement
motion-full = Les choses peuvent bouger
motion-reduced = Rien ne bouge
setting-simple = Vue simple
setting-simple-text = Une chose à la fois, et tout en plus grand.
setting-notices-text = Un avis ne montre jamais ce qui est écrit.
notices-on = Me dire quand il y a du nouveau
offer-on = Me proposer quelqu’un à qui parler
offer-on-text = Quand ce que vous écrivez semble désespéré, Hearth montre qui peut écouter. Il ne regarde que sur cet ordinateur et ne le dit à personne.
setting-hide = Cacher automatiquement
setting-hide-text = Si personne ne touche l’ordinateur pendant ce temps, Hearth couvre ce qui est à l’écran. Il reste connecté.
setting-lock = Verrouiller automatiquement
setting-lock-text = Après ce temps, Hearth se déconnecte aussi. Les salles qui ne gardent rien sont vidées.
idle-never = Jamais
idle-minutes = { $count ->
    [one] Après { $count } minute
   *[other] Après { $count } minutes
}
idle-hours = { $count ->
    [one] Après { $count } heure
   *[other] Après { $count } heures
}
passphrase-old = Phrase secrète actuelle
passphrase-new = Nouvelle phrase secrète
passphrase-change = Changer la phrase secrète
passphrase-changed = Votre phrase secrète est changée.
storage-size = Hearth garde environ { $size } Mo sur cet ordinateur.
storage-rooms = Effacer une salle
storage-rooms-text = Effacer une salle enlève de cet ordinateur tout ce qu’elle contient. Les autres gardent ce qu’ils ont.
storage-none = Il n’y a pas de salle.
storage-sure = « { $title } » et tous ses messages disparaîtront de cet ordinateur. Pour revenir, il vous faudra un lien. L’effacement est définitif.
storage-erase = Effacer
export-text = Enregistre votre profil, les personnes et les salles dans un fichier fermé à clé. Les salles qui ne gardent rien n’y sont pas.
export-passphrase = Phrase secrète du fichier
export-passphrase-hint = Seules les personnes qui la connaissent peuvent ouvrir le fichier. Ce n’est pas forcément celle qui ouvre Hearth.
export-go = Enregistrer le fichier
export-done = Enregistré. Gardez le fichier et sa phrase secrète séparément.
export-file = hearth-profil
erase-text = Tout ce que Hearth garde sur cet ordinateur est détruit : profil, personnes, salles et messages. On ne peut pas revenir en arrière.
erase-gone = Votre feuille de secours et votre phrase secrète ne marcheront plus.
erase-others = Les autres gardent les messages qu’ils ont.
erase-disks = Certains disques gardent d’anciennes traces un moment. Sans les clés, qui sont détruites, ils sont illisibles.
erase-export = Enregistrer d’abord une copie
erase-passphrase = Votre phrase secrète, pour vérifier que c’est bien vous
erase-go = Tout effacer
