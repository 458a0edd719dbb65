# The name, and words used everywhere.

app-name = Hearth
back = वापस
you = आप
close = बंद करें
scroll-bar = बातचीत में जगह
search-clear = खोज ख़ाली करें
