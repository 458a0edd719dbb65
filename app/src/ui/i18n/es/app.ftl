# The name, and words used everywhere.

app-name = Hearth
back = Volver
you = Usted
close = Cerrar
scroll-bar = Lugar en la conversación
search-clear = Vaciar la búsqueda
