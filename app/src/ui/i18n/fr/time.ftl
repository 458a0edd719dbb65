# Days.

day-today = Aujourd’hui
day-yesterday = Hier
