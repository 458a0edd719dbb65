# The pages of the settings.

setting-look = Aspecto de Hearth
setting-look-line = Idioma, tamaño de letra, colores, vista sencilla
setting-privacy = Privacidad y tranquilidad
setting-privacy-line = Lo que ven los demás, ocultar, bloquear, avisos
setting-passphrase = Frase secreta
setting-passphrase-line = Elegir una nueva
setting-passphrase-text = Cuando la haya cambiado, la frase secreta antigua dejará de servir.
setting-sheet = Hoja de recuperación
setting-sheet-there = Tiene una. Puede crear otra
setting-sheet-none = Aún no tiene ninguna
setting-storage = Almacenamiento
setting-storage-line = Cuánto se guarda, borrar una sala
setting-export = Llevarse todo
setting-export-line = Un archivo cerrado con llave, para otro ordenador
setting-erase = Borrar mi perfil
setting-erase-line = Todo lo que Hearth guarda en este ordenador
setting-language = Idioma
setting-colours = Colores
setting-contrast = Contraste
contrast-standard = Suave
contrast-high = Fuerte
setting-motion = Movimiento
motion-full = Las cosas pueden moverse
motion-reduced = Nada se mueve
setting-simple = Vista sencilla
setting-simple-text = Una cosa cada vez, y todo más grande.
setting-notices-text = Un aviso nunca muestra lo que se escribió.
notices-on = Avisarme cuando haya algo nuevo
offer-on = Ofrecerme alguien con quien hablar
offer-on-text = Si lo que escribe suena a desesperación, Hearth muestra quién puede escucharle. Solo lo mira en este equipo y no se lo dice a nadie.
setting-hide = Ocultar automáticamente
setting-hide-text = Si nadie toca el ordenador durante este tiempo, Hearth cubre lo que se ve en la pantalla. Sigue conectado.
setting-lock = Bloquear automáticamente
setting-lock-text = Pasado este tiempo, Hearth también se desconecta. Las salas que no guardan nada se vacían.
idle-never = Nunca
idle-minutes = { $count ->
    [one] Después de { $count } minuto
   *[other] Después de { $count } minutos
}
idle-hours = { $count ->
    [one] Después de { $count } hora
   *[other] Después de { $count } horas
}
passphrase-old = Frase secreta actual
passphrase-new = Frase secreta nueva
passphrase-change = Cambiar la frase secreta
passphrase-changed = Se ha cambiado su frase secreta.
storage-size = Hearth guarda unos { $size } MB en este ordenador.
storage-rooms = Borrar una sala
storage-rooms-text = Borrar una sala quita de este ordenador todo lo que hay en ella. Los demás conservan lo que tienen.
storage-none = No hay salas.
storage-sure = «{ $title }» y todos sus mensajes desaparecerán de este ordenador. Para volver necesitará un enlace. No se puede deshacer.
storage-erase = Borrar
export-text = Guarda su perfil, personas y salas en un archivo cerrado con llave. Las salas que no guardan nada no están dentro.
export-passphrase = Frase secreta para el archivo
export-passphrase-hint = Solo quien la sepa puede abrir el archivo. No tiene que ser la misma que abre Hearth.
export-go = Guardar el archivo
export-done = Guardado. Guarde el archivo y su frase secreta por separado.
export-file = hearth-perfil
erase-text = Se destruye todo lo que Hearth guarda en este ordenador: perfil, personas, salas y mensajes. No se puede deshacer.
erase-gone = Su hoja de recuperación y su frase secreta dejarán de servir.
erase-others = Las demás personas conservan los mensajes que tienen.
erase-disks = Algunos discos conservan restos antiguos un tiempo. Sin las claves, que se destruyen, no se pueden leer.
erase-export = Guardar antes una copia
erase-passphrase = Su frase secreta, para saber que es usted
erase-go = Borrar todo
