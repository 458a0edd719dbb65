# Help, telephone numbers, and whether others can be reached.

help-title = Ajuda
help-text = Vá com calma. Nada daqui é enviado a ninguém.
help-how = Como fazer
help-nothing-lost = Você não consegue estragar nada. Se algo der errado, volte e tente de novo.
crisis-title = Falar com alguém agora
crisis-line = Números de telefone, mesmo sem internet
crisis-not-alone = Você não está só. Se não aguenta mais, ou se alguém está em perigo, ligue, por favor. O Hearth não conta a ninguém que você olhou aqui.
crisis-always = Em outro país, ou se um número não atender: ligue para o número de emergência local.
crisis-other = Outro país
crisis-choose = Escolha o seu país
crisis-emergency = Risco de vida
crisis-despair = Alguém que escuta
crisis-cancer = Perguntas sobre câncer
doctor-title = O Hearth está conectado?
doctor-line = Ver o que funciona e o que fazer
doctor-closed = Não. Os outros não conseguem chegar a este computador agora.
doctor-alone = O Hearth está pronto, mas não dá para chegar a ninguém agora.
doctor-well = { $count ->
    [one] Sim. O Hearth está conectado a mais { $count } computador.
   *[other] Sim. O Hearth está conectado a mais { $count } computadores.
}
doctor-seen = O que o Hearth vê
doctor-door-open = Este computador está pronto para que os outros se conectem.
doctor-door-closed = O Hearth não consegue receber os outros.
doctor-door-taken = Outro programa usa o caminho de que o Hearth precisa.
doctor-someone = O computador de pelo menos uma outra pessoa está conectado.
doctor-nobody = Ninguém que você conhece está conectado. Os computadores podem estar desligados.
doctor-waiting = Uma sala espera pela pessoa que convidou você. O Hearth continua tentando.
doctor-rejoining = Uma sala espera que alguém deixe este computador entrar de novo.
doctor-next = O que você pode fazer
doctor-do-restart = Feche o Hearth e abra de novo. Se outro programa atrapalhava, feche-o antes.
doctor-do-firewall = Se continuar assim, peça a quem conhece o seu computador que deixe o Hearth passar pelo firewall.
doctor-do-internet = Veja se a internet funciona: abra qualquer página.
doctor-do-ask = Peça à outra pessoa que abra o Hearth ao mesmo tempo.
doctor-do-same = Na mesma casa ou clínica, usem o mesmo Wi-Fi.
doctor-do-new = Se alguém se mudou ou trocou de internet, peça um novo link.
doctor-do-nothing = Você não precisa fazer nada. Está tudo bem.
doctor-kept = O que você escrever enquanto isso fica guardado e sai assim que der para chegar a alguém.
doctor-apart = O Hearth está pronto, mas quem está em outras redes não consegue chegar a você agora.
doctor-reach-open = Quem está em outras redes consegue chegar a este computador.
doctor-reach-relayed = Alguém de uma das suas salas passa as mensagens adiante, mas não consegue lê-las.
doctor-reach-none = Quem está em outras redes ainda não consegue chegar a este computador.
doctor-do-member = Peça a alguém do seu grupo que seja fácil de alcançar para deixar o Hearth aberto. O computador dessa pessoa pode passar as mensagens adiante, mas não consegue lê-las.
doctor-do-node = Ou peça um intermediário à sua clínica ou ao seu grupo: um computador sempre ligado que passa as mensagens adiante. Ele não consegue lê-las.
offer-text = Se está ficando pesado demais: alguém pode ouvir você por telefone, agora. Ninguém fica sabendo que você viu isto.
offer-show = Mostrar os números
offer-not-now = Agora não
