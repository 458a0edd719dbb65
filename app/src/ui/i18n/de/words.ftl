# Invitations in words, to be read out.

words-show = Als Wörter vorlesen
words-hide = Lieber den quadratischen Code zeigen
words-title = Dasselbe in Wörtern
words-say = Lesen Sie jede Zeile mit ihrer Nummer vor, zum Beispiel am Telefon, und warten Sie, bis die andere Person sagt, dass sie stimmt. Sie tippt die Wörter in Hearth unter „Link benutzen“ ein.
words-list = Sprache der Wörter
words-type-text = Tippen Sie eine Zeile nach der anderen. Die ersten vier Buchstaben jedes Wortes genügen. Hearth sagt Ihnen gleich, ob eine Zeile stimmt.
words-line = Zeile { $number }
words-next = Nächste Zeile
words-done = Das war alles
words-back = Doch einen Link einfügen
words-again = Von vorn anfangen
words-right = Bisher richtig
words-fits = Diese Zeile stimmt.
words-ends = Diese Zeile stimmt, und sie ist die letzte.
words-length = Jede Zeile hat sechs Wörter. Nur die letzte darf weniger haben.
words-short = Jede Zeile hat sechs Wörter. Nur die letzte darf weniger haben. Wenn das die letzte war, bitten Sie, sie noch einmal vorzulesen.
words-unknown = Zeile { $number }: „{ $word }“ ist keines der Wörter. Bitten Sie, es noch einmal zu sagen.
words-wrong = Zeile { $number } stimmt noch nicht. Bitten Sie, sie noch einmal vorzulesen.
words-other = Das sind die Wörter von Zeile { $other }. Fragen Sie nach Zeile { $number }.
words-long = Zeile { $number } hat zu viele Wörter oder kommt nach der letzten Zeile.
words-missing = Bis hierher stimmt alles. Zeile { $number } fehlt noch.
words-damaged = Jede Zeile stimmt für sich, aber zusammen sind sie keine Einladung. Bitten Sie die andere Person, eine neue zu machen.
