# Making, unlocking and hiding a profile.

role-patient = Je vis avec un cancer
role-patient-meaning = Pour vous-même. Des médecins et des groupes peuvent vous inviter.
role-doctor = Je suis médecin
role-doctor-meaning = Vous apparaissez sans confirmation tant qu’une clinique ne l’a pas donnée.
role-peer = Je soutiens quelqu’un
role-peer-meaning = Famille, proche, bénévole ou membre d’un groupe.
role-patient-short = Vit avec un cancer
role-doctor-short = Se dit médecin, sans confirmation d’une clinique
role-peer-short = Soutient quelqu’un
welcome-title = Bienvenue dans Hearth
welcome-text = Un lieu privé pour parler, pour les personnes qui ont un cancer, leurs médecins et ceux qui les soutiennent.
welcome-safe = Tout reste sur cet ordinateur et chez les personnes à qui vous parlez. Pas de compte, pas d’e-mail, pas de numéro de téléphone.
welcome-name = Votre nom
welcome-name-hint = Celui de votre choix ; vos contacts le voient
welcome-role = Qui êtes-vous ?
welcome-passphrase-title = Choisissez une phrase secrète
welcome-passphrase-hint = Trois ou quatre mots sans rapport sont faciles à retenir et difficiles à deviner. Notez-les : personne ne peut réinitialiser la phrase secrète pour vous.
welcome-missing-name = Veuillez saisir un nom.
welcome-missing-role = Veuillez dire qui vous êtes.
welcome-missing-passphrase = Veuillez choisir une phrase secrète.
welcome-busy = Tout se prépare…
passphrase = Phrase secrète
passphrase-show = Montrer la phrase secrète
passphrase-hide = Cacher la phrase secrète
unlock-title = Bon retour
unlock-locked = Hearth est verrouillé. Saisissez votre phrase secrète pour l’ouvrir.
unlock-hidden = Hearth est caché et reste connecté. Saisissez votre phrase secrète pour le revoir.
unlock-go = Ouvrir
unlock-busy = Ouverture…
unlock-wait = { $seconds ->
    [one] Veuillez attendre { $seconds } seconde, puis réessayer.
   *[other] Veuillez attendre { $seconds } secondes, puis réessayer.
}
unlock-forgotten = Vous pouvez coller depuis un gestionnaire de mots de passe. Si la phrase secrète est perdue, personne ne peut ouvrir ce profil.
in-use-title = Hearth est déjà ouvert
in-use-text = Une autre fenêtre de Hearth ou un autre programme utilise ce profil. Allez à cette fenêtre, ou fermez-la et réessayez.
in-use-again = Réessayer
in-use-still = Il y est encore ouvert. Fermez d’abord l’autre fenêtre.
notice-restored = Hearth a trouvé des données abîmées et est revenu à sa copie la plus récente. Les messages plus récents reviendront des autres dès qu’on pourra les joindre. Rien n’a été effacé.
notice-lost = Hearth n’a pas pu lire ce qu’il gardait et il n’y avait pas de copie. L’ancien contenu a été conservé, rien n’a été effacé. Demandez de l’aide à une personne de confiance avant de continuer.
notice-clock = L’horloge de cet ordinateur a sauté de plus d’un jour. Rien ne sera effacé tant que la date n’est pas juste. Veuillez vérifier la date et l’heure.
