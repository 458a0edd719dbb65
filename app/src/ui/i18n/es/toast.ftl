# What passes by itself.

toast-copied = Copiado
toast-link-copied = Enlace copiado. Puede pegarlo en un mensaje o un correo.
toast-knock = { $name } quiere entrar. Abra la sala para responder.
toast-contact = Usted y { $name } ya pueden escribirse.
