# One’s own things.

settings-title = Optionen
settings-name = Ihr Name
settings-name-hint = Wird Ihren Kontakten gezeigt und in Räumen, die eine Akte führen.
settings-save = Speichern
settings-saved = Gespeichert
settings-size = Schriftgröße
size-normal = Normal
size-large = Groß
size-larger = Größer
size-largest = Am größten
theme-system = Wie dieser Computer
theme-light = Hell
theme-dark = Dunkel
typing-shown = Andere sehen, wenn ich schreibe
settings-lock-text = Verdecken deckt den Bildschirm zu und bleibt verbunden. Sperren trennt auch die Verbindung; Räume, die nichts aufbewahren, werden geleert.
settings-hide = Jetzt verdecken
settings-lock = Jetzt sperren
typing-meaning = Die Worte selbst sieht niemand, bevor Sie sie senden.
