# Days.

day-today = Today
day-yesterday = Yesterday
