# Days.

day-today = اليوم
day-yesterday = أمس
