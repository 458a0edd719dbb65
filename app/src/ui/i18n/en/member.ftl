# Somebody in a room, and people.

member-care = Looking after the room
member-moderate = Make a moderator
member-unmoderate = No longer a moderator
member-moderate-text = Moderators let people in and can remove someone.
member-remove = Remove from the room
member-remove-text = A removed person cannot read what is written from then on.
member-remove-sure = Remove { $name } from this room?
member-remove-go = Yes, remove
member-remove-stay = No
people-blocked = Blocked
person-waiting = This person has not answered your link yet.
person-block-sure = Yes, block
person-block-ask = Block { $name }?
