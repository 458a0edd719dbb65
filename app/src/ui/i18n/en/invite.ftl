# Making links.

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
