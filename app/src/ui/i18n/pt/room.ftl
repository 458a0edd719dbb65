# Rooms, their people and their states.

rooms-title = Salas
rooms-empty = Ainda não há salas. Use um link que alguém enviou ou abra uma sala sua.
rooms-join = Usar um link
rooms-new = Abrir uma sala
rooms-quiet = Nada escrito ainda
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } mensagem nova
   *[other] { $count } mensagens novas
}
rooms-knocks = { $count ->
    [one] { $count } pessoa quer entrar
   *[other] { $count } pessoas querem entrar
}
room-untitled = Sala nova
room-opening = Abrindo a sala…
room-invite = Convidar alguém
room-people = Sobre esta sala
room-private = { $here ->
    [0] Reservada. { $count ->
        [one] Só você
       *[other] { $count } pessoas
    }, ninguém mais está aqui agora
   *[other] Reservada. { $count } pessoas, { $here } aqui além de você
}
room-direct-here = Reservada. Está aqui agora
room-direct-here-verified = Reservada, número comparado. Está aqui agora
room-direct-away = Reservada. Não está aqui agora
room-direct-away-verified = Reservada, número comparado. Não está aqui agora
room-new = Novas
room-empty = Diga olá
room-empty-text = Nada foi escrito aqui ainda. A primeira palavra pode ser pequena.
room-empty-alone = Você é a primeira pessoa aqui
room-empty-alone-text = Convide alguém. Você já pode escrever; quem chegar depois não vê o que foi dito antes.
room-waiting = Ainda não foi possível falar com quem convidou você. O Hearth continua tentando sozinho até o link vencer. Enquanto isso, você pode fazer outra coisa.
room-waiting-short = Esperando quem convidou você
room-knocking = Você bateu à porta. Alguém da sala precisa deixar você entrar. O Hearth avisa quando isso acontecer.
room-knocking-short = Esperando para entrar
room-rejoining = Este computador é novo na sala. Assim que for possível falar com alguém da sala, você volta a entrar.
room-rejoining-short = Voltando para a sala
room-left = Você saiu desta sala. Para voltar, precisa de um link.
room-left-short = Você saiu
room-removed = A moderação retirou você desta sala. Se você conhece alguém da sala, pode perguntar o motivo a essa pessoa.
room-removed-short = Você não está mais nesta sala
room-refused = Desta vez não deixaram você entrar. Você pode perguntar o motivo a quem convidou você.
room-refused-short = Não deixaram entrar
room-refused-used = Este link já foi usado. Peça um novo a quem convidou você.
room-refused-used-short = O link já foi usado
room-refused-expired = O link venceu antes de ser possível falar com o outro lado. Peça um novo.
room-refused-expired-short = O link venceu
room-refused-forged = Quem respondeu não é a pessoa que fez o link, então o Hearth parou. Peça um novo link por outro meio, por exemplo por telefone.
room-refused-forged-short = O link não levou a quem o fez
about-people = Pessoas
about-charter = O que esta sala combinou
about-leave = Sair da sala
about-leave-text = Você deixa de receber mensagens desta sala. Para voltar, vai precisar de um novo link.
about-leave-go = Sair
about-leave-sure = Sim, sair
about-leave-stay = Ficar
member-you = { $name } (você)
member-here = Está aqui agora
member-away = Não está aqui agora
member-verified = Número comparado
member-since = na sala desde { $when }
rank-owner = Cuida da sala
rank-moderator = Moderação
rank-observer = Só lê
knock-title = { $name } quer entrar
knock-text = Essa pessoa não vê nada da sala até você deixá-la entrar.
knock-admit = Deixar entrar
knock-refuse = Agora não
room-to-newest = Ir para a mais nova
room-to-new = { $count ->
    [one] Ir para a mensagem nova
   *[other] Ir para as { $count } mensagens novas
}
room-stop = Parar de esperar
room-forget = Tirar da lista
room-erase = Apagar esta sala
