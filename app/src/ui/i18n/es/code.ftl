# Square codes and files.

link-code = Su enlace como código cuadrado
link-code-text = O deje que la otra persona fotografíe este cuadrado y elija la foto en Hearth.
join-picture-title = O use una imagen
join-picture-text = Si alguien le mostró un código cuadrado, elija su foto o suéltela aquí.
join-picture = Elegir una imagen
join-picture-reading = Leyendo la imagen…
join-picture-read = Leer esta imagen
file-path = Dónde está la imagen
fault-no-code = No hay ninguna invitación en esta imagen. Haga la foto otra vez: el cuadrado entero, nítido y sin reflejos.
safety-code = Número de seguridad como código cuadrado
safety-code-text = Si están juntos, también pueden comparar estos cuadrados.
safety-differ = Si son distintos, no escriba nada privado. Pida un enlace nuevo por otro medio, por ejemplo por teléfono.
