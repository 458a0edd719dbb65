# The name, and words used everywhere.

app-name = Hearth
back = Назад
you = Вы
close = Закрыть
scroll-bar = Место в разговоре
search-clear = Очистить поиск
