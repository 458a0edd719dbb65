# Finding people and messages.

find-name = Procurar pessoas e mensagens
find-looking = Procurando nas suas mensagens…
find-nothing = Nada encontrado. Tente uma palavra mais curta ou outra.
find-no-messages = Nenhuma mensagem com esta palavra.
find-messages = Mensagens
