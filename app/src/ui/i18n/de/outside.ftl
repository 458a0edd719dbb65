## Outside the window: notifications, the entries beside the clock, closing, and demonstrations.

closing-background-text = Hearth kann im Hintergrund bleiben: Nachrichten kommen weiter bei Ihnen an, und Sie finden es neben der Uhr wieder. Wenn Sie Hearth beenden, warten Nachrichten, bis Sie es wieder öffnen.
closing-background = Im Hintergrund lassen
closing-quit = Hearth beenden
outside-message = Sie haben eine neue Nachricht
outside-open = Hearth öffnen
outside-lock = Hearth sperren
outside-quit = Hearth beenden
outside-link-waits = Eine Einladung wartet auf Sie. Sie können sie nutzen, sobald Hearth offen ist.
outside-files-later = Hearth kann noch keine Dateien senden. Das kommt später. Sie können das Bild eines Einladungscodes hierher ziehen.
outside-room = Mir neue Nachrichten in diesem Raum melden
demo-banner = Dies ist eine Vorführung: Nichts hier wird aufbewahrt. Schreiben Sie im einen Fenster und lesen Sie im anderen.
demo-curtain = Gleich lernen sich zwei Menschen kennen
demo-curtain-text = Eine Patientin und eine Ärztin, jede mit ihrem eigenen Hearth. In wenigen Sekunden schreiben sie sich, dann sind Sie dran.
