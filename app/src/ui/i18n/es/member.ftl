# Somebody in a room, and people.

member-care = Cuidar de la sala
member-moderate = Encargar la moderación
member-unmoderate = Quitar la moderación
member-moderate-text = Quienes moderan dejan entrar a las personas y pueden quitar a alguien.
member-remove = Quitar de la sala
member-remove-text = Una persona a la que se quita de la sala no puede leer lo que se escriba a partir de entonces.
member-remove-sure = ¿Quitar a { $name } de esta sala?
member-remove-go = Sí, quitar
member-remove-stay = No, que se quede
people-blocked = Bloqueadas
person-waiting = Esta persona aún no ha respondido a su enlace.
person-block-sure = Sí, bloquear
person-block-ask = ¿Bloquear a { $name }?
