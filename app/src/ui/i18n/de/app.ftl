# The name, and words used everywhere.

app-name = Hearth
back = Zurück
you = Sie
close = Schließen
scroll-bar = Stelle im Gespräch
search-clear = Suche leeren
