# The rail and the first page.

rail-rooms = Salas
rail-people = Personas
rail-settings = Ajustes
net-refused = Hearth no pudo abrir una entrada desde la red, así que quizá los demás no puedan contactarle. Cierre otros programas que usen la red de la misma forma y abra Hearth de nuevo.
home-title = Hola, { $name }
home-first = Este es su lugar tranquilo. Para empezar, use un enlace que le hayan enviado, o abra una sala e invite a otras personas.
home-text = Elija una sala para leer y escribir. Tómese su tiempo: nada se pierde mientras no está en una sala.
home-safe = Lo que escribe queda cerrado con llave, de modo que solo pueden leerlo las personas de la sala.
