# What a room agreed on, and starting one.

charter-encrypted = Nur die Menschen im Raum können lesen, was hier geschrieben wird.
charter-ephemeral = Nichts wird aufbewahrt. Nachrichten sind weg, wenn Sie Hearth schließen oder sperren.
charter-timed = { $days ->
    [one] Nachrichten werden { $days } Tag aufbewahrt, dann gelöscht.
   *[other] Nachrichten werden { $days } Tage aufbewahrt, dann gelöscht.
}
charter-record = Nachrichten werden als Behandlungsakte aufbewahrt.
charter-direct = Wer einen Link hat, kommt sofort herein.
charter-knock = Jede neue Person wird von jemandem im Raum hereingelassen.
charter-relay = Mitglieder können die Netzadresse der anderen nicht sehen.
charter-address = Mitglieder können die Netzadresse der anderen sehen. Sie kann verraten, wo jemand ungefähr ist.
charter-no-presence = Niemand sieht, wer hier ist.
charter-members = { $count ->
    [one] Höchstens { $count } Person.
   *[other] Höchstens { $count } Personen.
}
charter-rules = Hausregeln
new-room-title = Raum eröffnen
new-room-name = Name des Raums
new-room-name-hint = Zum Beispiel: Dienstagskreis
new-room-kept = Was geschieht mit den Nachrichten?
kind-passing = Nichts wird aufbewahrt
kind-passing-meaning = Am besten für Selbsthilfegruppen. Nachrichten sind weg, wenn Hearth geschlossen wird.
kind-month = 30 Tage aufbewahrt
kind-month-meaning = Gut, um gemeinsam zu planen. Ältere Nachrichten werden gelöscht.
kind-record = Als Akte aufbewahrt
kind-record-meaning = Für die Behandlung mit einer Ärztin oder einem Arzt. Ihr Profilname wird gezeigt.
new-room-entry = Wer kommt herein?
entry-knock = Wer kommt, klopft zuerst an
entry-knock-meaning = Sie lassen jede Person selbst herein. Vorher sieht sie nichts.
entry-direct = Ein Link genügt
entry-direct-meaning = Wem Sie einen Link geben, der kommt sofort herein.
new-room-rules = Hausregeln
new-room-rules-name = Regeln, die alle vor dem Beitritt sehen (darf leer bleiben)
new-room-rules-hint = Zum Beispiel: freundlich sein, keine ärztlichen Ratschläge
new-room-missing = Bitte geben Sie dem Raum einen Namen.
new-room-go = Raum eröffnen
new-room-busy = Der Raum wird eröffnet…
