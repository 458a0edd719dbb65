# The rail and the first page.

rail-rooms = Salas
rail-people = Personas
rail-settings = Ajustes
net-refused = Ahora mismo los demás no pueden llegar a este ordenador. Cierre Hearth y ábralo otra vez.
home-title = Hola, { $name }
home-first = Este es su lugar tranquilo. Para empezar, use un enlace que le hayan enviado, o abra una sala e invite a otras personas.
home-text = Elija una sala para leer y escribir. Tómese su tiempo.
home-safe = Lo que escribe queda cerrado con llave, de modo que solo pueden leerlo las personas de la sala.
