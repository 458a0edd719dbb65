# Somebody in a room, and people.

member-care = Cuidar de la sala
member-moderate = Nombrar moderador
member-unmoderate = Dejar de ser moderador
member-moderate-text = Los moderadores dejan entrar a las personas y pueden expulsar a alguien.
member-remove = Expulsar de la sala
member-remove-text = Una persona expulsada no puede leer lo que se escriba a partir de entonces.
member-remove-sure = ¿Expulsar a { $name } de esta sala?
member-remove-go = Sí, expulsar
member-remove-stay = No, que se quede
people-blocked = Bloqueados
person-waiting = Esta persona aún no ha respondido a su enlace.
person-block-sure = Sí, bloquear
person-block-ask = ¿Bloquear a { $name }?
