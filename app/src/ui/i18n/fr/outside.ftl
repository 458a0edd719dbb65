## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth peut rester en arrière-plan : les messages vous parviennent toujours, et vous le retrouvez près de l’horloge. Si vous quittez, les messages attendent que vous rouvriez Hearth.
closing-background = Garder en arrière-plan
closing-quit = Quitter Hearth
outside-message = Vous avez un nouveau message
outside-open = Ouvrir Hearth
outside-lock = Verrouiller Hearth
outside-quit = Quitter Hearth
outside-link-waits = Une invitation vous attend. Vous pourrez l’utiliser dès que Hearth sera ouvert.
outside-files-later = Hearth ne peut pas encore envoyer de fichiers. Cela viendra plus tard. Vous pouvez déposer ici l’image d’un code d’invitation.
outside-room = Me prévenir des nouveaux messages dans cette salle
demo-banner = Ceci est une démonstration : rien n’est gardé ici. Écrivez dans une fenêtre et lisez dans l’autre.
demo-curtain = Deux personnes vont se rencontrer
demo-curtain-text = Une patiente et une médecin, chacune avec son propre Hearth. Dans quelques secondes elles s’écrivent, puis c’est à vous.
