# One’s own things.

settings-title = Ajustes
settings-name = Seu nome
settings-name-hint = Mostrado aos seus contatos e nas salas que guardam um registro.
settings-save = Salvar
settings-saved = Salvo
settings-size = Tamanho da letra
size-normal = Normal
size-large = Grande
size-larger = Maior
size-largest = O maior
theme-system = Como este computador
theme-light = Claro
theme-dark = Escuro
typing-shown = Os outros veem quando escrevo
settings-lock-text = Esconder cobre a tela e continua conectado. Trancar também desconecta; salas que não guardam nada são esvaziadas.
settings-hide = Esconder agora
settings-lock = Trancar agora
typing-meaning = Nunca veem as palavras antes de você as enviar.
