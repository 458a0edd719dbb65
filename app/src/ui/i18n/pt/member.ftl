# Somebody in a room, and people.

member-care = Cuidar da sala
member-moderate = Dar a moderação
member-unmoderate = Tirar a moderação
member-moderate-text = Quem modera deixa as pessoas entrar e pode retirar alguém.
member-remove = Retirar da sala
member-remove-text = A partir daí, essa pessoa não consegue ler o que for escrito aqui.
member-remove-sure = Retirar { $name } desta sala?
member-remove-go = Sim, retirar
member-remove-stay = Cancelar
people-blocked = Bloqueadas
person-waiting = Esta pessoa ainda não respondeu ao seu link.
person-block-sure = Sim, bloquear
person-block-ask = Bloquear { $name }?
