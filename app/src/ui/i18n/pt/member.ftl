# Somebody in a room, and people.

member-care = Cuidar da sala
member-moderate = Dar a moderação
member-unmoderate = Tirar a moderação
member-moderate-text = Quem modera deixa as pessoas entrar e pode retirar alguém.
member-remove = Retirar da sala
member-remove-text = Quem foi retirado não consegue ler o que é escrito depois.
member-remove-sure = Retirar { $name } desta sala?
member-remove-go = Sim, retirar
member-remove-stay = Não
people-blocked = Bloqueadas
person-waiting = Esta pessoa ainda não respondeu ao seu link.
person-block-sure = Sim, bloquear
person-block-ask = Bloquear { $name }?
