# The desktop’s keyring as a way in.

setting-keyring = Ohne den Geheimsatz öffnen
setting-keyring-there = Eingeschaltet
setting-keyring-none = Ausgeschaltet
keyring-text = Der Schlüsselbund dieses Computers kann einen Schlüssel zu Hearth aufbewahren. Dann öffnen Sie Hearth mit einem Knopfdruck statt mit Ihrem Geheimsatz. Hearth sperrt sich weiter wie bisher, und der Geheimsatz gilt weiter.
keyring-care = Wer an diesem Computer in Ihrem Konto angemeldet ist, kann dann Hearth öffnen. Schalten Sie das nicht ein, wenn andere Ihr Konto benutzen.
keyring-passphrase = Ihr Geheimsatz, damit niemand sonst das an Ihrem Computer einschalten kann.
keyring-is-on = Der Schlüsselbund dieses Computers öffnet Hearth.
keyring-off = Ausschalten
keyring-none = Auf diesem Computer antwortet kein Schlüsselbund; es gibt nichts einzuschalten.
keyring-on = Einschalten
unlock-keyring = Ohne den Geheimsatz öffnen
unlock-keyring-away = Der Schlüsselbund dieses Computers antwortet gerade nicht. Bitte nehmen Sie Ihren Geheimsatz.
