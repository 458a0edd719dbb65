# Somebody in a room, and people.

member-care = Забота о комнате
member-moderate = Сделать модератором
member-unmoderate = Убрать из модераторов
member-moderate-text = Модераторы впускают людей и могут кого-то исключить.
member-remove = Исключить из комнаты
member-remove-text = После этого человек не сможет читать то, что здесь напишут.
member-remove-sure = Исключить из этой комнаты: { $name }?
member-remove-go = Да, исключить
member-remove-stay = Отмена
people-blocked = Заблокированные
person-waiting = Этот человек ещё не ответил на вашу ссылку.
person-block-sure = Да, заблокировать
person-block-ask = Заблокировать: { $name }?
