# What passes by itself.

toast-copied = Copied
toast-link-copied = Link copied. You can paste it into a message or an email.
toast-knock = { $name } would like to come in. Open the room to answer.
toast-contact = You and { $name } can write to each other now.
