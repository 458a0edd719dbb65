# Making, unlocking and hiding a profile.

role-patient = I live with cancer
role-patient-meaning = For yourself. Doctors and groups can invite you.
role-doctor = I am a doctor
role-doctor-meaning = You are shown as not verified until a clinic confirms it.
role-peer = I support someone
role-peer-meaning = Family, friend, volunteer or group member.
role-patient-short = Living with cancer
role-doctor-short = Says they are a doctor, not confirmed by a clinic
role-peer-short = Supporting someone
welcome-title = Welcome to Hearth
welcome-text = A private place to talk for people with cancer, their doctors and those who stand by them.
welcome-safe = Everything stays on this computer and with the people you talk to. No account, no email, no phone number.
welcome-name = Your name
welcome-name-hint = Any name you like; your contacts see it
welcome-role = Who are you?
welcome-passphrase-title = Choose a passphrase
welcome-passphrase-hint = Three or four unrelated words are easy to remember and hard to guess. Write them down: nobody can reset the passphrase for you.
welcome-missing-name = Please enter a name.
welcome-missing-role = Please say who you are.
welcome-missing-passphrase = Please choose a passphrase.
welcome-busy = Getting things ready…
passphrase = Passphrase
passphrase-show = Show passphrase
passphrase-hide = Hide passphrase
unlock-title = Welcome back
unlock-locked = Hearth is locked. Enter your passphrase to open it.
unlock-hidden = Hearth is hidden and stays connected. Enter your passphrase to see it again.
unlock-go = Unlock
unlock-busy = Unlocking…
unlock-wait = { $seconds ->
    [one] Please wait { $seconds } second, then try again.
   *[other] Please wait { $seconds } seconds, then try again.
}
unlock-forgotten = You can paste from a password manager. If the passphrase is lost, nobody can open this profile.
in-use-title = Hearth is already open
in-use-text = Another Hearth window or another program is using this profile. Go to that window, or close it and try again.
in-use-again = Try again
in-use-still = It is still open there. Close the other window first.
notice-restored = Hearth found damaged data and went back to its newest backup. Newer messages come back from the others when they can be reached. Nothing was deleted.
notice-lost = Hearth could not read its storage and there was no backup. The old storage was kept, nothing was deleted. Ask someone you trust for help before you go on.
notice-clock = The clock of this computer jumped by more than a day. Nothing will be erased until the date is right. Please check date and time.
