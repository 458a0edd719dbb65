# The first steps, and how good a passphrase is.

welcome-step = Passo { $step } de { $of }
welcome-language = Escolha o seu idioma
welcome-size = De que tamanho deve ser a letra?
welcome-size-text = Escolha o que consegue ler sem esforço. Você pode mudar a qualquer momento.
welcome-next = Avançar
welcome-missing-strength = Escolha uma frase secreta mais forte, por favor.
welcome-import = Tenho um perfil de outro computador
strength-empty = Três ou quatro palavras sem nada a ver entre si funcionam bem.
strength-weak = Fácil demais de adivinhar. Junte mais uma palavra.
strength-good = Bom. É difícil de adivinhar.
strength-strong = Muito bom. É muito difícil de adivinhar.
import-title = Trazer o seu perfil
import-text = Escolha o arquivo que você salvou no outro computador. Tudo o que está nele vem para este.
import-file = Arquivo
import-choose = Escolher um arquivo
import-passphrase-hint = A frase secreta que você deu ao arquivo quando o salvou.
import-go = Trazer para cá
one-moment = Um momento…
cancel = Cancelar
