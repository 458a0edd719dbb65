# English. Plain words, short sentences; every failure says what to do next.
# Nothing here is an id, a code or a word of the trade.

app-name = Hearth
back = Back
you = You

# Time
mon = Mon
tue = Tue
wed = Wed
thu = Thu
fri = Fri
sat = Sat
sun = Sun
monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month }
day-today = Today
day-yesterday = Yesterday

# Roles
role-patient = I live with cancer
role-patient-meaning = For yourself. Doctors and groups can invite you.
role-doctor = I am a doctor
role-doctor-meaning = You are shown as not verified until a clinic confirms it.
role-peer = I support someone
role-peer-meaning = Family, friend, volunteer or group member.
role-patient-short = Living with cancer
role-doctor-short = Says they are a doctor, not verified
role-peer-short = Supporting someone

# Making a profile
welcome-title = Welcome to Hearth
welcome-text = A private place to talk for people with cancer, their doctors and those who stand by them.
welcome-safe = Everything stays on this computer and with the people you talk to. No account, no email, no phone number.
welcome-name = Your name
welcome-name-hint = What your contacts will see
welcome-role = Who are you?
welcome-passphrase-hint = Three or four unrelated words are easy to remember and hard to guess. Write them down: nobody can reset them for you.
welcome-missing-name = Please enter a name.
welcome-missing-role = Please say who you are.
welcome-missing-passphrase = Please choose a passphrase.
welcome-go = Start
welcome-busy = Getting things ready…
passphrase = Passphrase
passphrase-show = Show passphrase
passphrase-hide = Hide passphrase

# Unlocking
unlock-title = Welcome back
unlock-locked = Hearth is locked. Enter your passphrase to open it.
unlock-hidden = Hearth is hidden. It stays connected; enter your passphrase to see it again.
unlock-go = Unlock
unlock-busy = Unlocking…
unlock-wait = { $seconds ->
    [one] Please wait { $seconds } second, then try again.
   *[other] Please wait { $seconds } seconds, then try again.
}
unlock-forgotten = You can paste from a password manager. If the passphrase is lost, nobody can open this profile.
in-use-title = Hearth is already open
in-use-text = Another Hearth window is using this profile. Go to that window, or close it and open Hearth again.
notice-restored = Hearth could not read its storage and went back to the newest backup. Messages since then come back from the others when they can be reached. The old storage was kept beside it.
notice-lost = Hearth could not read its storage and there was no backup. The old storage was kept, nothing was deleted. Ask someone you trust for help before you go on.
notice-clock = The clock of this computer jumped by more than a day. Nothing will be erased until the date is right. Please check date and time.

# Rail
rail-rooms = Rooms
rail-people = People
rail-settings = Settings

# Rooms
rooms-title = Rooms
rooms-empty = No rooms yet. Use a link that someone sent you, or start a room of your own.
rooms-join = Use a link
rooms-new = Start a room
rooms-quiet = Nothing written yet
rooms-last = { $name }: { $text }
rooms-unread = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
rooms-knocks = { $count ->
    [one] { $count } person would like to come in
   *[other] { $count } people would like to come in
}
net-refused = Hearth could not open a way in from the network, so others may not reach you. Close other programs that use the network in this way and open Hearth again.

home-title = Hello { $name }
home-first = This is your quiet place. To begin, use a link that someone sent you, or start a room and invite people.
home-text = Choose a room to read and write. Take your time: nothing gets lost while you are away from a room.
home-safe = What you write is locked so that only the people in the room can read it.

# A room
room-untitled = New room
room-opening = Opening the room…
room-invite = Invite someone
room-people = About this room
room-private = { $here ->
    [0] Private. { $count ->
        [one] Only you
       *[other] { $count } people
    }, nobody else here now
   *[other] Private. { $count } people, { $here } here besides you
}
room-direct-here = Private. Here now
room-direct-here-verified = Private and checked. Here now
room-direct-away = Private. Not here now
room-direct-away-verified = Private and checked. Not here now
room-new = New
room-empty = Say hello
room-empty-text = Nothing has been written here yet. The first word can be a small one.
room-empty-alone = You are the first one here
room-empty-alone-text = Invite someone with the button at the top. You can already write; they will not see what was said before they came.
room-waiting = The person who invited you could not be reached yet. Hearth keeps trying by itself until the link runs out. You can do something else meanwhile.
room-waiting-short = Waiting for the one who invited you
room-knocking = You knocked. Someone in the room has to let you in. Hearth tells you when that happens.
room-knocking-short = Waiting to be let in
room-rejoining = This computer is new to the room. As soon as someone from the room can be reached, you are let back in.
room-rejoining-short = Coming back into the room
room-left = You left this room. What you read here before stays readable.
room-left-short = You left
room-removed = You are no longer in this room. A moderator removed you. What you read here before stays readable.
room-removed-short = You were removed
room-refused = You were not let in this time. You can ask the person who invited you for the reason.
room-refused-short = Not let in
room-refused-used = This link was already used. Ask the person who invited you for a new one.
room-refused-used-short = The link was already used
room-refused-expired = The link ran out before the other side could be reached. Ask for a new one.
room-refused-expired-short = The link ran out
room-refused-forged = Whoever answered is not the person who made the link, so Hearth stopped. Ask for a new link in another way, for example by phone.
room-refused-forged-short = The link did not lead to its maker

# Messages
message-retracted = This message was taken back
message-edited = Edited
message-earlier = An earlier message
message-reply = Answer
message-copy = Copy
message-edit = Reword
message-retract = Take back
react = React with { $emoji }
reaction = { $emoji } by { $count }
typing-one = { $name } is writing…
typing-many = { $count } people are writing…
doctor-certified = Doctor, verified
doctor-unverified = Doctor, not verified
state-queued = Waiting until they can be reached
state-sent = Sent
state-delivered = Delivered
state-delivered-some = Delivered to { $count } of { $all }
state-read = Read
state-read-all = Read by everyone
state-read-some = Read by { $count }
state-failed = Could not be delivered

compose-name = Message to { $title }
compose-hint = Write a message
compose-send = Send
compose-save = Save
compose-reply = Answer to { $name }
compose-edit = Changing your message
compose-cancel = Cancel
compose-full = This message is nearly as long as one can be. Please send the rest as a second one.

# About a room
about-people = People
about-charter = What this room agreed on
about-leave = Leave the room
about-leave-text = You stop getting messages from this room. To come back you need a new link.
about-leave-go = Leave
about-leave-sure = Yes, leave
about-leave-stay = Stay
member-you = { $name } (you)
member-here = Here now
member-away = Not here now
member-verified = Checked
member-since = in the room since { $when }
rank-owner = Looks after the room
rank-moderator = Moderator
rank-observer = Reads along
knock-title = { $name } would like to come in
knock-text = They see nothing of the room until you let them in.
knock-admit = Let in
knock-refuse = Not now

# What a room agreed on
charter-encrypted = Only the people in the room can read what is written here.
charter-ephemeral = Nothing is kept. Messages are gone when you close or lock Hearth.
charter-timed = { $days ->
    [one] Messages are kept for { $days } day, then erased.
   *[other] Messages are kept for { $days } days, then erased.
}
charter-record = Messages are kept, as a record of care.
charter-direct = Whoever has a link comes in at once.
charter-knock = Someone in the room lets each new person in.
charter-relay = Members cannot see each other’s network address.
charter-address = Members can see each other’s network address, which can tell roughly where someone is.
charter-no-presence = Nobody sees who is here.
charter-members = At most { $count } people.
charter-rules = House rules

# Starting a room
new-room-title = Start a room
new-room-name = Name of the room
new-room-name-hint = For example: Tuesday circle
new-room-kept = What happens to messages?
kind-passing = Nothing is kept
kind-passing-meaning = Best for support groups. Messages are gone when Hearth is closed.
kind-month = Kept for 30 days
kind-month-meaning = Good for planning together. Older messages are erased.
kind-record = Kept as a record
kind-record-meaning = For care together with a doctor. Your profile name is shown.
new-room-entry = Who comes in?
entry-knock = People knock first
entry-knock-meaning = You let each person in. They see nothing before that.
entry-direct = A link is enough
entry-direct-meaning = Whoever you give a link to comes in at once.
new-room-rules = House rules
new-room-rules-name = Rules everyone sees before they join (you may leave this empty)
new-room-rules-hint = For example: be kind, no medical advice
new-room-missing = Please give the room a name.
new-room-go = Start the room
new-room-busy = Starting the room…

# Inviting
invite-title = Invite to { $title }
invite-text = Make a link and send it to the person in any way you like. It opens this room and nothing else.
invite-one = One person
invite-one-meaning = The link works once.
invite-group = A group
invite-group-meaning = Up to { $count } people can use the link.
invite-make = Make a link
invite-to-room = Go to the room
link-title = Your link
link-copy = Copy the link
link-week = The link works for 7 days. This computer must be on and connected for others to come in.
link-care = Whoever has this link can use it. Send it only to the person it is for.
contact-invite-title = Invite a person
contact-invite-text = Make a link for one person. When they use it, the two of you can write to each other, and nobody else can read along.

# Joining
join-title = Use a link
join-text = Paste the link that someone sent you. You will see what it leads to before you decide.
join-link = Link
join-link-hint = hearth:…
join-address = Looking at this invitation connects straight to the person who made it. They, and whoever runs the networks between you, can see your network address.
join-contact = This link is for writing with one person. Your name is shown to them.
join-look = Show me the room
join-looking = Looking…
join-accept = Connect with this person
join-unseen = Join as soon as they can be reached
join-unseen-text = The person may have closed Hearth. You can leave the link here: Hearth keeps trying by itself and joins when they are back. You will see what the room agreed on then.
join-inviter = { $name } invites you
join-direct = In this room, members can see each other’s network address, which can tell roughly where someone is.
join-name = Your name in this room
join-name-hint = Leave empty for a made-up name
join-name-hint-record = Leave empty to use your profile name
join-name-text = Nobody here can link this name to you in other rooms.
join-name-text-record = This room keeps a record of care. The people in it can recognise you in other rooms of this kind.
join-go = Join the room
join-knock = Knock
join-busy = One moment…
join-not-now = Not now

# People
people-title = People
people-empty = Nobody yet. Invite a person, or use a link that someone sent you.
people-waiting = Waiting for an answer
people-invite = Invite a person
people-about = People you write with one to one. Choose someone to see more.
person-write = Write
person-here = Here now
person-here-verified = Here now, checked
person-away = Not here now
person-away-verified = Not here now, checked
person-is-blocked = Blocked
person-block-title = Blocking
person-block-text = A blocked person cannot write to you or see whether you are here. They are not told.
person-block = Block
person-blocked = This person is blocked. They cannot write to you.
person-unblock = Unblock
safety-title = Safety number
safety-text = Compare these numbers with the other person, on the phone or side by side. If they are the same, nobody is listening in between.
safety-coming = Working out the number…
safety-same = They are the same
safety-verified = You compared this number. It is really this person.

# Settings
settings-title = Settings
settings-name = Your name
settings-name-hint = Shown to your contacts and in rooms that keep a record.
settings-save = Save
settings-saved = Saved
settings-look = How Hearth looks
settings-size = Text size
size-normal = Normal
size-large = Large
size-larger = Larger
size-largest = Largest
theme-system = Like this computer
theme-light = Light
theme-dark = Dark
settings-privacy = Privacy
typing-shown = Others see when I am writing
typing-hidden = Others do not see when I am writing
settings-lock-text = Hide covers the screen and stays connected. Lock also disconnects; rooms that keep nothing are emptied.
settings-hide = Hide now
settings-lock = Lock now

# Closing
closing-title = Close Hearth?
closing-text = You are in a room that keeps nothing. Its messages are gone when you close Hearth.
closing-stay = Stay
closing-go = Close

# Passing notices
toast-copied = Copied
toast-link-copied = Link copied. You can paste it into a message or an email.
toast-knock = { $name } would like to come in. Open the room to answer.
toast-contact = You and { $name } can write to each other now.

# What went wrong, and what to do next
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
fault-invalid-name = This name cannot be used. Use letters you would write by hand, without hidden or look-alike signs, and not too long.
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
fault-store-failed = Hearth could not save. Check that the disk is not full, then try again.
fault-busy = Hearth is busy just now. Please try again in a moment.
fault-internal = Something went wrong inside Hearth. Please try again; if it happens again, close Hearth and open it again.

# Parts that every page may use
scroll-bar = Place in the conversation
close = Close
search-clear = Empty the search

# Moving through a room
room-to-newest = To the newest
room-to-new = { $count ->
    [one] To the new message
   *[other] To the { $count } new messages
}
message-answered = Go to the message this answers
message-answers = answers { $name }
message-told = { $name } writes: { $text }
