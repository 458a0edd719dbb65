# One’s own things.

settings-title = Ajustes
settings-name = Su nombre
settings-name-hint = Se muestra a sus contactos y en las salas que guardan un registro.
settings-save = Guardar
settings-saved = Guardado
settings-size = Tamaño de letra
size-normal = Normal
size-large = Grande
size-larger = Más grande
size-largest = El más grande
theme-system = Como este ordenador
theme-light = Claro
theme-dark = Oscuro
typing-shown = Los demás ven cuando escribo
settings-lock-text = Ocultar cubre la pantalla y sigue conectado. Bloquear también desconecta; las salas que no guardan nada se vacían.
settings-hide = Ocultar ahora
settings-lock = Bloquear ahora
typing-meaning = Nunca ven las palabras antes de que usted las envíe.
