# What a room agreed on, and starting one.

charter-encrypted = Solo las personas de la sala pueden leer lo que se escribe aquí.
charter-ephemeral = No se guarda nada. Los mensajes desaparecen cuando cierra o bloquea Hearth.
charter-timed = { $days ->
    [one] Los mensajes se guardan { $days } día y luego se borran.
   *[other] Los mensajes se guardan { $days } días y luego se borran.
}
charter-record = Los mensajes se guardan, como registro de la atención médica.
charter-direct = Quien tiene un enlace entra enseguida.
charter-knock = Alguien de la sala deja entrar a cada persona nueva.
charter-relay = Los miembros no pueden ver la dirección de red de los demás.
charter-address = Los miembros pueden ver la dirección de red de los demás, que puede indicar más o menos dónde está alguien.
charter-no-presence = Nadie ve quién está aquí.
charter-members = { $count ->
    [one] Como máximo { $count } persona.
   *[other] Como máximo { $count } personas.
}
charter-rules = Reglas de la casa
new-room-title = Abrir una sala
new-room-name = Nombre de la sala
new-room-name-hint = Por ejemplo: Círculo del martes
new-room-kept = ¿Qué pasa con los mensajes?
kind-passing = No se guarda nada
kind-passing-meaning = Lo mejor para grupos de apoyo. Los mensajes desaparecen al cerrar Hearth.
kind-month = Se guardan 30 días
kind-month-meaning = Bueno para planear juntos. Los mensajes más antiguos se borran.
kind-record = Se guardan como registro
kind-record-meaning = Para la atención con un médico o una médica. Se muestra el nombre de su perfil.
new-room-entry = ¿Quién entra?
entry-knock = Primero llaman a la puerta
entry-knock-meaning = Usted deja entrar a cada persona. Antes de eso, ella no ve nada.
entry-direct = Basta un enlace
entry-direct-meaning = Quien reciba un enlace suyo entra enseguida.
new-room-rules = Reglas de la casa
new-room-rules-name = Reglas que todos ven antes de entrar (puede dejarlo vacío)
new-room-rules-hint = Por ejemplo: trato amable, sin consejos médicos
new-room-missing = Dé un nombre a la sala, por favor.
new-room-go = Abrir la sala
new-room-busy = Abriendo la sala…
