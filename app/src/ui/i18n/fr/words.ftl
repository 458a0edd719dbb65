# Invitations in words, to be read out.

words-show = Lire à voix haute, en mots
words-hide = Montrer plutôt le code carré
words-title = La même chose en mots
words-say = Lisez à voix haute chaque ligne avec son numéro, par exemple au téléphone, et attendez que l’autre personne dise qu’elle est juste. Elle tape les mots dans Hearth, sous « Utiliser un lien ».
words-list = Langue des mots
words-type-text = Tapez une ligne à la fois. Les quatre premières lettres de chaque mot suffisent. Hearth vous dit tout de suite si la ligne est juste.
words-line = Ligne { $number }
words-next = Ligne suivante
words-done = C’était tout
words-back = Plutôt coller un lien
words-again = Recommencer
words-right = Juste jusqu’ici
words-fits = Cette ligne est juste.
words-ends = Cette ligne est juste, et c’est la dernière.
words-length = Chaque ligne a six mots. Seule la dernière peut en avoir moins.
words-short = Chaque ligne a six mots. Seule la dernière peut en avoir moins. Si c’était la dernière, demandez qu’on vous la relise.
words-unknown = Ligne { $number } : « { $word } » n’est pas un des mots. Demandez qu’on vous le relise.
words-wrong = La ligne { $number } n’est pas encore juste. Demandez qu’on vous la relise.
words-other = Ce sont les mots de la ligne { $other }. Demandez la ligne { $number }.
words-long = La ligne { $number } a trop de mots, ou vient après la dernière.
words-missing = Jusqu’ici tout est juste. Il manque encore la ligne { $number }.
words-damaged = Chaque ligne est juste en elle-même, mais ensemble elles ne font pas une invitation. Demandez à l’autre personne d’en faire une nouvelle.
