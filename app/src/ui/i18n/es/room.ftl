# Rooms, their people and their states.

rooms-title = Salas
rooms-empty = Aún no hay salas. Use un enlace que le hayan enviado o abra una sala propia.
rooms-join = Usar un enlace
rooms-new = Abrir una sala
rooms-quiet = Aún no hay nada escrito
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } mensaje nuevo
   *[other] { $count } mensajes nuevos
}
rooms-knocks = { $count ->
    [one] { $count } persona quiere entrar
   *[other] { $count } personas quieren entrar
}
room-untitled = Sala nueva
room-opening = Abriendo la sala…
room-invite = Invitar a alguien
room-people = Sobre esta sala
room-private = { $here ->
    [0] Privada. { $count ->
        [one] Solo usted
       *[other] { $count } personas
    }, nadie más está aquí ahora
   *[other] Privada. { $count } personas, { $here } aquí además de usted
}
room-direct-here = Privada. Está aquí ahora
room-direct-here-verified = Privada, número comparado. Está aquí ahora
room-direct-away = Privada. No está aquí ahora
room-direct-away-verified = Privada, número comparado. No está aquí ahora
room-new = Nuevo
room-empty = Salude
room-empty-text = Aquí aún no hay nada escrito. La primera palabra puede ser pequeña.
room-empty-alone = Usted es la primera persona aquí
room-empty-alone-text = Invite a alguien. Ya puede escribir; quien llegue después no verá lo que se dijo antes.
room-waiting = Aún no se pudo contactar con quien le invitó. Hearth sigue intentándolo solo hasta que el enlace caduque. Mientras tanto puede hacer otra cosa.
room-waiting-short = Esperando a quien le invitó
room-knocking = Ha llamado a la puerta. Alguien de la sala tiene que dejarle entrar. Hearth le avisará cuando ocurra.
room-knocking-short = Esperando para entrar
room-rejoining = Este ordenador es nuevo en la sala. En cuanto se pueda contactar con alguien de la sala, volverá a entrar.
room-rejoining-short = Volviendo a la sala
room-left = Ha salido de esta sala. Para volver necesita un enlace.
room-left-short = Ha salido
room-removed = Alguien que modera le ha quitado de esta sala. Si conoce a alguien de la sala, puede preguntarle el motivo.
room-removed-short = Ya no está en esta sala
room-refused = Esta vez no le dejaron entrar. Puede preguntar el motivo a quien le invitó.
room-refused-short = No le dejaron entrar
room-refused-used = Este enlace ya se usó. Pida uno nuevo a quien le invitó.
room-refused-used-short = El enlace ya se usó
room-refused-expired = El enlace caducó antes de poder contactar con la otra parte. Pida uno nuevo.
room-refused-expired-short = El enlace caducó
room-refused-forged = Quien respondió no es la persona que hizo el enlace, así que Hearth se detuvo. Pida un enlace nuevo por otro medio, por ejemplo por teléfono.
room-refused-forged-short = El enlace no llevó a quien lo hizo
about-people = Personas
about-charter = Lo que se acordó en esta sala
about-leave = Salir de la sala
about-leave-text = Dejará de recibir mensajes de esta sala. Para volver necesitará un enlace nuevo.
about-leave-go = Salir
about-leave-sure = Sí, salir
about-leave-stay = Quedarme
member-you = { $name } (usted)
member-here = Está aquí ahora
member-away = No está aquí ahora
member-verified = Número comparado
member-since = en la sala desde { $when }
rank-owner = Cuida de la sala
rank-moderator = Modera
rank-observer = Solo lee
knock-title = { $name } quiere entrar
knock-text = No ve nada de la sala hasta que usted le deje entrar.
knock-admit = Dejar entrar
knock-refuse = Ahora no
room-to-newest = Ir a lo más nuevo
room-to-new = { $count ->
    [one] Ir al mensaje nuevo
   *[other] Ir a los { $count } mensajes nuevos
}
room-stop = Dejar de esperar
room-forget = Quitar de la lista
room-erase = Borrar esta sala
