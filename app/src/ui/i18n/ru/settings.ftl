# One’s own things.

settings-title = Настройки
settings-name = Ваше имя
settings-name-hint = Его видят ваши собеседники и люди в комнатах, где хранятся записи.
settings-save = Сохранить
settings-saved = Сохранено
settings-size = Размер текста
size-normal = Обычный
size-large = Крупный
size-larger = Крупнее
size-largest = Самый крупный
theme-system = Как на этом компьютере
theme-light = Светлый вид
theme-dark = Тёмный вид
typing-shown = Другие видят, когда я пишу
settings-lock-text = «Скрыть» закрывает экран, но связь остаётся. «Запереть» прерывает и связь; комнаты, где ничего не хранится, опустеют.
settings-hide = Скрыть сейчас
settings-lock = Запереть сейчас
typing-meaning = Самих слов никто не видит, пока вы их не отправите.
