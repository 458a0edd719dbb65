# One’s own things.

settings-title = Settings
settings-name = Your name
settings-name-hint = Shown to your contacts and in rooms that keep a record.
settings-save = Save
settings-saved = Saved
settings-size = Text size
size-normal = Normal
size-large = Large
size-larger = Larger
size-largest = Largest
theme-system = Like this computer
theme-light = Light
theme-dark = Dark
typing-shown = Others see when I am writing
settings-lock-text = Hide covers what this window shows and stays connected. Lock also disconnects; rooms that keep nothing are emptied.
settings-hide = Hide now
settings-lock = Lock now
typing-meaning = They never see the words before you send them.
