# The first steps, and how good a passphrase is.

welcome-step = Étape { $step } sur { $of }
welcome-language = Choisissez votre langue
welcome-size = Quelle taille de texte voulez-vous ?
welcome-size-text = Choisissez ce que vous lisez sans effort. Vous pouvez changer à tout moment.
welcome-next = Suivant
welcome-missing-strength = Veuillez choisir une phrase secrète plus forte.
welcome-import = J’ai un profil d’un autre ordinateur
strength-empty = Trois ou quatre mots sans rapport entre eux conviennent bien.
strength-weak = Trop facile à deviner. Ajoutez un mot.
strength-good = Bien. C’est difficile à deviner.
strength-strong = Très bien. C’est très difficile à deviner.
import-title = Apporter votre profil
import-text = Choisissez le fichier que vous avez enregistré sur l’autre ordinateur. Tout son contenu vient sur celui-ci.
import-file = Fichier
import-choose = Choisir un fichier
import-passphrase-hint = La phrase secrète que vous avez donnée au fichier en l’enregistrant.
import-go = L’apporter ici
one-moment = Un instant…
cancel = Annuler
