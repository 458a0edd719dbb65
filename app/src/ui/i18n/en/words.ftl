# Invitations in words, to be read out.

words-show = Read it out as words
words-hide = Show the square code instead
words-title = The same in words
words-say = Read out each line with its number, for example over the telephone, and wait until the other person says that it is right. They type the words in Hearth under “Use a link”.
words-list = Language of the words
words-type-text = Type one line at a time. The first four letters of each word are enough. Hearth tells you at once if a line is right.
words-line = Line { $number }
words-next = Next line
words-done = That was all
words-back = Paste a link instead
words-again = Begin again
words-right = Right so far
words-fits = This line is right.
words-ends = This line is right, and it is the last one.
words-length = Each line has six words. Only the last line may have fewer.
words-short = Each line has six words. Only the last line may have fewer. If this was the last one, ask to hear it again.
words-unknown = Line { $number }: “{ $word }” is not one of the words. Ask to hear it again.
words-wrong = Line { $number } is not right yet. Ask to hear it again.
words-other = These are the words of line { $other }. Ask for line { $number }.
words-long = Line { $number } has too many words, or comes after the last line.
words-missing = So far everything is right. Line { $number } is still to come.
words-damaged = Every line is right by itself, but together they are no invitation. Ask the other person to make a new one.
