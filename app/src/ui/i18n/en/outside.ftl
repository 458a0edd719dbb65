## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth can stay in the background: messages still reach you, and you find it again beside the clock. If you quit, messages wait until you open Hearth again.
closing-background = Keep in the background
closing-quit = Quit Hearth
outside-message = You have a new message
outside-open = Open Hearth
outside-lock = Lock Hearth
outside-quit = Quit Hearth
outside-link-waits = An invitation waits for you. You can use it as soon as Hearth is open.
outside-files-later = Hearth cannot send files yet. That comes later. You can drop a picture of an invitation code here.
outside-room = Tell me about new messages in this room
demo-banner = This is a demonstration: nothing here is kept. Write in one window and read it in the other.
demo-curtain = Two people are about to meet
demo-curtain-text = A patient and a doctor, each with a Hearth of their own. In a few seconds they write to each other, and then it is your turn.
