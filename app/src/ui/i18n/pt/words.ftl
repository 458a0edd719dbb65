# Invitations in words, to be read out.

words-show = Ler em voz alta, em palavras
words-hide = Mostrar o código quadrado
words-title = O mesmo em palavras
words-say = Leia em voz alta cada linha com o seu número, por exemplo ao telefone, e espere até a outra pessoa dizer que está certa. Ela escreve as palavras no Hearth, em “Usar um link”.
words-list = Idioma das palavras
words-type-text = Escreva uma linha de cada vez. Bastam as quatro primeiras letras de cada palavra. O Hearth diz logo se a linha está certa.
words-line = Linha { $number }
words-next = Próxima linha
words-done = Era tudo
words-back = Colar um link em vez disso
words-again = Começar de novo
words-right = Certo até agora
words-fits = Esta linha está certa.
words-ends = Esta linha está certa, e é a última.
words-length = Cada linha tem seis palavras. Só a última pode ter menos.
words-short = Cada linha tem seis palavras. Só a última pode ter menos. Se esta era a última, peça para ouvir de novo.
words-unknown = Linha { $number }: “{ $word }” não é uma das palavras. Peça para ouvir de novo.
words-wrong = A linha { $number } ainda não está certa. Peça para ouvir de novo.
words-other = Estas são as palavras da linha { $other }. Peça a linha { $number }.
words-long = A linha { $number } tem palavras demais ou vem depois da última.
words-missing = Até aqui está tudo certo. Falta ainda a linha { $number }.
words-damaged = Cada linha está certa por si só, mas juntas não formam um convite. Peça à outra pessoa que faça um novo.
