## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth может остаться в фоне: сообщения будут приходить, а найти его можно рядом с часами. Если выйти, сообщения подождут, пока вы снова не откроете Hearth.
closing-background = Оставить в фоне
closing-quit = Выйти из Hearth
outside-message = У вас новое сообщение
outside-open = Открыть Hearth
outside-lock = Запереть Hearth
outside-quit = Выйти из Hearth
outside-link-waits = Вас ждёт приглашение. Им можно воспользоваться, как только Hearth будет открыт.
outside-files-later = Hearth пока не умеет отправлять файлы. Это появится позже. Сюда можно перетащить картинку с кодом приглашения.
outside-room = Сообщать мне о новых сообщениях в этой комнате
demo-banner = Это демонстрация: здесь ничего не сохраняется. Пишите в одном окне и читайте в другом.
demo-curtain = Два человека сейчас познакомятся
demo-curtain-text = Пациентка и врач, у каждой свой Hearth. Через несколько секунд они напишут друг другу, а затем ваша очередь.
