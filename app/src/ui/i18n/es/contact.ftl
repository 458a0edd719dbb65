# People and comparing safety numbers.

people-title = Personas
people-empty = Aún no hay nadie. Invite a una persona o use un enlace que le hayan enviado.
people-waiting = Esperando una respuesta
people-invite = Invitar a una persona
people-about = Personas con las que escribe a solas. Elija a alguien para ver más.
person-write = Escribir
person-here = Está aquí ahora
person-here-verified = Está aquí ahora, número comparado
person-away = No está aquí ahora
person-away-verified = No está aquí ahora, número comparado
person-is-blocked = Bloqueada
person-block-title = Bloqueo
person-block-text = Una persona bloqueada no puede escribirle ni ver si está aquí. No se le avisa.
person-block = Bloquear
person-blocked = Esta persona está bloqueada. No puede escribirle.
person-unblock = Desbloquear
safety-title = Número de seguridad
safety-text = Compare estos números con la otra persona, por teléfono o estando juntos. Si son iguales, nadie escucha en medio.
safety-coming = Calculando el número…
safety-same = Son iguales
safety-verified = Ha comparado este número: nadie lee ni escucha en medio.
