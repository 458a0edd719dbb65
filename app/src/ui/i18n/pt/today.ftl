# Today at a glance.

rail-home = Início
rail-help = Ajuda
rail-more = Mais
home-calm = Nada pede a sua atenção agora. Isso é bom.
home-knock = { $name } quer entrar em { $title }.
home-answer = Responder
home-draft = Você começou a escrever em { $title }.
home-go-on = Continuar a escrever
home-sheet = Uma folha de recuperação abre o seu perfil se você esquecer a frase secreta. Você ainda não tem uma.
home-compare = { $name } está aqui. Comparem os números de segurança por telefone, para ter certeza de que é mesmo essa pessoa.
home-compare-go = Comparar
home-doors = Na porta
home-new = Novo para você
home-here = Aqui agora
home-begin = Começar algo
rooms-draft = Você começou a escrever aqui
