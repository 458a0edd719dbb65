# What passes by itself.

toast-copied = Copié
toast-link-copied = Lien copié. Vous pouvez le coller dans un message ou un e-mail.
toast-knock = { $name } souhaite entrer. Ouvrez la salle pour répondre.
toast-contact = Vous et { $name } pouvez maintenant vous écrire.
