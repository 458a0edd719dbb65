# The name, and words used everywhere.

app-name = Hearth
back = Back
you = You
close = Close
scroll-bar = Place in the conversation
search-clear = Empty the search
