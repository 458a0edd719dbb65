# The desktop’s keyring as a way in.

setting-keyring = Open without the passphrase
setting-keyring-there = Turned on
setting-keyring-none = Turned off
keyring-text = This computer’s keyring can keep a key to Hearth. You can then open Hearth with one press instead of your passphrase. Hearth still locks as before, and your passphrase still works.
keyring-care = Whoever is logged in to your account on this computer can then open Hearth. Leave the keyring off if others use your account.
keyring-passphrase = Your passphrase, so that nobody else can turn this on at your computer.
keyring-is-on = This computer’s keyring opens Hearth.
keyring-off = Turn off
keyring-none = No keyring answers on this computer, so there is nothing to turn on.
keyring-on = Turn on
unlock-keyring = Open without the passphrase
unlock-keyring-away = This computer’s keyring does not answer just now. Please use your passphrase.
