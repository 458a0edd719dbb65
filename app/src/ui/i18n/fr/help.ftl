# Help, telephone numbers, and whether others can be reached.

help-title = Aide
help-text = Prenez votre temps. Rien ici n’est envoyé à personne.
help-how = Comment faire
help-nothing-lost = Vous ne pouvez rien casser. Si quelque chose ne va pas, revenez en arrière et réessayez.
crisis-title = Parler à quelqu’un maintenant
crisis-line = Numéros de téléphone, même sans internet
crisis-not-alone = Vous n’avez pas à affronter cela sans aide. Si vous n’en pouvez plus, ou si quelqu’un est en danger, appelez, s’il vous plaît. Hearth ne dit à personne que vous avez regardé ici.
crisis-always = Dans un autre pays, ou si un numéro ne répond pas : appelez le numéro d’urgence local.
crisis-other = Un autre pays
crisis-choose = Choisissez votre pays
crisis-emergency = Vie en danger
crisis-despair = Quelqu’un qui écoute
crisis-cancer = Questions sur le cancer
doctor-title = Hearth est-il connecté ?
doctor-line = Voir ce qui marche et que faire
doctor-closed = Non. Les autres ne peuvent pas joindre cet ordinateur pour l’instant.
doctor-alone = Hearth est prêt, mais personne n’est joignable pour l’instant.
doctor-well = { $count ->
    [one] Oui. Hearth est connecté à { $count } autre ordinateur.
   *[other] Oui. Hearth est connecté à { $count } autres ordinateurs.
}
doctor-seen = Ce que voit Hearth
doctor-door-open = Cet ordinateur est prêt pour que les autres s’y connectent.
doctor-door-closed = Hearth ne peut pas recevoir les autres.
doctor-door-taken = Un autre programme utilise le chemin dont Hearth a besoin.
doctor-someone = L’ordinateur d’au moins une autre personne est connecté.
doctor-nobody = Aucune personne que vous connaissez n’est connectée. Les ordinateurs sont peut-être éteints.
doctor-waiting = Une salle attend la personne qui vous a envoyé l’invitation. Hearth continue d’essayer.
doctor-rejoining = Une salle attend que quelqu’un laisse rentrer cet ordinateur.
doctor-next = Ce que vous pouvez faire
doctor-do-restart = Fermez Hearth et rouvrez-le. Si un autre programme gênait, fermez-le d’abord.
doctor-do-firewall = Si rien ne change, demandez à quelqu’un qui connaît votre ordinateur de laisser passer Hearth à travers le pare-feu.
doctor-do-internet = Voyez si internet marche : ouvrez une page web.
doctor-do-ask = Demandez à l’autre personne d’ouvrir Hearth en même temps.
doctor-do-same = Dans la même maison ou clinique, utilisez le même Wi-Fi.
doctor-do-new = Si quelqu’un a déménagé ou changé d’internet, demandez-lui un nouveau lien.
doctor-do-nothing = Vous n’avez rien à faire. Tout va bien.
doctor-kept = Ce que vous écrivez entre-temps est gardé et part dès que quelqu’un est joignable.
doctor-apart = Hearth est prêt, mais les personnes d’autres réseaux ne peuvent pas vous joindre pour l’instant.
doctor-reach-open = Les personnes d’autres réseaux peuvent joindre cet ordinateur.
doctor-reach-relayed = Une personne de l’une de vos salles transmet les messages. Elle ne peut pas les lire.
doctor-reach-none = Les personnes d’autres réseaux ne peuvent pas encore joindre cet ordinateur.
doctor-do-member = Demandez à quelqu’un de votre groupe, facile à joindre, de garder Hearth ouvert. Son ordinateur peut transmettre les messages sans pouvoir les lire.
doctor-do-node = Ou demandez un relais à votre clinique ou à votre groupe : un ordinateur toujours allumé qui transmet les messages. Il ne peut pas les lire.
offer-text = Si c’est trop lourd : quelqu’un peut vous écouter, au téléphone, maintenant. Personne ne saura que vous avez vu ceci.
offer-show = Voir les numéros
offer-not-now = Pas maintenant
