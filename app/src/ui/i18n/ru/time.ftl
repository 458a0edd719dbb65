# Days.

day-today = Сегодня
day-yesterday = Вчера
