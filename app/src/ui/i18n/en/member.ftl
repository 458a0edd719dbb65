# Somebody in a room, and people.

member-care = Looking after the room
member-moderate = Make a moderator
member-unmoderate = No longer a moderator
member-moderate-text = Moderators let people in and can remove someone.
member-remove = Remove from the room
member-remove-text = From then on they cannot read what is written here.
member-remove-sure = Remove { $name } from this room?
member-remove-go = Yes, remove
member-remove-stay = Cancel
people-blocked = Blocked
person-waiting = This person has not answered your link yet.
person-block-sure = Yes, block
person-block-ask = Block { $name }?
