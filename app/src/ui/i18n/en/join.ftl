# Using links.

join-title = Use a link
join-text = Paste the link that someone sent you. You will see what it leads to before you decide.
join-link = Link
join-link-hint = Paste it here
join-address = To look, Hearth connects straight to the person who made this invitation. They, and whoever runs the networks between you, can see your network address, which can tell roughly where you are.
join-contact = This link is for writing with one person. Your name is shown to them.
join-look = Show me the room
join-looking = Looking…
join-accept = Connect with this person
join-unseen = Join as soon as they can be reached
join-unseen-text = You can leave the link here: Hearth keeps trying by itself and joins when they are back. You will see what the room agreed on then.
join-inviter = { $name } invites you
join-direct = In this room, members can see each other’s network address, which can tell roughly where someone is.
join-name = Your name in this room
join-name-hint = Leave this empty and Hearth makes up a name
join-name-hint-record = Leave empty to use your profile name
join-name-text = Nobody here can link this name to you in other rooms.
join-name-text-record = This room keeps a record of care. The people in it can recognise you in other rooms of this kind.
join-go = Join the room
join-knock = Knock
join-busy = One moment…
join-not-now = Not now
join-paste = Paste the link
join-words-title = Is someone reading words to you?
join-words-text = On the telephone, an invitation can be read out as lines of words.
join-words = Type the words
