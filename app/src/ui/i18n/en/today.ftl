# Today at a glance.

rail-home = Home
rail-help = Help
rail-more = More
home-calm = Nothing needs you just now. That is good.
home-knock = { $name } would like to come into { $title }.
home-answer = Answer
home-draft = You began to write in { $title }.
home-go-on = Go on writing
home-sheet = A recovery sheet opens your profile if you forget your passphrase. You have none yet.
home-compare = { $name } is here. Compare your safety numbers by phone, to be sure it is really this person.
home-compare-go = Compare
home-doors = At the door
home-new = New for you
home-here = Here now
home-begin = Begin something
rooms-draft = You began to write here
