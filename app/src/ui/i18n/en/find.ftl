# Finding people and messages.

find-name = Search people and messages
find-looking = Looking through your messages…
find-nothing = Nothing found. Try a shorter or another word.
find-no-messages = No messages with this word.
find-messages = Messages
