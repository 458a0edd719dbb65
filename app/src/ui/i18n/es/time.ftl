# Days.

day-today = Hoy
day-yesterday = Ayer
