# People and comparing safety numbers.

people-title = People
people-empty = Nobody yet. Invite a person, or use a link that someone sent you.
people-waiting = Waiting for an answer
people-invite = Invite a person
people-about = People you write with one to one. Choose someone to see more.
person-write = Write
person-here = Here now
person-here-verified = Here now, number compared
person-away = Not here now
person-away-verified = Not here now, number compared
person-is-blocked = Blocked
person-block-title = Blocking
person-block-text = A blocked person cannot write to you or see whether you are here. They are not told.
person-block = Block
person-blocked = This person is blocked. They cannot write to you.
person-unblock = Unblock
safety-title = Safety number
safety-text = Compare these numbers with the other person, on the phone or side by side. If they are the same, nobody reads or listens in between.
safety-coming = Working out the number…
safety-same = They are the same
safety-verified = You compared this number: nobody reads or listens in between.
