# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth no entendió su propia petición. Cierre Hearth y ábralo de nuevo, por favor.
fault-method-not-found = Esta versión de Hearth no puede hacer eso. Actualice Hearth, por favor.
fault-invalid-params = Algo en este formulario no sirve. Revise lo que ha escrito, por favor.
fault-locked = Hearth está bloqueado. Escriba primero su frase secreta.
fault-no-profile = Aún no hay un perfil en este ordenador. Cree uno primero, por favor.
fault-profile-exists = Ya hay un perfil en este ordenador. Ábralo con su frase secreta.
fault-in-use = Otra ventana de Hearth está usando este perfil. Ciérrela y vuelva a intentarlo.
fault-wrong-passphrase = Esa no es la frase secreta correcta. Revise las mayúsculas y los espacios y vuelva a intentarlo.
fault-too-many-attempts = { $seconds ->
    [one] Demasiados intentos. Espere { $seconds } segundo y vuelva a intentarlo.
   *[other] Demasiados intentos. Espere { $seconds } segundos y vuelva a intentarlo.
}
fault-weak-passphrase = Esta frase secreta es demasiado fácil de adivinar. Pruebe tres o cuatro palabras que no tengan relación entre sí.
fault-invalid-name = Este nombre no se puede usar. Use letras que escribiría a mano, sin signos ocultos o parecidos a otros, y que no sea muy largo.
fault-unknown-contact = Esta persona ya no está en su lista.
fault-unknown-room = Esta sala ya no está en este ordenador.
fault-unknown-message = Este mensaje ya no está aquí.
fault-not-a-member = Ya no está en esta sala. Pida un enlace nuevo si quiere volver.
fault-not-allowed = Aquí no puede hacer eso. Puede hacerlo alguien que cuida de la sala.
fault-text-too-long = Es demasiado largo para un solo mensaje. Envíelo por partes, por favor.
fault-invite-damaged = Este enlace no está completo. Cópielo de nuevo desde la primera hasta la última letra, o pida uno nuevo.
fault-invite-expired = Este enlace ha caducado. Pida uno nuevo a quien lo envió.
fault-invite-used = Este enlace ya se usó. Pida uno nuevo a quien lo envió.
fault-invite-forged = Quien respondió no es la persona que hizo este enlace. Usted no ha entrado en ningún sitio. Pida un enlace nuevo por otro medio, por ejemplo por teléfono.
fault-unreachable = Nadie respondió. Quizá el otro ordenador está apagado. Vuelva a intentarlo más tarde o deje que Hearth espere.
fault-no-node = Para esto hace falta un intermediario y aún no se conoce ninguno. Permita que los miembros vean la dirección de red de los demás, o pida un intermediario a su grupo.
fault-invalid-charter = Estas reglas de la sala no encajan entre sí. Elija de nuevo, por favor.
fault-room-full = Esta sala está llena. Pregunte a quien le invitó.
fault-unreadable-file = No se pudo leer este archivo. Elija otro, por favor.
fault-unwritable-file = No se pudo guardar el archivo ahí. Elija otro lugar, por favor.
fault-no-model = El modelo que examina las imágenes no se puede usar en este ordenador. Pida a quien se ocupa de este ordenador que revise los paquetes de modelos.
fault-store-failed = Hearth no pudo guardar. Compruebe que el disco no esté lleno y vuelva a intentarlo.
fault-busy = Hearth está ocupado ahora mismo. Vuelva a intentarlo en un momento, por favor.
fault-internal = Algo salió mal dentro de Hearth. Vuelva a intentarlo; si ocurre de nuevo, cierre Hearth y ábralo otra vez.
fault-no-keyring = El llavero de este ordenador no responde. Use su frase secreta.
fault-no-keyring-locked = El llavero de este ordenador está bloqueado y no se abrió. Inténtelo otra vez y deje que se abra, o use su frase secreta.
fault-no-keyring-missing = La llave de Hearth ya no está en el llavero de este ordenador. Use su frase secreta; puede activar el llavero de nuevo en los ajustes.
