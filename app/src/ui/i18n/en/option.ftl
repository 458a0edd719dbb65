# The pages of the settings.

setting-look = How Hearth looks
setting-look-line = Language, text size, colours, simple view
setting-privacy = Privacy and quiet
setting-privacy-line = What others see, hiding, locking, notices
setting-passphrase = Passphrase
setting-passphrase-line = Choose a new one
setting-passphrase-text = Once you have changed it, the old passphrase no longer works.
setting-sheet = Recovery sheet
setting-sheet-there = You have one. You can make a new one
setting-sheet-none = You have none yet
setting-storage = Storage
setting-storage-line = How much is kept, erase a room
setting-export = Take everything along
setting-export-line = One locked file, for another computer
setting-erase = Erase my profile
setting-erase-line = Everything that Hearth keeps on this computer
setting-language = Language
setting-colours = Colours
setting-contrast = Contrast
contrast-standard = Soft
contrast-high = Strong
setting-motion = Movement
motion-full = Things may move
motion-reduced = Nothing moves
setting-simple = Simple view
setting-simple-text = One thing at a time, and everything larger.
setting-notices-text = A notice never shows what was written.
notices-on = Tell me when something is new
offer-on = Offer me someone to talk to
offer-on-text = When what you write sounds like despair, Hearth shows who can listen. It looks on this computer only, and tells nobody.
setting-hide = Hide automatically
setting-hide-text = When nobody has touched the computer for this long, Hearth covers what is on the screen. It stays connected.
setting-lock = Lock automatically
setting-lock-text = After this long, Hearth also disconnects. Rooms that keep nothing are emptied.
idle-never = Never
idle-minutes = { $count ->
    [one] After { $count } minute
   *[other] After { $count } minutes
}
idle-hours = { $count ->
    [one] After { $count } hour
   *[other] After { $count } hours
}
passphrase-old = Current passphrase
passphrase-new = New passphrase
passphrase-change = Change the passphrase
passphrase-changed = Your passphrase is changed.
storage-size = Hearth keeps about { $size } MB on this computer.
storage-rooms = Erase a room
storage-rooms-text = Erasing removes everything of a room from this computer. The others keep what they have.
storage-none = There are no rooms.
storage-sure = “{ $title }” and all its messages will be gone from this computer. To come back you need a link. This cannot be undone.
storage-erase = Erase
export-text = Saves your profile, people and rooms in one locked file. Rooms that keep nothing are not in it.
export-passphrase = Passphrase for the file
export-passphrase-hint = Only whoever knows it can open the file. It need not be the one that opens Hearth.
export-go = Save the file
export-done = Saved. Keep the file and its passphrase apart.
export-file = hearth-profile
erase-text = Everything that Hearth keeps on this computer is destroyed: profile, people, rooms and messages. It cannot be undone.
erase-gone = Your recovery sheet and your passphrase will no longer work.
erase-others = Other people keep the messages that they have.
erase-disks = Some disks keep traces for a while. Without the keys, which are destroyed, nobody can read them.
erase-export = Save a copy first
erase-passphrase = Your passphrase, to be sure that it is you
erase-go = Erase everything
