# The desktop’s keyring as a way in.

setting-keyring = Abrir sin la frase secreta
setting-keyring-there = Activado
setting-keyring-none = Desactivado
keyring-text = El llavero de este ordenador puede guardar una llave de Hearth. Así abre Hearth con un solo toque en vez de su frase secreta. Hearth se sigue bloqueando como antes, y su frase secreta sigue sirviendo.
keyring-care = Quien haya entrado en la cuenta de usted en este ordenador podrá abrir Hearth. No active esto si otras personas usan esa cuenta.
keyring-passphrase = Su frase secreta, para que nadie más pueda activarlo en su ordenador.
keyring-is-on = El llavero de este ordenador abre Hearth.
keyring-off = Desactivar
keyring-none = Ningún llavero responde en este ordenador; no hay nada que activar.
keyring-on = Activar
unlock-keyring = Abrir sin la frase secreta
unlock-keyring-away = El llavero de este ordenador no responde ahora. Use su frase secreta.
