## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = O Hearth pode ficar em segundo plano: as mensagens continuam chegando a você, e você o encontra ao lado do relógio. Se sair, as mensagens esperam até você abrir o Hearth de novo.
closing-background = Manter em segundo plano
closing-quit = Sair do Hearth
outside-message = Você tem uma nova mensagem
outside-open = Abrir o Hearth
outside-lock = Trancar o Hearth
outside-quit = Sair do Hearth
outside-link-waits = Um convite espera por você. Você pode usá-lo assim que o Hearth estiver aberto.
outside-files-later = O Hearth ainda não envia arquivos. Isso virá depois. Você pode soltar aqui a imagem de um código de convite.
outside-room = Avisar sobre novas mensagens nesta sala
demo-banner = Isto é uma demonstração: nada aqui é guardado. Escreva em uma janela e leia na outra.
demo-curtain = Duas pessoas vão se conhecer
demo-curtain-text = Uma paciente e uma médica, cada uma com o seu próprio Hearth. Em poucos segundos elas se escrevem, e depois é a sua vez.
