# Days.

day-today = 今日
day-yesterday = 昨日
