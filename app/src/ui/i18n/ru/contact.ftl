# People and comparing safety numbers.

people-title = Люди
people-empty = Пока никого. Пригласите человека или откройте ссылку, которую вам прислали.
people-waiting = Ждём ответа
people-invite = Пригласить человека
people-about = Люди, с которыми вы переписываетесь один на один. Выберите кого-нибудь, чтобы увидеть больше.
person-write = Написать
person-here = Сейчас здесь
person-here-verified = Сейчас здесь, номер сверен
person-away = Сейчас не здесь
person-away-verified = Сейчас не здесь, номер сверен
person-is-blocked = Человек заблокирован
person-block-title = Блокировка
person-block-text = Заблокированный человек не может вам писать и не видит, здесь ли вы. Ему об этом не сообщают.
person-block = Заблокировать
person-blocked = Этот человек заблокирован. Он не может вам писать.
person-unblock = Разблокировать
safety-title = Номер безопасности
safety-text = Сравните эти числа вместе с другим человеком, по телефону или рядом. Если они совпадают, между вами никто не подслушивает.
safety-coming = Вычисляем номер…
safety-same = Совпадают
safety-verified = Вы сверили этот номер: между вами никто не читает и не подслушивает.
