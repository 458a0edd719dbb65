# The rail and the first page.

rail-rooms = Rooms
rail-people = People
rail-settings = Settings
net-refused = Others cannot reach this computer just now. Close Hearth and open it again.
home-title = Hello { $name }
home-first = This is your quiet place. To begin, use a link that someone sent you, or start a room and invite people.
home-text = Choose a room to read and write. Take your time.
home-safe = What you write is locked so that only the people in the room can read it.
