# Making links.

invite-title = Convidar para { $title }
invite-text = Faça um link e envie à pessoa como preferir. Ele abre esta sala e nada mais.
invite-one = Uma pessoa
invite-one-meaning = O link vale uma vez.
invite-group = Um grupo
invite-group-meaning = { $count ->
    [one] Até { $count } pessoa pode usar o link.
   *[other] Até { $count } pessoas podem usar o link.
}
invite-make = Fazer um link
invite-to-room = Ir para a sala
link-title = Seu link
link-copy = Copiar o link
link-week = O link vale 7 dias. Este computador precisa estar ligado e conectado para que outros possam entrar.
link-care = Quem tem este link pode usá-lo. Envie só à pessoa para quem ele é.
contact-invite-title = Convidar uma pessoa
contact-invite-text = Faça um link para uma pessoa. Quando ela o usar, você e ela podem se escrever, e ninguém mais pode ler.
