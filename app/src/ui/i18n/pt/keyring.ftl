# The desktop’s keyring as a way in.

setting-keyring = Abrir sem a frase secreta
setting-keyring-there = Ativado
setting-keyring-none = Desativado
keyring-text = O chaveiro deste computador pode guardar uma chave do Hearth. Assim você abre o Hearth com um toque em vez da frase secreta. O Hearth continua trancando como antes, e a sua frase secreta continua valendo.
keyring-care = Quem tiver entrado na sua conta deste computador poderá então abrir o Hearth. Não ative isto se outras pessoas usam a sua conta.
keyring-passphrase = A sua frase secreta, para que mais ninguém ative isto no seu computador.
keyring-is-on = O chaveiro deste computador abre o Hearth.
keyring-off = Desativar
keyring-none = Nenhum chaveiro responde neste computador; não há nada para ativar.
keyring-on = Ativar
unlock-keyring = Abrir sem a frase secreta
unlock-keyring-away = O chaveiro deste computador não responde agora. Use a sua frase secreta.
