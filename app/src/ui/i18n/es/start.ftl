# The first steps, and how good a passphrase is.

welcome-step = Paso { $step } de { $of }
welcome-language = Elija su idioma
welcome-size = ¿Qué tamaño de letra prefiere?
welcome-size-text = Elija el que pueda leer sin esfuerzo. Puede cambiarlo en cualquier momento.
welcome-next = Siguiente
welcome-missing-strength = Elija una frase secreta más fuerte.
welcome-import = Tengo un perfil de otro ordenador
strength-empty = Tres o cuatro palabras que no tengan nada que ver entre sí funcionan bien.
strength-weak = Demasiado fácil de adivinar. Añada otra palabra.
strength-good = Bien. Es difícil de adivinar.
strength-strong = Muy bien. Es muy difícil de adivinar.
import-title = Traiga su perfil
import-text = Elija el archivo que guardó en su otro ordenador. Todo lo que contiene pasa a este.
import-file = Archivo
import-choose = Elegir un archivo
import-passphrase-hint = La frase secreta que dio al archivo cuando lo guardó.
import-go = Traerlo aquí
one-moment = Un momento…
cancel = Cancelar
