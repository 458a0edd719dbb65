# One’s own things.

settings-title = Réglages
settings-name = Votre nom
settings-name-hint = Montré à vos contacts et dans les salles qui gardent un dossier.
settings-save = Enregistrer
settings-saved = Enregistré
settings-size = Taille du texte
size-normal = Normale
size-large = Grande
size-larger = Plus grande
size-largest = La plus grande
theme-system = Comme cet ordinateur
theme-light = Clair
theme-dark = Sombre
typing-shown = Les autres voient quand j’écris
settings-lock-text = Cacher couvre l’écran et reste connecté. Verrouiller coupe aussi la connexion ; les salles qui ne gardent rien sont vidées.
settings-hide = Cacher maintenant
settings-lock = Verrouiller maintenant
typing-meaning = Ils ne voient jamais les mots avant que vous les envoyiez.
