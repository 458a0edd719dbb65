# What a room agreed on, and starting one.

charter-encrypted = Só as pessoas da sala podem ler o que se escreve aqui.
charter-ephemeral = Nada é guardado. As mensagens somem quando você fecha ou tranca o Hearth.
charter-timed = { $days ->
    [one] As mensagens ficam guardadas por { $days } dia e depois são apagadas.
   *[other] As mensagens ficam guardadas por { $days } dias e depois são apagadas.
}
charter-record = As mensagens ficam guardadas, como registro do tratamento.
charter-direct = Quem tem um link entra na hora.
charter-knock = Alguém da sala deixa cada pessoa nova entrar.
charter-relay = Os membros não podem ver o endereço de rede dos outros.
charter-address = Os membros podem ver o endereço de rede dos outros, que pode indicar mais ou menos onde alguém está.
charter-no-presence = Ninguém vê quem está aqui.
charter-members = { $count ->
    [one] No máximo { $count } pessoa.
   *[other] No máximo { $count } pessoas.
}
charter-rules = Regras da casa
new-room-title = Abrir uma sala
new-room-name = Nome da sala
new-room-name-hint = Por exemplo: Roda de terça
new-room-kept = O que acontece com as mensagens?
kind-passing = Nada é guardado
kind-passing-meaning = O melhor para grupos de apoio. As mensagens somem quando o Hearth é fechado.
kind-month = Guardadas por 30 dias
kind-month-meaning = Bom para planejar em conjunto. Mensagens mais antigas são apagadas.
kind-record = Guardadas como registro
kind-record-meaning = Para o tratamento junto com um médico ou uma médica. O nome do seu perfil é mostrado.
new-room-entry = Quem entra?
entry-knock = Primeiro batem à porta
entry-knock-meaning = Você deixa cada pessoa entrar. Antes disso ela não vê nada.
entry-direct = Um link basta
entry-direct-meaning = Quem receber um link seu entra na hora.
new-room-rules = Regras da casa
new-room-rules-name = Regras que todos veem antes de entrar (pode deixar vazio)
new-room-rules-hint = Por exemplo: gentileza, sem conselhos médicos
new-room-missing = Dê um nome à sala, por favor.
new-room-go = Abrir a sala
new-room-busy = Abrindo a sala…
