# The recovery sheet, and coming back with it.

sheet-title = Recovery sheet
sheet-why = If you ever forget your passphrase, this sheet opens your profile. Nobody else can open it for you.
sheet-later = You can do this now or later, in the settings.
sheet-make = Make a recovery sheet
sheet-without = Start without one
sheet-shown-text = Write these numbers down, or save and print them. Hearth shows them only this once.
sheet-keep = Keep the sheet away from this computer, like a spare key. Whoever has both can read everything.
sheet-save = Save to a file
sheet-copy = Copy
sheet-saved = Saved. Print it, then move the file off this computer.
sheet-path = Where to save it
sheet-save-there = Save there
sheet-have-it = I have the sheet
sheet-replaces = You already have a sheet. A new one takes its place, and the old numbers open nothing any more.
sheet-passphrase = Your passphrase, so that nobody else can make a sheet at your computer.
sheet-file = hearth-recovery-sheet
sheet-print-title = Hearth recovery sheet
sheet-print-name = For { $name }
sheet-print-use = If the passphrase is forgotten: open Hearth, choose “Use my recovery sheet” and type these numbers.
sheet-print-keep = Keep this sheet apart from the computer. Whoever has both can read everything.
toast-sheet-copied = Copied. Paste it into a password manager, not into a message.
unlock-recover = Use my recovery sheet
unlock-paste = You can paste from a password manager. If you forgot the passphrase, use your recovery sheet.
recover-title = Use your recovery sheet
recover-text = Type the numbers from the sheet and choose a new passphrase. Nothing is lost.
recover-code = Numbers on the sheet
recover-code-hint = Eight groups of six digits. Gaps do not matter.
recover-code-left = { $count ->
    [one] { $count } digit to go
   *[other] { $count } digits to go
}
recover-code-group = Please look at group { $number } again. One of its digits is not right.
recover-code-digits = Only the digits on the sheet, eight groups of six.
recover-code-whole = All numbers are complete.
recover-new = New passphrase
recover-go = Open my profile
recover-back = Back to the passphrase
fault-wrong-recovery-code = This is not the newest sheet of this profile. Compare the numbers once more, group by group.
