# People and comparing safety numbers.

people-title = Pessoas
people-empty = Ninguém ainda. Convide uma pessoa ou use um link que alguém enviou.
people-waiting = Esperando uma resposta
people-invite = Convidar uma pessoa
people-about = Pessoas com quem você conversa a sós. Escolha alguém para ver mais.
person-write = Escrever
person-here = Está aqui agora
person-here-verified = Está aqui agora, número comparado
person-away = Não está aqui agora
person-away-verified = Não está aqui agora, número comparado
person-is-blocked = Bloqueada
person-block-title = Bloqueio
person-block-text = Uma pessoa bloqueada não pode escrever para você nem ver se você está aqui. Ela não é avisada.
person-block = Bloquear
person-blocked = Esta pessoa está bloqueada. Ela não pode escrever para você.
person-unblock = Desbloquear
safety-title = Número de segurança
safety-text = Compare estes números com a outra pessoa, por telefone ou lado a lado. Se forem iguais, ninguém está escutando no meio.
safety-coming = Calculando o número…
safety-same = São iguais
safety-verified = Você comparou este número: ninguém lê nem escuta no meio.
