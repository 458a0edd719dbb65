# Messages and writing them.

message-retracted = Это сообщение забрали назад
message-edited = Изменено
message-earlier = Более раннее сообщение
message-reply = Ответить
message-copy = Копировать
message-edit = Изменить
message-retract = Забрать назад
message-again = Отправить снова
react = Поставить значок { $emoji }
reaction = { $count ->
    [one] { $emoji } от { $count } человека
    [few] { $emoji } от { $count } человек
    [many] { $emoji } от { $count } человек
   *[other] { $emoji } от { $count } человека
}
typing-one = { $name } пишет…
typing-many = { $count ->
    [one] { $count } человек пишет…
    [few] { $count } человека пишут…
    [many] { $count } человек пишут…
   *[other] { $count } человека пишут…
}
doctor-certified = Врач, подтверждено
doctor-unverified = Врач, не подтверждено
state-queued = Ждёт, пока появится связь
state-sent = Отправлено
state-delivered = Доставлено
state-delivered-some = Доставлено: { $count } из { $all }
state-read = Прочитано
state-read-all = Прочитали все
state-read-some = Прочитали: { $count }
state-failed = Не удалось доставить
compose-name = Новое сообщение: { $title }
compose-hint = Напишите сообщение
compose-send = Отправить
compose-save = Сохранить
compose-reply = Ответ на сообщение ({ $name })
compose-reply-earlier = Ответ на более раннее сообщение
compose-edit = Вы меняете своё сообщение
compose-cancel = Отмена
compose-full = Это сообщение почти предельной длины. Пожалуйста, отправьте остальное вторым сообщением.
message-answered = К сообщению, на которое это ответ
message-answers = ответ на сообщение ({ $name })
message-told = { $name } пишет: { $text }
