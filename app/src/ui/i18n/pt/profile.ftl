# Making, unlocking and hiding a profile.

role-patient = Vivo com câncer
role-patient-meaning = Para você. Médicos e grupos podem convidar você.
role-doctor = Sou médico ou médica
role-doctor-meaning = Você aparece sem confirmação até que uma clínica confirme.
role-peer = Apoio alguém
role-peer-meaning = Família, amizade, voluntariado ou membro de um grupo.
role-patient-short = Vive com câncer
role-doctor-short = Diz ser médico ou médica, sem confirmação de uma clínica
role-peer-short = Apoia alguém
welcome-title = Boas-vindas ao Hearth
welcome-text = Um lugar reservado para conversar: para pessoas com câncer, seus médicos e quem está ao lado delas.
welcome-safe = Tudo fica neste computador e com as pessoas com quem você conversa. Sem conta, sem e-mail, sem número de telefone.
welcome-name = Seu nome
welcome-name-hint = O que preferir; seus contatos vão ver
welcome-role = Quem é você?
welcome-passphrase-title = Escolha uma frase secreta
welcome-passphrase-hint = Três ou quatro palavras sem ligação são fáceis de lembrar e difíceis de adivinhar. Anote-as: ninguém pode redefinir a frase secreta para você.
welcome-missing-name = Escreva um nome, por favor.
welcome-missing-role = Diga quem você é, por favor.
welcome-missing-passphrase = Escolha uma frase secreta, por favor.
welcome-busy = Preparando tudo…
passphrase = Frase secreta
passphrase-show = Mostrar a frase secreta
passphrase-hide = Esconder a frase secreta
unlock-title = Que bom ver você de novo
unlock-locked = O Hearth está trancado. Digite sua frase secreta para abrir.
unlock-hidden = O Hearth está escondido e continua conectado. Digite sua frase secreta para vê-lo de novo.
unlock-go = Abrir
unlock-busy = Abrindo…
unlock-wait = { $seconds ->
    [one] Espere { $seconds } segundo e tente de novo.
   *[other] Espere { $seconds } segundos e tente de novo.
}
unlock-forgotten = Você pode colar de um programa de senhas. Se a frase secreta se perder, ninguém pode abrir este perfil.
in-use-title = O Hearth já está aberto
in-use-text = Outra janela do Hearth ou outro programa está usando este perfil. Vá até essa janela, ou feche-a e tente de novo.
in-use-again = Tentar de novo
in-use-still = Ainda está aberto lá. Feche primeiro a outra janela.
notice-restored = O Hearth encontrou dados danificados e voltou à cópia mais recente. As mensagens mais novas voltam quando for possível falar com os outros. Nada foi apagado.
notice-lost = O Hearth não conseguiu ler o que guardava e não havia cópia. O conteúdo antigo foi mantido, nada foi apagado. Peça ajuda a alguém de confiança antes de continuar.
notice-clock = O relógio deste computador saltou mais de um dia. Nada será apagado até a data estar certa. Confira a data e a hora, por favor.
