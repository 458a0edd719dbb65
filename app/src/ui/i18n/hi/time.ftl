# Days.

day-today = आज
day-yesterday = कल
