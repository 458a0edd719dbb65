# Today at a glance.

rail-home = Start
rail-help = Hilfe
rail-more = Mehr
home-calm = Im Moment ist nichts zu tun. Das ist gut.
home-knock = { $name } möchte in { $title } hereinkommen.
home-answer = Antworten
home-draft = Sie haben in { $title } angefangen zu schreiben.
home-go-on = Weiterschreiben
home-sheet = Sie haben noch kein Notfallblatt. Es öffnet Ihr Profil, wenn Sie den Geheimsatz vergessen.
home-compare = { $name } ist da. Vergleichen Sie am Telefon Ihre Sicherheitsnummern. So wissen Sie, dass es wirklich diese Person ist.
home-compare-go = Vergleichen
home-doors = An der Tür
home-new = Neu für Sie
home-here = Gerade hier
home-begin = Etwas beginnen
rooms-draft = Sie haben hier angefangen zu schreiben
