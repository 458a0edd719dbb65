# What went wrong, and what to do next. Never a code, always a way on.

fault-parse-error = Hearth hat seine eigene Anfrage nicht verstanden. Bitte schließen Sie Hearth und öffnen Sie es noch einmal.
fault-method-not-found = Diese Fassung von Hearth kann das nicht. Bitte bringen Sie Hearth auf den neuesten Stand.
fault-invalid-params = Etwas in diesem Formular ist nicht brauchbar. Bitte prüfen Sie Ihre Angaben.
fault-locked = Hearth ist gesperrt. Geben Sie zuerst Ihren Geheimsatz ein.
fault-no-profile = Auf diesem Computer gibt es noch kein Profil. Bitte legen Sie zuerst eines an.
fault-profile-exists = Auf diesem Computer gibt es schon ein Profil. Öffnen Sie es mit seinem Geheimsatz.
fault-in-use = Ein anderes Hearth-Fenster benutzt dieses Profil. Schließen Sie es und versuchen Sie es noch einmal.
fault-wrong-passphrase = Das ist nicht der richtige Geheimsatz. Achten Sie auf große Buchstaben und Leerzeichen und versuchen Sie es noch einmal.
fault-too-many-attempts = { $seconds ->
    [one] Zu viele Versuche. Bitte warten Sie { $seconds } Sekunde und versuchen Sie es dann noch einmal.
   *[other] Zu viele Versuche. Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
}
fault-weak-passphrase = Dieser Geheimsatz ist zu leicht zu erraten. Versuchen Sie drei oder vier Wörter, die nichts miteinander zu tun haben.
fault-invalid-name = Dieser Name geht nicht. Nehmen Sie Buchstaben, die Sie von Hand schreiben würden, ohne versteckte oder verwechselbare Zeichen, und nicht zu viele.
fault-unknown-contact = Diese Person ist nicht mehr in Ihrer Liste.
fault-unknown-room = Dieser Raum ist nicht mehr auf diesem Computer.
fault-unknown-message = Diese Nachricht ist nicht mehr da.
fault-not-a-member = Sie sind nicht mehr in diesem Raum. Bitten Sie um einen neuen Link, wenn Sie zurückkommen möchten.
fault-not-allowed = Das können Sie hier nicht tun. Wer sich um den Raum kümmert, kann es.
fault-text-too-long = Das ist zu lang für eine Nachricht. Bitte senden Sie es in Teilen.
fault-invite-damaged = Dieser Link ist nicht vollständig. Kopieren Sie ihn noch einmal vom ersten bis zum letzten Buchstaben, oder bitten Sie um einen neuen.
fault-invite-expired = Dieser Link ist abgelaufen. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
fault-invite-used = Dieser Link wurde schon benutzt. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
fault-invite-forged = Wer geantwortet hat, ist nicht die Person, die diesen Link gemacht hat. Sie sind nirgends beigetreten. Bitten Sie auf anderem Weg um einen neuen Link, zum Beispiel am Telefon.
fault-unreachable = Niemand hat geantwortet. Vielleicht ist der andere Computer aus. Versuchen Sie es später noch einmal, oder lassen Sie Hearth warten.
fault-no-node = Dafür braucht es einen Vermittler, und noch ist keiner bekannt. Lassen Sie zu, dass Mitglieder die Netzadresse der anderen sehen, oder bitten Sie Ihre Gruppe um einen Vermittler.
fault-invalid-charter = Diese Regeln für den Raum passen nicht zusammen. Bitte wählen Sie noch einmal.
fault-room-full = Dieser Raum ist voll. Fragen Sie die Person, die Sie eingeladen hat.
fault-unreadable-file = Diese Datei konnte nicht gelesen werden. Bitte wählen Sie eine andere.
fault-unwritable-file = Die Datei konnte dort nicht gespeichert werden. Bitte wählen Sie einen anderen Ort.
fault-no-model = Das Modell, das Aufnahmen ansieht, kann auf diesem Computer nicht verwendet werden. Bitten Sie die Person, die ihn betreut, die Modellpakete zu prüfen.
fault-store-failed = Hearth konnte nicht speichern. Prüfen Sie, ob der Speicher voll ist, und versuchen Sie es dann noch einmal.
fault-busy = Hearth ist gerade beschäftigt. Bitte versuchen Sie es gleich noch einmal.
fault-internal = In Hearth ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal; geschieht es wieder, schließen Sie Hearth und öffnen Sie es neu.
fault-no-keyring = Der Schlüsselbund dieses Computers antwortet nicht. Bitte nehmen Sie Ihren Geheimsatz.
fault-no-keyring-locked = Der Schlüsselbund dieses Computers ist gesperrt und wurde nicht geöffnet. Versuchen Sie es noch einmal und lassen Sie zu, dass er geöffnet wird, oder nehmen Sie Ihren Geheimsatz.
fault-no-keyring-missing = Der Schlüssel zu Hearth ist nicht mehr im Schlüsselbund dieses Computers. Bitte nehmen Sie Ihren Geheimsatz; in den Optionen können Sie den Schlüsselbund wieder einschalten.
