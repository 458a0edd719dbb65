# The name, and words used everywhere.

app-name = Hearth
back = వెనక్కి
you = మీరు
close = మూసివేయండి
scroll-bar = సంభాషణలో స్థానం
search-clear = వెతుకులాట ఖాళీ చేయండి
