# The first steps, and how good a passphrase is.

welcome-step = Step { $step } of { $of }
welcome-language = Choose your language
welcome-size = How large should the text be?
welcome-size-text = Choose what you can read without effort. You can change it at any time.
welcome-next = Next
welcome-missing-strength = Please choose a stronger passphrase.
welcome-import = I have a profile from another computer
strength-empty = Three or four words that have nothing to do with each other work well.
strength-weak = Too easy to guess. Add another word.
strength-good = Good. This is hard to guess.
strength-strong = Very good. This is very hard to guess.
import-title = Bring your profile along
import-text = Choose the file that you saved on your other computer. Everything in it comes to this one.
import-file = File
import-choose = Choose a file
import-passphrase-hint = The passphrase that you gave the file when you saved it.
import-go = Bring it here
one-moment = One moment…
cancel = Cancel
