# Using links.

join-title = Usar un enlace
join-text = Pegue el enlace que le enviaron. Verá adónde lleva antes de decidir.
join-link = Enlace
join-link-hint = Péguelo aquí
join-address = Para mirar, Hearth se conecta directamente con la persona que hizo esta invitación. Esa persona, y quienes manejan las redes entre ustedes, pueden ver la dirección de red de usted, que puede indicar más o menos dónde está.
join-contact = Este enlace es para escribir con una persona. Esa persona verá el nombre de usted.
join-look = Mostrarme la sala
join-looking = Mirando…
join-accept = Conectar con esta persona
join-unseen = Entrar en cuanto se pueda contactar con la persona
join-unseen-text = Puede dejar el enlace aquí: Hearth sigue intentándolo solo y entra cuando la persona vuelva. Entonces verá lo que se acordó en la sala.
join-inviter = { $name } le invita
join-direct = En esta sala, los miembros pueden ver la dirección de red de los demás, que puede indicar más o menos dónde está alguien.
join-name = Su nombre en esta sala
join-name-hint = Déjelo vacío para un nombre inventado
join-name-hint-record = Déjelo vacío para usar el nombre de su perfil
join-name-text = Nadie aquí puede relacionar este nombre con usted en otras salas.
join-name-text-record = Esta sala lleva un registro de la atención médica. Las personas de la sala pueden reconocerle en otras salas de este tipo.
join-go = Entrar en la sala
join-knock = Llamar a la puerta
join-busy = Un momento…
join-not-now = Ahora no
join-paste = Pegar el enlace
join-words-title = ¿Alguien le está dictando palabras?
join-words-text = Por teléfono, una invitación se puede leer en voz alta, en líneas de palabras.
join-words = Escribir las palabras
