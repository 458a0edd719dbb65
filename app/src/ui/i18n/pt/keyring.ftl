# The desktop’s keyring as a way in.

setting-keyring = Porta-chaves deste computador
setting-keyring-there = Abre o Hearth
setting-keyring-none = Abrir o Hearth sem a frase secreta
keyring-text = O porta-chaves deste computador pode guardar uma chave do Hearth. Assim você abre o Hearth com um toque em vez da frase secreta. O Hearth continua a bloquear como antes, e a sua frase secreta continua a servir.
keyring-care = Quem estiver na sua conta neste computador poderá abrir o Hearth. Deixe desligado se outras pessoas usam a sua conta.
keyring-passphrase = A sua frase secreta, para que mais ninguém ligue isto no seu computador.
keyring-is-on = O porta-chaves abre o Hearth.
keyring-off = Tirar a chave do porta-chaves
keyring-none = Nenhum porta-chaves responde neste computador; não há nada para ligar.
keyring-on = Ligar
unlock-keyring = Abrir com o porta-chaves deste computador
unlock-keyring-away = O porta-chaves deste computador não responde agora. Use a sua frase secreta.
