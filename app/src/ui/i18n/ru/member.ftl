# Somebody in a room, and people.

member-care = Забота о комнате
member-moderate = Сделать модератором
member-unmoderate = Больше не модератор
member-moderate-text = Модераторы впускают людей и могут удалить кого-то.
member-remove = Удалить из комнаты
member-remove-text = Удалённый человек не сможет прочитать то, что напишут потом.
member-remove-sure = Удалить { $name } из этой комнаты?
member-remove-go = Да, удалить
member-remove-stay = Нет
people-blocked = Заблокированные
person-waiting = Этот человек ещё не ответил на вашу ссылку.
person-block-sure = Да, заблокировать
person-block-ask = Заблокировать: { $name }?
