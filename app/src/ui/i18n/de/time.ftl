# Days.

day-today = Heute
day-yesterday = Gestern
