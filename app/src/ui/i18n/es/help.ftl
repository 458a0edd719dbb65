# Help, telephone numbers, and whether others can be reached.

help-title = Ayuda
help-text = Tómese su tiempo. Nada de esto se envía a nadie.
help-how = Cómo se hace
help-nothing-lost = No puede estropear nada. Si algo sale mal, vuelva atrás e inténtelo otra vez.
crisis-title = Hablar con alguien ahora
crisis-line = Números de teléfono, también sin internet
crisis-not-alone = No tiene que pasar por esto a solas. Si no puede más, o alguien está en peligro, llame, por favor. Hearth no dice a nadie que usted ha mirado aquí.
crisis-always = En otro país, o si un número no responde: llame al número de emergencias local.
crisis-other = Otro país
crisis-choose = Elija su país
crisis-emergency = Vida en peligro
crisis-despair = Alguien que escucha
crisis-cancer = Preguntas sobre el cáncer
doctor-title = ¿Está Hearth conectado?
doctor-line = Ver qué funciona y qué hacer
doctor-closed = No. Ahora mismo los demás no pueden llegar a este ordenador.
doctor-alone = Hearth está listo, pero ahora mismo no se puede llegar a nadie.
doctor-well = { $count ->
    [one] Sí. Tiene conexión con { $count } ordenador más.
   *[other] Sí. Tiene conexión con { $count } ordenadores más.
}
doctor-seen = Lo que ve Hearth
doctor-door-open = Este ordenador está listo para que los demás se conecten.
doctor-door-closed = Hearth no puede recibir a los demás.
doctor-door-taken = Otro programa usa el camino que Hearth necesita.
doctor-someone = Hay conexión con el ordenador de al menos otra persona.
doctor-nobody = No hay conexión con nadie que usted conozca. Sus ordenadores pueden estar apagados.
doctor-waiting = Una sala espera a la persona que le invitó. Hearth sigue intentándolo.
doctor-rejoining = Una sala espera a que alguien deje entrar otra vez a este ordenador.
doctor-next = Qué puede hacer
doctor-do-restart = Cierre Hearth y ábralo otra vez. Si otro programa estorbaba, ciérrelo antes.
doctor-do-firewall = Si sigue igual, pida a alguien que conozca su ordenador que deje pasar a Hearth por el cortafuegos.
doctor-do-internet = Mire si internet funciona: abra cualquier página web.
doctor-do-ask = Pida a la otra persona que abra Hearth al mismo tiempo.
doctor-do-same = En la misma casa o clínica, usen la misma red wifi.
doctor-do-new = Si alguien se mudó o cambió de internet, pídale un enlace nuevo.
doctor-do-nothing = No hace falta que haga nada. Todo va bien.
doctor-kept = Lo que escriba mientras tanto se guarda y sale en cuanto se pueda llegar a alguien.
doctor-apart = Hearth está listo, pero las personas de otras redes no pueden llegar a usted ahora mismo.
doctor-reach-open = Las personas de otras redes pueden llegar a este ordenador.
doctor-reach-relayed = Alguien de una de sus salas pasa los mensajes, pero no puede leerlos.
doctor-reach-none = Las personas de otras redes aún no pueden llegar a este ordenador.
doctor-do-member = Pida a alguien de su grupo con buena conexión que deje Hearth abierto. El ordenador de esa persona puede pasar los mensajes, pero no puede leerlos.
doctor-do-node = O pida a su clínica o grupo un intermediario: un ordenador siempre encendido que pasa los mensajes. No puede leerlos.
offer-text = Si esto es demasiado para usted: alguien puede escucharle por teléfono, ahora. Nadie sabrá que usted ha visto esto.
offer-show = Ver los números
offer-not-now = Ahora no
