# Closing the window.

closing-title = Hearth बंद करें?
closing-text = आप ऐसे कमरे में हैं जो कुछ नहीं रखता। Hearth बंद करने पर उसके संदेश मिट जाएँगे।
closing-stay = रुकें
closing-go = बंद करें
