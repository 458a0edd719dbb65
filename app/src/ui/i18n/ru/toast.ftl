# What passes by itself.

toast-copied = Скопировано
toast-link-copied = Ссылка скопирована. Её можно вставить в сообщение или письмо.
toast-knock = { $name } хочет войти. Откройте комнату, чтобы ответить.
toast-contact = Вы и { $name } теперь можете писать друг другу.
