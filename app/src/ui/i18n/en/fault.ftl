# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth did not understand its own request. Please close Hearth and open it again.
fault-method-not-found = This version of Hearth cannot do that. Please update Hearth.
fault-invalid-params = Something in this form cannot be used. Please check what you entered.
fault-locked = Hearth is locked. Enter your passphrase first.
fault-no-profile = There is no profile on this computer yet. Please make one first.
fault-profile-exists = There is already a profile on this computer. Unlock it with its passphrase.
fault-in-use = Another Hearth window is using this profile. Close it, then try again.
fault-wrong-passphrase = That is not the right passphrase. Check capital letters and spaces, then try again.
fault-too-many-attempts = { $seconds ->
    [one] Too many tries. Please wait { $seconds } second, then try again.
   *[other] Too many tries. Please wait { $seconds } seconds, then try again.
}
fault-weak-passphrase = This passphrase is too easy to guess. Try three or four words that have nothing to do with each other.
fault-invalid-name = This name cannot be used. Use plain letters of one alphabet, as you would write them by hand, and not too many.
fault-unknown-contact = This person is no longer in your list.
fault-unknown-room = This room is no longer on this computer.
fault-unknown-message = This message is not here any more.
fault-not-a-member = You are not in this room any more. Ask for a new link if you want to come back.
fault-not-allowed = You cannot do this here. Someone who looks after the room can.
fault-text-too-long = This is too long for one message. Please send it in parts.
fault-invite-damaged = This link is not complete. Copy it again from the first to the last letter, or ask for a new one.
fault-invite-expired = This link has run out. Ask the person who sent it for a new one.
fault-invite-used = This link was already used. Ask the person who sent it for a new one.
fault-invite-forged = Whoever answered is not the person who made this link. Nothing was joined. Ask for a new link in another way, for example by phone.
fault-unreachable = Nobody answered. Their computer may be off. Try again later, or let Hearth wait for them.
fault-no-node = This needs a relay, and none is known yet. Choose to let members see each other’s network address, or ask your group for a relay.
fault-invalid-charter = These rules for the room do not go together. Please choose again.
fault-room-full = This room is full. Ask the person who invited you.
fault-unreadable-file = This file could not be read. Please choose another one.
fault-unwritable-file = The file could not be saved there. Please choose another place.
fault-no-model = The model that looks at scans does not work on this computer. Ask whoever looks after the computer to put it in again.
fault-store-failed = Hearth could not save. Check that the disk is not full, then try again.
fault-busy = Hearth is busy just now. Please try again in a moment.
fault-internal = Something went wrong inside Hearth. Please try again; if it happens again, close Hearth and open it again.
fault-no-keyring = This computer’s keyring does not answer. Please use your passphrase.
fault-no-keyring-locked = This computer’s keyring is locked and was not opened. Try again and let it open, or use your passphrase.
fault-no-keyring-missing = The key to Hearth is not in this computer’s keyring any more. Please use your passphrase; you can turn the keyring on again in the settings.
