# Closing the window.

closing-title = Закрыть Hearth?
closing-text = Вы в комнате, где ничего не хранится. Её сообщения исчезнут, когда вы закроете Hearth.
closing-stay = Остаться
closing-go = Закрыть
