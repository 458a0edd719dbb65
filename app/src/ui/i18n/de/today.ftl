# Today at a glance.

rail-home = Start
rail-help = Hilfe
rail-more = Mehr
home-calm = Im Moment ist nichts zu tun. Das ist gut.
home-knock = { $name } möchte in den Raum { $title } kommen.
home-answer = Antworten
home-draft = Sie haben in { $title } angefangen zu schreiben.
home-go-on = Weiterschreiben
home-sheet = Ein Notfallblatt öffnet Ihr Profil, wenn Sie den Geheimsatz vergessen. Sie haben noch keines.
home-compare = { $name } ist da. Vergleichen Sie am Telefon Ihre Sicherheitsnummern. So wissen Sie, dass es wirklich diese Person ist.
home-compare-go = Vergleichen
home-doors = An der Tür
home-new = Neu für Sie
home-here = Gerade hier
home-begin = Etwas beginnen
rooms-draft = Sie haben hier angefangen zu schreiben
