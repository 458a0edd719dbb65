# Messages and writing them.

message-retracted = Esta mensagem foi retirada
message-edited = Editada
message-earlier = Uma mensagem anterior
message-reply = Responder
message-copy = Copiar
message-edit = Reescrever
message-retract = Retirar
message-again = Enviar de novo
react = Reagir com { $emoji }
reaction = { $emoji } de { $count }
typing-one = { $name } está escrevendo…
typing-many = { $count ->
    [one] { $count } pessoa está escrevendo…
   *[other] { $count } pessoas estão escrevendo…
}
doctor-certified = Médico ou médica, com confirmação
doctor-unverified = Médico ou médica, sem confirmação
state-queued = Esperando até ser possível falar com a pessoa
state-sent = Enviada
state-delivered = Entregue
state-delivered-some = Entregue a { $count } de { $all }
state-read = Lida
state-read-all = Lida por todos
state-read-some = Lida por { $count }
state-failed = Não foi possível entregar
compose-name = Mensagem para { $title }
compose-hint = Escreva uma mensagem
compose-send = Enviar
compose-save = Salvar
compose-reply = Resposta a { $name }
compose-reply-earlier = Resposta a uma mensagem anterior
compose-edit = Você está mudando sua mensagem
compose-cancel = Cancelar
compose-full = Esta mensagem está quase no tamanho máximo. Envie o resto em outra mensagem, por favor.
message-answered = Ir para a mensagem respondida
message-answers = responde a { $name }
message-told = { $name } escreve: { $text }
