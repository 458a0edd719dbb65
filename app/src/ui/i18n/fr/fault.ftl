# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth n’a pas compris sa propre demande. Veuillez fermer Hearth et le rouvrir.
fault-method-not-found = Cette version de Hearth ne sait pas faire cela. Veuillez mettre Hearth à jour.
fault-invalid-params = Quelque chose dans ce formulaire ne peut pas servir. Veuillez vérifier ce que vous avez saisi.
fault-locked = Hearth est verrouillé. Saisissez d’abord votre phrase secrète.
fault-no-profile = Il n’y a pas encore de profil sur cet ordinateur. Veuillez d’abord en créer un.
fault-profile-exists = Il y a déjà un profil sur cet ordinateur. Ouvrez-le avec sa phrase secrète.
fault-in-use = Une autre fenêtre de Hearth utilise ce profil. Fermez-la, puis réessayez.
fault-wrong-passphrase = Ce n’est pas la bonne phrase secrète. Vérifiez les majuscules et les espaces, puis réessayez.
fault-too-many-attempts = { $seconds ->
    [one] Trop d’essais. Veuillez attendre { $seconds } seconde, puis réessayer.
   *[other] Trop d’essais. Veuillez attendre { $seconds } secondes, puis réessayer.
}
fault-weak-passphrase = Cette phrase secrète est trop facile à deviner. Essayez trois ou quatre mots qui n’ont rien à voir entre eux.
fault-invalid-name = Ce nom ne peut pas servir. Choisissez un nom pas trop long, avec des lettres que vous écririez à la main, sans signes cachés ni trompeurs.
fault-unknown-contact = Cette personne n’est plus dans votre liste.
fault-unknown-room = Cette salle n’est plus sur cet ordinateur.
fault-unknown-message = Ce message n’est plus là.
fault-not-a-member = Vous n’êtes plus dans cette salle. Demandez un nouveau lien si vous voulez revenir.
fault-not-allowed = Vous ne pouvez pas faire cela ici. Une personne qui prend soin de la salle le peut.
fault-text-too-long = C’est trop long pour un seul message. Veuillez l’envoyer en plusieurs parties.
fault-invite-damaged = Ce lien n’est pas complet. Copiez-le de nouveau de la première à la dernière lettre, ou demandez-en un nouveau.
fault-invite-expired = Ce lien n’est plus valable. Demandez-en un nouveau à la personne qui l’a envoyé.
fault-invite-used = Ce lien a déjà servi. Demandez-en un nouveau à la personne qui l’a envoyé.
fault-invite-forged = La personne qui a répondu n’est pas celle qui a fait ce lien. Vous n’avez rien rejoint. Demandez un nouveau lien par un autre moyen, par exemple par téléphone.
fault-unreachable = Personne n’a répondu. L’autre ordinateur est peut-être éteint. Réessayez plus tard, ou laissez Hearth attendre.
fault-no-node = Il faut pour cela un relais, et aucun n’est encore connu. Acceptez que les membres voient l’adresse réseau des autres, ou demandez un relais à votre groupe.
fault-invalid-charter = Ces règles de la salle ne vont pas ensemble. Veuillez choisir de nouveau.
fault-room-full = Cette salle est pleine. Demandez à la personne qui vous a envoyé l’invitation.
fault-unreadable-file = Ce fichier n’a pas pu être lu. Veuillez en choisir un autre.
fault-unwritable-file = Le fichier n’a pas pu être enregistré à cet endroit. Veuillez en choisir un autre.
fault-no-model = Le modèle qui examine les images ne peut pas être utilisé sur cet ordinateur. Demandez à la personne qui s’en occupe de vérifier les paquets de modèles.
fault-store-failed = Hearth n’a pas pu enregistrer. Vérifiez que le disque n’est pas plein, puis réessayez.
fault-busy = Hearth est occupé en ce moment. Veuillez réessayer dans un instant.
fault-internal = Quelque chose s’est mal passé dans Hearth. Veuillez réessayer ; si cela se reproduit, fermez Hearth et rouvrez-le.
fault-no-keyring = Le trousseau de cet ordinateur ne répond pas. Utilisez votre phrase secrète.
fault-no-keyring-locked = Le trousseau de cet ordinateur est verrouillé et n’a pas été ouvert. Essayez encore et laissez-le s’ouvrir, ou utilisez votre phrase secrète.
fault-no-keyring-missing = La clé de Hearth n’est plus dans le trousseau de cet ordinateur. Utilisez votre phrase secrète ; vous pouvez réactiver le trousseau dans les réglages.
