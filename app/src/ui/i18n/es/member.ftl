# Somebody in a room, and people.

member-care = Cuidar de la sala
member-moderate = Encargar la moderación
member-unmoderate = Quitar la moderación
member-moderate-text = Quienes moderan dejan entrar a las personas y pueden quitar a alguien.
member-remove = Quitar de la sala
member-remove-text = A partir de entonces, esa persona no podrá leer lo que se escriba aquí.
member-remove-sure = ¿Quitar a { $name } de esta sala?
member-remove-go = Sí, quitar
member-remove-stay = Cancelar
people-blocked = Bloqueadas
person-waiting = Esta persona aún no ha respondido a su enlace.
person-block-sure = Sí, bloquear
person-block-ask = ¿Bloquear a { $name }?
