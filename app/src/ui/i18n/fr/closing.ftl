# Closing the window.

closing-title = Fermer Hearth ?
closing-text = Vous êtes dans une salle qui ne garde rien. Ses messages disparaissent quand vous fermez Hearth.
closing-stay = Rester
closing-go = Fermer
