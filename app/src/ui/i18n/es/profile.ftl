# Making, unlocking and hiding a profile.

role-patient = Vivo con cáncer
role-patient-meaning = Para usted. Médicos y grupos pueden invitarle.
role-doctor = Soy médico o médica
role-doctor-meaning = Aparecerá sin confirmación hasta que una clínica lo confirme.
role-peer = Acompaño a alguien
role-peer-meaning = Familia, amistades, voluntariado o miembro de un grupo.
role-patient-short = Vive con cáncer
role-doctor-short = Dice ser médico o médica, sin confirmación de una clínica
role-peer-short = Acompaña a alguien
welcome-title = Le damos la bienvenida a Hearth
welcome-text = Un lugar privado para hablar: para personas con cáncer, sus médicos y quienes las acompañan.
welcome-safe = Todo se queda en este ordenador y con las personas con quienes habla. Sin cuenta, sin correo, sin número de teléfono.
welcome-name = Su nombre
welcome-name-hint = El que prefiera; lo verán sus contactos
welcome-role = ¿Quién es usted?
welcome-passphrase-title = Elija una frase secreta
welcome-passphrase-hint = Tres o cuatro palabras sin relación son fáciles de recordar y difíciles de adivinar. Anótelas: nadie puede restablecer la frase secreta por usted.
welcome-missing-name = Escriba un nombre, por favor.
welcome-missing-role = Diga quién es, por favor.
welcome-missing-passphrase = Elija una frase secreta, por favor.
welcome-busy = Preparando todo…
passphrase = Frase secreta
passphrase-show = Mostrar la frase secreta
passphrase-hide = Ocultar la frase secreta
unlock-title = Qué bien que haya vuelto
unlock-locked = Hearth está bloqueado. Escriba su frase secreta para abrirlo.
unlock-hidden = Hearth está oculto y sigue conectado. Escriba su frase secreta para volver a verlo.
unlock-go = Abrir
unlock-busy = Abriendo…
unlock-wait = { $seconds ->
    [one] Espere { $seconds } segundo y vuelva a intentarlo.
   *[other] Espere { $seconds } segundos y vuelva a intentarlo.
}
unlock-forgotten = Puede pegarla desde un gestor de contraseñas. Si se pierde la frase secreta, nadie puede abrir este perfil.
in-use-title = Hearth ya está abierto
in-use-text = Otra ventana de Hearth u otro programa está usando este perfil. Vaya a esa ventana, o ciérrela y vuelva a intentarlo.
in-use-again = Intentar de nuevo
in-use-still = Todavía está abierto allí. Cierre primero la otra ventana.
notice-restored = Hearth encontró datos dañados y volvió a su copia más reciente. Los mensajes más nuevos llegarán otra vez cuando se pueda contactar con los demás. No se borró nada.
notice-lost = Hearth no pudo leer lo que tenía guardado y no había ninguna copia. Lo anterior se conservó, no se borró nada. Pida ayuda a alguien de confianza antes de seguir.
notice-clock = El reloj de este ordenador saltó más de un día. No se borrará nada hasta que la fecha sea correcta. Revise la fecha y la hora, por favor.
