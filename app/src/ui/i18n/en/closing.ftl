# Closing the window.

closing-title = Close Hearth?
closing-text = You are in a room that keeps nothing. Its messages are gone when you close Hearth.
closing-stay = Stay
closing-go = Close
