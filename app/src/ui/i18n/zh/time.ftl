# Days.

day-today = 今天
day-yesterday = 昨天
