# Closing the window.

closing-title = ¿Cerrar Hearth?
closing-text = Está en una sala que no guarda nada. Sus mensajes desaparecen cuando cierra Hearth.
closing-stay = Quedarme
closing-go = Cerrar
