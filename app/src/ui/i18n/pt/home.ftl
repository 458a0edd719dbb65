# The rail and the first page.

rail-rooms = Salas
rail-people = Pessoas
rail-settings = Ajustes
net-refused = O Hearth não conseguiu abrir uma entrada pela rede, então talvez os outros não consigam falar com você. Feche outros programas que usam a rede dessa forma e abra o Hearth de novo.
home-title = Olá, { $name }
home-first = Este é o seu lugar tranquilo. Para começar, use um link que alguém enviou, ou abra uma sala e convide pessoas.
home-text = Escolha uma sala para ler e escrever. Não tenha pressa: nada se perde enquanto você está fora de uma sala.
home-safe = O que você escreve fica trancado, e só as pessoas da sala podem ler.
