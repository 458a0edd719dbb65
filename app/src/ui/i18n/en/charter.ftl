# What a room agreed on, and starting one.

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
