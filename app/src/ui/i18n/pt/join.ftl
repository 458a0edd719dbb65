# Using links.

join-title = Usar um link
join-text = Cole o link que alguém enviou. Você vai ver para onde ele leva antes de decidir.
join-link = Link
join-link-hint = Cole aqui
join-address = Para olhar, o Hearth se conecta direto à pessoa que fez este convite. Essa pessoa, e quem cuida das redes entre vocês, podem ver o seu endereço de rede, que pode indicar mais ou menos onde você está.
join-contact = Este link é para escrever com uma pessoa. Ela verá o seu nome.
join-look = Mostrar a sala
join-looking = Olhando…
join-accept = Conectar com esta pessoa
join-unseen = Entrar assim que for possível falar com a pessoa
join-unseen-text = Você pode deixar o link aqui: o Hearth continua tentando sozinho e entra quando a pessoa voltar. Então você verá o que a sala combinou.
join-inviter = { $name } convida você
join-direct = Nesta sala, os membros podem ver o endereço de rede dos outros, que pode indicar mais ou menos onde alguém está.
join-name = Seu nome nesta sala
join-name-hint = Deixe vazio para um nome inventado
join-name-hint-record = Deixe vazio para usar o nome do perfil
join-name-text = Ninguém aqui pode ligar este nome a você em outras salas.
join-name-text-record = Esta sala guarda um registro do tratamento. As pessoas nela podem reconhecer você em outras salas desse tipo.
join-go = Entrar na sala
join-knock = Bater à porta
join-busy = Um momento…
join-not-now = Agora não
join-paste = Colar o link
join-words-title = Alguém está ditando palavras para você?
join-words-text = Ao telefone, um convite pode ser lido em voz alta, em linhas de palavras.
join-words = Escrever as palavras
