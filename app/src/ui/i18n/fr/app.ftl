# The name, and words used everywhere.

app-name = Hearth
back = Retour
you = Vous
close = Fermer
scroll-bar = Endroit dans la conversation
search-clear = Vider la recherche
