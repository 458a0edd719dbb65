# Rooms, their people and their states.

rooms-title = Комнаты
rooms-empty = Комнат пока нет. Откройте ссылку, которую вам прислали, или создайте свою комнату.
rooms-join = Открыть ссылку
rooms-new = Создать комнату
rooms-quiet = Пока ничего не написано
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } новое сообщение
    [few] { $count } новых сообщения
    [many] { $count } новых сообщений
   *[other] { $count } нового сообщения
}
rooms-knocks = { $count ->
    [one] { $count } человек хочет войти
    [few] { $count } человека хотят войти
    [many] { $count } человек хотят войти
   *[other] { $count } человека хотят войти
}
room-untitled = Новая комната
room-opening = Комната открывается…
room-invite = Пригласить человека
room-people = Об этой комнате
room-private = { $here ->
    [0] Закрытая комната. { $count ->
        [1] Только вы
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }, кроме вас сейчас никого
   *[other] Закрытая комната. { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }, кроме вас здесь { $here }
}
room-direct-here = Личный разговор. Сейчас здесь
room-direct-here-verified = Личный разговор, номер сверен. Сейчас здесь
room-direct-away = Личный разговор. Сейчас не здесь
room-direct-away-verified = Личный разговор, номер сверен. Сейчас не здесь
room-new = Новое
room-empty = Поздоровайтесь
room-empty-text = Здесь ещё ничего не написано. Первое слово может быть совсем маленьким.
room-empty-alone = Вы пришли раньше всех
room-empty-alone-text = Пригласите кого-нибудь. Писать можно уже сейчас; кто придёт позже, не увидит сказанного раньше.
room-waiting = С тем, кто вас пригласил, пока нет связи. Hearth пробует сам, пока ссылка действует. А вы можете заняться другим.
room-waiting-short = Ждём того, кто вас пригласил
room-knocking = Вы постучались. Вас должен впустить кто-то из комнаты. Hearth сообщит, когда это случится.
room-knocking-short = Ждём, когда впустят
room-rejoining = Этот компьютер в комнате впервые. Как только будет связь с кем-то из комнаты, вас впустят обратно.
room-rejoining-short = Возвращаемся в комнату
room-left = Вы вышли из этой комнаты. Чтобы вернуться, нужна ссылка.
room-left-short = Вы вышли
room-removed = Модератор исключил вас из этой комнаты. Если вы знаете кого-то оттуда, можно спросить о причине.
room-removed-short = Вы больше не в этой комнате
room-refused = В этот раз вас не впустили. Можно спросить о причине того, кто вас пригласил.
room-refused-short = Не впустили
room-refused-used = Эту ссылку уже использовали. Попросите новую у того, кто вас пригласил.
room-refused-used-short = Ссылку уже использовали
room-refused-expired = Срок ссылки вышел раньше, чем появилась связь. Попросите новую.
room-refused-expired-short = Срок ссылки вышел
room-refused-forged = Ответил не тот, кто создал ссылку, поэтому Hearth прервал вход. Попросите новую ссылку другим путём, например по телефону.
room-refused-forged-short = Ссылка привела не к тому, кто её создал
about-people = Люди
about-charter = О чём договорились в этой комнате
about-leave = Выйти из комнаты
about-leave-text = Сообщения из этой комнаты больше не будут приходить. Чтобы вернуться, нужна новая ссылка.
about-leave-go = Выйти
about-leave-sure = Да, выйти
about-leave-stay = Остаться
member-you = { $name } (вы)
member-here = Сейчас здесь
member-away = Сейчас не здесь
member-verified = Номер сверен
member-since = вход в комнату: { $when }
rank-owner = Заботится о комнате
rank-moderator = Модератор
rank-observer = Только читает
knock-title = { $name } хочет войти
knock-text = Пока вы не впустите этого человека, он ничего в комнате не увидит.
knock-admit = Впустить
knock-refuse = Не сейчас
room-to-newest = К самому новому
room-to-new = { $count ->
    [one] К { $count } новому сообщению
    [few] К { $count } новым сообщениям
    [many] К { $count } новым сообщениям
   *[other] К { $count } нового сообщения
}
room-stop = Больше не ждать
room-forget = Убрать из списка
room-erase = Стереть эту комнату
