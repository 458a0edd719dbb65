# What passes by itself.

toast-copied = Copiado
toast-link-copied = Link copiado. Você pode colar em uma mensagem ou e-mail.
toast-knock = { $name } quer entrar. Abra a sala para responder.
toast-contact = Você e { $name } já podem escrever um para o outro.
