# Finding people and messages.

find-name = Menschen und Nachrichten suchen
find-looking = Ihre Nachrichten werden durchsucht…
find-nothing = Nichts gefunden. Versuchen Sie ein kürzeres oder ein anderes Wort.
find-no-messages = Keine Nachrichten mit diesem Wort.
find-messages = Nachrichten
