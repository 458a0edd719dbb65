# Finding people and messages.

find-name = Chercher des personnes et des messages
find-looking = Recherche dans vos messages…
find-nothing = Rien trouvé. Essayez un mot plus court ou un autre mot.
find-no-messages = Aucun message avec ce mot.
find-messages = Les messages
