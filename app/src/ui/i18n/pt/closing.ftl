# Closing the window.

closing-title = Fechar o Hearth?
closing-text = Você está em uma sala que não guarda nada. As mensagens dela somem quando você fecha o Hearth.
closing-stay = Ficar
closing-go = Fechar
