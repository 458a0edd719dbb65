# The rail and the first page.

rail-rooms = Rooms
rail-people = People
rail-settings = Settings
net-refused = Hearth could not open a way in from the network, so others may not reach you. Close programs that you do not need, and open Hearth again.
home-title = Hello { $name }
home-first = This is your quiet place. To begin, use a link that someone sent you, or start a room and invite people.
home-text = Choose a room to read and write. Take your time: nothing gets lost while you are away from a room.
home-safe = What you write is locked so that only the people in the room can read it.
