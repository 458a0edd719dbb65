# Finding people and messages.

find-name = Buscar personas y mensajes
find-looking = Buscando en sus mensajes…
find-nothing = No se encontró nada. Pruebe con otra palabra o una más corta.
find-no-messages = Ningún mensaje con esta palabra.
find-messages = Mensajes
