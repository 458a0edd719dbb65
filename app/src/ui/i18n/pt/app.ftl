# The name, and words used everywhere.

app-name = Hearth
back = Voltar
you = Você
close = Fechar
scroll-bar = Lugar na conversa
search-clear = Limpar a busca
