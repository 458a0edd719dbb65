# Days.

day-today = Hoje
day-yesterday = Ontem
