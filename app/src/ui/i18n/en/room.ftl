# Rooms, their people and their states.

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
    [one] { $count } person is at the door
   *[other] { $count } people are at the door
}
room-untitled = New room
room-opening = Opening the room…
room-invite = Invite someone
room-people = About this room
room-private = { $here ->
    [0] Private. { $count ->
        [one] Only you
       *[other] { $count } people, nobody else here now
    }
   *[other] Private. { $count } people, { $here } here besides you
}
room-direct-here = Private. Here now
room-direct-here-verified = Private, number compared. Here now
room-direct-away = Private. Not here now
room-direct-away-verified = Private, number compared. Not here now
room-new = New
room-empty = Say hello
room-empty-text = Nothing has been written here yet. The first word can be a small one.
room-empty-alone = You are the first one here
room-empty-alone-text = Invite someone. You can already write; they will not see what was said before they came.
room-waiting = The person who invited you could not be reached yet. Hearth keeps trying by itself until the link runs out. You can do something else meanwhile.
room-waiting-short = Waiting for the person who invited you
room-knocking = You knocked. Someone in the room has to let you in. Hearth tells you when that happens.
room-knocking-short = Waiting to be let in
room-rejoining = This computer is new to the room. As soon as someone from the room can be reached, you are let back in.
room-rejoining-short = Coming back into the room
room-left = You left this room. To come back you need a link.
room-left-short = You left
room-removed = A moderator removed you from this room. If you know someone from it, you can ask them why.
room-removed-short = You are no longer in this room
room-refused = You were not let in this time. You can ask the person who invited you for the reason.
room-refused-short = Not let in
room-refused-used = This link was already used. Ask the person who invited you for a new one.
room-refused-used-short = The link was already used
room-refused-expired = The link ran out before the other side could be reached. Ask for a new one.
room-refused-expired-short = The link ran out
room-refused-forged = Whoever answered is not the person who made the link, so Hearth stopped. Ask for a new link in another way, for example by phone.
room-refused-forged-short = Someone else answered this link
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
member-verified = Number compared
member-since = in the room since { $when }
rank-owner = Looks after the room
rank-moderator = Moderator
rank-observer = Reads along
knock-title = { $name } would like to come in
knock-text = They see nothing of the room until you let them in.
knock-admit = Let in
knock-refuse = Not now
room-to-newest = To the newest
room-to-new = { $count ->
    [one] To the new message
   *[other] To the { $count } new messages
}
room-stop = Stop waiting
room-forget = Take off the list
room-erase = Erase this room
