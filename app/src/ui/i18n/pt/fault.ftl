# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = O Hearth não entendeu o próprio pedido. Feche o Hearth e abra de novo, por favor.
fault-method-not-found = Esta versão do Hearth não sabe fazer isso. Atualize o Hearth, por favor.
fault-invalid-params = Algo neste formulário não pode ser usado. Confira o que você escreveu, por favor.
fault-locked = O Hearth está trancado. Digite primeiro sua frase secreta.
fault-no-profile = Ainda não há um perfil neste computador. Faça um primeiro, por favor.
fault-profile-exists = Já há um perfil neste computador. Abra-o com a frase secreta dele.
fault-in-use = Outra janela do Hearth está usando este perfil. Feche-a e tente de novo.
fault-wrong-passphrase = Essa não é a frase secreta certa. Confira maiúsculas e espaços e tente de novo.
fault-too-many-attempts = { $seconds ->
    [one] Tentativas demais. Espere { $seconds } segundo e tente de novo.
   *[other] Tentativas demais. Espere { $seconds } segundos e tente de novo.
}
fault-weak-passphrase = Esta frase secreta é fácil demais de adivinhar. Tente três ou quatro palavras que não tenham nada a ver uma com a outra.
fault-invalid-name = Este nome não pode ser usado. Escolha um nome não muito longo, com letras que você escreveria à mão, sem sinais escondidos ou parecidos com outros.
fault-unknown-contact = Esta pessoa não está mais na sua lista.
fault-unknown-room = Esta sala não está mais neste computador.
fault-unknown-message = Esta mensagem não está mais aqui.
fault-not-a-member = Você não está mais nesta sala. Peça um novo link se quiser voltar.
fault-not-allowed = Você não pode fazer isso aqui. Quem cuida da sala pode.
fault-text-too-long = Isto é longo demais para uma mensagem. Envie em partes, por favor.
fault-invite-damaged = Este link não está completo. Copie de novo da primeira à última letra, ou peça um novo.
fault-invite-expired = Este link venceu. Peça um novo a quem o enviou.
fault-invite-used = Este link já foi usado. Peça um novo a quem o enviou.
fault-invite-forged = Quem respondeu não é a pessoa que fez este link. Você não entrou em lugar nenhum. Peça um novo link por outro meio, por exemplo por telefone.
fault-unreachable = Ninguém respondeu. Talvez o computador da pessoa esteja desligado. Tente mais tarde ou deixe o Hearth esperar.
fault-no-node = Isto precisa de um intermediário, e nenhum é conhecido ainda. Permita que os membros vejam o endereço de rede dos outros, ou peça um intermediário ao seu grupo.
fault-invalid-charter = Estas regras da sala não combinam entre si. Escolha de novo, por favor.
fault-room-full = Esta sala está cheia. Pergunte a quem convidou você.
fault-unreadable-file = Não foi possível ler este arquivo. Escolha outro, por favor.
fault-unwritable-file = Não foi possível salvar o arquivo ali. Escolha outro lugar, por favor.
fault-no-model = O modelo que analisa as imagens não pode ser usado neste computador. Peça a quem cuida dele que verifique os pacotes de modelos.
fault-store-failed = O Hearth não conseguiu salvar. Veja se o disco não está cheio e tente de novo.
fault-busy = O Hearth está ocupado agora. Tente de novo daqui a pouco, por favor.
fault-internal = Algo deu errado dentro do Hearth. Tente de novo; se acontecer outra vez, feche o Hearth e abra de novo.
fault-no-keyring = O chaveiro deste computador não responde. Use a sua frase secreta.
fault-no-keyring-locked = O chaveiro deste computador está trancado e não foi aberto. Tente de novo e deixe-o abrir, ou use a sua frase secreta.
fault-no-keyring-missing = A chave do Hearth não está mais no chaveiro deste computador. Use a sua frase secreta; você pode ativar o chaveiro de novo nos ajustes.
