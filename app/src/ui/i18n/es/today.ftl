# Today at a glance.

rail-home = Inicio
rail-help = Ayuda
rail-more = Más
home-calm = Ahora mismo no tiene nada pendiente. Eso es bueno.
home-knock = { $name } quiere entrar en { $title }.
home-answer = Responder
home-draft = Empezó a escribir en { $title }.
home-go-on = Seguir escribiendo
home-sheet = Una hoja de recuperación abre su perfil si olvida la frase secreta. Aún no tiene ninguna.
home-compare = { $name } está aquí. Comparen por teléfono sus números de seguridad, para saber que es realmente esa persona.
home-compare-go = Comparar
home-doors = En la puerta
home-new = Nuevo para usted
home-here = Están aquí ahora
home-begin = Empezar algo
rooms-draft = Empezó a escribir aquí
