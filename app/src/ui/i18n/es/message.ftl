# Messages and writing them.

message-retracted = Este mensaje fue retirado
message-edited = Cambiado
message-earlier = Un mensaje anterior
message-reply = Responder
message-copy = Copiar
message-edit = Cambiar
message-retract = Retirar
message-again = Enviar de nuevo
react = Reaccionar con { $emoji }
reaction = { $emoji } de { $count }
typing-one = { $name } está escribiendo…
typing-many = { $count ->
    [one] { $count } persona está escribiendo…
   *[other] { $count } personas están escribiendo…
}
doctor-certified = Médico o médica, con confirmación
doctor-unverified = Médico o médica, sin confirmación
state-queued = Esperando hasta poder contactar
state-sent = Enviado
state-delivered = Entregado
state-delivered-some = Entregado a { $count } de { $all }
state-read = Leído
state-read-all = Leído por todos
state-read-some = Leído por { $count }
state-failed = No se pudo entregar
compose-name = Mensaje a { $title }
compose-hint = Escriba un mensaje
compose-send = Enviar
compose-save = Guardar
compose-reply = Respuesta a { $name }
compose-reply-earlier = Respuesta a un mensaje anterior
compose-edit = Está cambiando su mensaje
compose-cancel = Cancelar
compose-full = Este mensaje es casi lo más largo posible. Envíe el resto en otro mensaje, por favor.
message-answered = Ir al mensaje al que responde
message-answers = responde a { $name }
message-told = { $name } escribe: { $text }
