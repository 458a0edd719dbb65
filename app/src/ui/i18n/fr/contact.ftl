# People and comparing safety numbers.

people-title = Personnes
people-empty = Personne pour l’instant. Invitez une personne, ou utilisez un lien que l’on vous a envoyé.
people-waiting = En attente d’une réponse
people-invite = Inviter une personne
people-about = Les personnes avec qui vous écrivez en tête-à-tête. Choisissez quelqu’un pour en voir plus.
person-write = Écrire
person-here = Ici en ce moment
person-here-verified = Ici en ce moment, numéro comparé
person-away = Pas ici en ce moment
person-away-verified = Pas ici en ce moment, numéro comparé
person-is-blocked = Bloquée
person-block-title = Blocage
person-block-text = Une personne bloquée ne peut ni vous écrire ni voir si vous êtes là. On ne le lui dit pas.
person-block = Bloquer
person-blocked = Cette personne est bloquée. Elle ne peut pas vous écrire.
person-unblock = Débloquer
safety-title = Numéro de sécurité
safety-text = Comparez ces nombres avec l’autre personne, au téléphone ou côte à côte. S’ils sont les mêmes, personne n’écoute entre vous.
safety-coming = Calcul du numéro…
safety-same = Ils sont les mêmes
safety-verified = Vous avez comparé ce numéro : personne ne lit ni n’écoute entre vous.
