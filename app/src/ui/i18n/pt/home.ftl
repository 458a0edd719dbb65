# The rail and the first page.

rail-rooms = Salas
rail-people = Pessoas
rail-settings = Ajustes
net-refused = Os outros não conseguem chegar a este computador agora. Feche o Hearth e abra de novo.
home-title = Olá, { $name }
home-first = Este é o seu lugar tranquilo. Para começar, use um link que alguém enviou, ou abra uma sala e convide pessoas.
home-text = Escolha uma sala para ler e escrever. Não tenha pressa.
home-safe = O que você escreve fica trancado, e só as pessoas da sala podem ler.
