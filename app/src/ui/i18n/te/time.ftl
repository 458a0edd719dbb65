# Days.

day-today = ఈ రోజు
day-yesterday = నిన్న
