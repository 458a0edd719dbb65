# The pages of the settings.

setting-look = Aparência do Hearth
setting-look-line = Idioma, tamanho da letra, cores, vista simples
setting-privacy = Privacidade e sossego
setting-privacy-line = O que os outros veem, esconder, trancar, avisos
setting-passphrase = Frase secreta
setting-passphrase-line = Escolher uma nova
setting-passphrase-text = Depois de mudar, a frase secreta antiga não vale mais.
setting-sheet = Folha de recuperação
setting-sheet-there = Você tem uma. Pode fazer outra
setting-sheet-none = Você ainda não tem
setting-storage = Armazenamento
setting-storage-line = Quanto está guardado, apagar uma sala
setting-export = Levar tudo
setting-export-line = Um arquivo trancado, para outro computador
setting-erase = Apagar o meu perfil
setting-erase-line = Tudo o que o Hearth guarda neste computador
setting-language = Idioma
setting-colours = Cores
setting-contrast = Contraste
contrast-standard = Suave
contrast-high = Forte
setting-motion = Movimento
motion-full = As coisas podem se mexer
motion-reduced = Nada se mexe
setting-simple = Vista simples
setting-simple-text = Uma coisa de cada vez, e tudo maior.
setting-notices-text = Um aviso nunca mostra o que foi escrito.
notices-on = Avisar quando houver algo novo
offer-on = Oferecer alguém com quem falar
offer-on-text = Quando o que você escreve parece desespero, o Hearth mostra quem pode ouvir. Ele só olha neste computador e não conta a ninguém.
setting-hide = Esconder automaticamente
setting-hide-text = Quando ninguém toca no computador por este tempo, o Hearth cobre o que está na tela. Ele continua conectado.
setting-lock = Trancar automaticamente
setting-lock-text = Depois deste tempo, o Hearth também se desconecta. As salas que não guardam nada são esvaziadas.
idle-never = Nunca
idle-minutes = { $count ->
    [one] Depois de { $count } minuto
   *[other] Depois de { $count } minutos
}
idle-hours = { $count ->
    [one] Depois de { $count } hora
   *[other] Depois de { $count } horas
}
passphrase-old = Frase secreta atual
passphrase-new = Nova frase secreta
passphrase-change = Mudar a frase secreta
passphrase-changed = A sua frase secreta foi mudada.
storage-size = O Hearth guarda cerca de { $size } MB neste computador.
storage-rooms = Apagar uma sala
storage-rooms-text = Apagar uma sala tira deste computador tudo o que há nela. Os outros ficam com o que têm.
storage-none = Não há salas.
storage-sure = “{ $title }” e todas as mensagens da sala vão desaparecer deste computador. Para voltar, vai precisar de um link. Não dá para desfazer.
storage-erase = Apagar
export-text = Salva o seu perfil, pessoas e salas em um arquivo trancado. As salas que não guardam nada não estão nele.
export-passphrase = Frase secreta do arquivo
export-passphrase-hint = Só quem a souber pode abrir o arquivo. Não precisa ser a mesma que abre o Hearth.
export-go = Salvar o arquivo
export-done = Salvo. Guarde o arquivo e a frase secreta dele separados.
export-file = hearth-perfil
erase-text = Tudo o que o Hearth guarda neste computador é destruído: perfil, pessoas, salas e mensagens. Não dá para desfazer.
erase-gone = A sua folha de recuperação e a sua frase secreta deixam de valer.
erase-others = As outras pessoas ficam com as mensagens que têm.
erase-disks = Alguns discos guardam restos antigos por um tempo. Sem as chaves, que são destruídas, não podem ser lidos.
erase-export = Salvar uma cópia antes
erase-passphrase = A sua frase secreta, para ter certeza de que é você
erase-go = Apagar tudo
