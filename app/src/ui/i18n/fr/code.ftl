# Square codes and files.

link-code = Votre lien en code carré
link-code-text = Ou l’autre personne photographie ce carré et choisit la photo dans Hearth.
join-picture-title = Ou utiliser une image
join-picture-text = Si l’on vous a montré un code carré, choisissez sa photo ou déposez-la ici.
join-picture = Choisir une image
join-picture-reading = Lecture de l’image…
join-picture-read = Lire cette image
file-path = Où se trouve l’image
fault-no-code = Il n’y a pas d’invitation dans cette image. Reprenez la photo : le carré entier, net et sans reflet.
safety-code = Numéro de sécurité en code carré
safety-code-text = Côte à côte, vous pouvez aussi comparer ces carrés.
safety-differ = S’ils sont différents, n’écrivez rien de privé. Demandez un nouveau lien autrement, par exemple par téléphone.
