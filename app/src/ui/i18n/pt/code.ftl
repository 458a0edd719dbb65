# Square codes and files.

link-code = O seu link como código quadrado
link-code-text = Ou deixe a outra pessoa fotografar este quadrado e escolher a foto no Hearth.
join-picture-title = Ou use uma imagem
join-picture-text = Se alguém mostrou um código quadrado, escolha a foto dele ou solte-a aqui.
join-picture = Escolher uma imagem
join-picture-reading = Lendo a imagem…
join-picture-read = Ler esta imagem
file-path = Onde está a imagem
fault-no-code = Não há nenhum convite nesta imagem. Tire a foto de novo: o quadrado inteiro, nítido e sem reflexo.
safety-code = Número de segurança como código quadrado
safety-code-text = Lado a lado, vocês também podem comparar estes quadrados.
safety-differ = Se forem diferentes, não escreva nada privado. Peça um novo link por outro meio, por exemplo por telefone.
