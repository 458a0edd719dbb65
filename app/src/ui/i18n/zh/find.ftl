# Finding people and messages.

find-name = 查找人和消息
find-looking = 正在您的消息里查找…
find-nothing = 没有找到。请试试短一点的词或别的词。
find-no-messages = 没有含这个词的消息。
find-messages = 消息
