## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth puede seguir en segundo plano: los mensajes te siguen llegando y lo encuentras junto al reloj. Si sales, los mensajes esperan hasta que vuelvas a abrir Hearth.
closing-background = Seguir en segundo plano
closing-quit = Salir de Hearth
outside-message = Tienes un mensaje nuevo
outside-open = Abrir Hearth
outside-lock = Bloquear Hearth
outside-quit = Salir de Hearth
outside-link-waits = Te espera una invitación. Podrás usarla en cuanto Hearth esté abierto.
outside-files-later = Hearth aún no puede enviar archivos. Eso llegará más adelante. Aquí puedes soltar una imagen de un código de invitación.
outside-room = Avisarme de los mensajes nuevos en esta sala
demo-banner = Esto es una demostración: aquí no se guarda nada. Escribe en una ventana y léelo en la otra.
demo-curtain = Dos personas están a punto de conocerse
demo-curtain-text = Una paciente y una médica, cada una con su propio Hearth. En unos segundos se escriben, y después te toca a ti.
