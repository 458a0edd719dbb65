# Today at a glance.

rail-home = Accueil
rail-help = Aide
rail-more = Plus
home-calm = Rien à faire pour l’instant. C’est bien.
home-knock = { $name } souhaite entrer dans { $title }.
home-answer = Répondre
home-draft = Vous avez commencé à écrire dans { $title }.
home-go-on = Continuer à écrire
home-sheet = Une feuille de secours ouvre votre profil si vous oubliez votre phrase secrète. Vous n’en avez pas encore.
home-compare = { $name } est là. Comparez vos numéros de sécurité par téléphone, pour vérifier que c’est bien cette personne.
home-compare-go = Comparer
home-doors = À la porte
home-new = Nouveau pour vous
home-here = Ici en ce moment
home-begin = Commencer quelque chose
rooms-draft = Vous avez commencé à écrire ici
