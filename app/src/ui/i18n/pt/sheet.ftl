# The recovery sheet, and coming back with it.

sheet-title = Folha de recuperação
sheet-why = Se um dia você esquecer a frase secreta, esta folha abre o seu perfil. Ninguém mais pode fazer isso por você.
sheet-later = Você pode fazer isso agora ou mais tarde, nos ajustes.
sheet-make = Fazer uma folha de recuperação
sheet-without = Começar sem ela
sheet-shown-text = Anote estes números, ou salve e imprima. O Hearth só os mostra desta vez.
sheet-keep = Guarde a folha longe deste computador, como uma chave reserva. Quem tiver as duas coisas pode ler tudo.
sheet-save = Salvar em um arquivo
sheet-copy = Copiar
sheet-saved = Salvo. Imprima e depois tire o arquivo deste computador.
sheet-path = Onde salvar
sheet-save-there = Salvar ali
sheet-have-it = Já tenho a folha
sheet-replaces = Você já tem uma folha. A nova toma o lugar dela, e os números antigos não abrem mais nada.
sheet-passphrase = A sua frase secreta, para que mais ninguém faça uma folha no seu computador.
sheet-file = hearth-folha-de-recuperacao
sheet-print-title = Folha de recuperação do Hearth
sheet-print-name = Para { $name }
sheet-print-use = Se esquecer a frase secreta: abra o Hearth, escolha “Usar minha folha de recuperação” e digite estes números.
sheet-print-keep = Guarde esta folha longe do computador. Quem tiver as duas coisas pode ler tudo.
toast-sheet-copied = Copiado. Cole em um programa de senhas, não em uma mensagem.
unlock-recover = Usar minha folha de recuperação
unlock-paste = Você pode colar de um programa de senhas. Se esqueceu a frase secreta, use a sua folha de recuperação.
recover-title = Use a sua folha de recuperação
recover-text = Digite os números da folha e escolha uma nova frase secreta. Nada se perde.
recover-code = Números da folha
recover-code-hint = Oito grupos de seis algarismos. Os espaços não importam.
recover-code-left = { $count ->
    [one] Falta { $count } algarismo
   *[other] Faltam { $count } algarismos
}
recover-code-group = Olhe de novo o grupo { $number }. Um dos algarismos não está certo.
recover-code-digits = Só os algarismos da folha, oito grupos de seis.
recover-code-whole = Todos os números estão completos.
recover-new = Nova frase secreta
recover-go = Abrir o meu perfil
recover-back = Voltar à frase secreta
fault-wrong-recovery-code = Esta não é a folha mais nova deste perfil. Compare os números mais uma vez, grupo por grupo.
