# Finding people and messages.

find-name = Искать людей и сообщения
find-looking = Поиск по вашим сообщениям…
find-nothing = Ничего не найдено. Попробуйте слово короче или другое.
find-no-messages = Нет сообщений с этим словом.
find-messages = Сообщения
