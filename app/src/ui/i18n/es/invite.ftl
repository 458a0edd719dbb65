# Making links.

invite-title = Invitar a { $title }
invite-text = Haga un enlace y envíelo a la persona como prefiera. Abre esta sala y nada más.
invite-one = Una persona
invite-one-meaning = El enlace sirve una vez.
invite-group = Un grupo
invite-group-meaning = { $count ->
    [one] Hasta { $count } persona puede usar el enlace.
   *[other] Hasta { $count } personas pueden usar el enlace.
}
invite-make = Hacer un enlace
invite-to-room = Ir a la sala
link-title = Su enlace
link-copy = Copiar el enlace
link-week = El enlace sirve 7 días. Este ordenador debe estar encendido y conectado para que otros puedan entrar.
link-care = Quien tenga este enlace puede usarlo. Envíelo solo a la persona para quien es.
contact-invite-title = Invitar a una persona
contact-invite-text = Haga un enlace para una persona. Cuando lo use, podrán escribirse, y nadie más podrá leerlo.
