# Invitations in words, to be read out.

words-show = Leer en voz alta, en palabras
words-hide = Mostrar el código cuadrado
words-title = Lo mismo en palabras
words-say = Lea en voz alta cada línea con su número, por ejemplo por teléfono, y espere a que la otra persona diga que está bien. Ella escribe las palabras en Hearth, en «Usar un enlace».
words-list = Idioma de las palabras
words-type-text = Escriba una línea cada vez. Bastan las cuatro primeras letras de cada palabra. Hearth le dice enseguida si la línea está bien.
words-line = Línea { $number }
words-next = Línea siguiente
words-done = Eso era todo
words-back = Pegar un enlace en su lugar
words-again = Empezar de nuevo
words-right = Bien hasta ahora
words-fits = Esta línea está bien.
words-ends = Esta línea está bien, y es la última.
words-length = Cada línea tiene seis palabras. Solo la última puede tener menos.
words-short = Cada línea tiene seis palabras. Solo la última puede tener menos. Si esta era la última, pida que se la repitan.
words-unknown = Línea { $number }: «{ $word }» no es una de las palabras. Pida que se la repitan.
words-wrong = La línea { $number } todavía no está bien. Pida que se la repitan.
words-other = Estas son las palabras de la línea { $other }. Pida la línea { $number }.
words-long = La línea { $number } tiene demasiadas palabras o viene después de la última.
words-missing = Hasta aquí todo está bien. Falta la línea { $number }.
words-damaged = Cada línea está bien por sí sola, pero juntas no son una invitación. Pida a la otra persona que haga una nueva.
