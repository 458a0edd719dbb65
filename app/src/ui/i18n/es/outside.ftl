## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth puede seguir en segundo plano: los mensajes le siguen llegando y lo encuentra junto al reloj. Si sale, los mensajes esperan hasta que vuelva a abrir Hearth.
closing-background = Seguir en segundo plano
closing-quit = Salir de Hearth
outside-message = Tiene un mensaje nuevo
outside-open = Abrir Hearth
outside-lock = Bloquear Hearth
outside-quit = Salir de Hearth
outside-link-waits = Le espera una invitación. Podrá usarla en cuanto Hearth esté abierto.
outside-files-later = Hearth aún no puede enviar archivos. Eso llegará más adelante. Aquí puede soltar una imagen de un código de invitación.
outside-room = Avisarme de los mensajes nuevos en esta sala
demo-banner = Esto es una demostración: aquí no se guarda nada. Escriba en una ventana y léalo en la otra.
demo-curtain = Dos personas están a punto de conocerse
demo-curtain-text = Una paciente y una médica, cada una con su propio Hearth. En unos segundos se escriben, y después le toca a usted.
