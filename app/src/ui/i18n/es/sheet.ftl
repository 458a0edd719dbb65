# The recovery sheet, and coming back with it.

sheet-title = Hoja de recuperación
sheet-why = Si algún día olvida su frase secreta, esta hoja abre su perfil. Nadie más puede hacerlo por usted.
sheet-later = Puede hacerlo ahora o más tarde, en los ajustes.
sheet-make = Crear una hoja de recuperación
sheet-without = Empezar sin ella
sheet-shown-text = Anote estos números, o guárdelos e imprímalos. Hearth los muestra solo esta vez.
sheet-keep = Guarde la hoja lejos de este ordenador, como una llave de repuesto. Quien tenga las dos cosas puede leerlo todo.
sheet-save = Guardar en un archivo
sheet-copy = Copiar
sheet-saved = Guardado. Imprímalo y después saque el archivo de este ordenador.
sheet-path = Dónde guardarla
sheet-save-there = Guardar ahí
sheet-have-it = Ya la tengo
sheet-replaces = Ya tiene una hoja. La nueva ocupa su lugar y los números antiguos ya no abren nada.
sheet-passphrase = Su frase secreta, para que nadie más pueda crear una hoja en su ordenador.
sheet-file = hearth-hoja-de-recuperacion
sheet-print-title = Hoja de recuperación de Hearth
sheet-print-name = Para { $name }
sheet-print-use = Si olvida la frase secreta: abra Hearth, elija «Usar mi hoja de recuperación» y escriba estos números.
sheet-print-keep = Guarde esta hoja lejos del ordenador. Quien tenga las dos cosas puede leerlo todo.
toast-sheet-copied = Copiado. Péguelo en un gestor de contraseñas, no en un mensaje.
unlock-recover = Usar mi hoja de recuperación
unlock-paste = Puede pegarla desde un gestor de contraseñas. Si olvidó la frase secreta, use su hoja de recuperación.
recover-title = Use su hoja de recuperación
recover-text = Escriba los números de la hoja y elija una frase secreta nueva. No se pierde nada.
recover-code = Números de la hoja
recover-code-hint = Ocho grupos de seis cifras. Los espacios no importan.
recover-code-left = { $count ->
    [one] Falta { $count } cifra
   *[other] Faltan { $count } cifras
}
recover-code-group = Mire otra vez el grupo { $number }. Una de sus cifras no es correcta.
recover-code-digits = Solo las cifras de la hoja, ocho grupos de seis.
recover-code-whole = Todos los números están completos.
recover-new = Frase secreta nueva
recover-go = Abrir mi perfil
recover-back = Volver a la frase secreta
fault-wrong-recovery-code = Esta no es la hoja más reciente de este perfil. Compare los números otra vez, grupo por grupo.
