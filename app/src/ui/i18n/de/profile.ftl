# Making, unlocking and hiding a profile.

role-patient = Ich lebe mit Krebs
role-patient-meaning = Für Sie selbst. Ärztinnen, Ärzte und Gruppen können Sie einladen.
role-doctor = Ich bin Ärztin oder Arzt
role-doctor-meaning = Andere sehen, dass Sie nicht bestätigt sind, bis eine Klinik es bestätigt.
role-peer = Ich stehe jemandem bei
role-peer-meaning = Familie, Freunde, Ehrenamt oder Mitglied einer Gruppe.
role-patient-short = Lebt mit Krebs
role-doctor-short = Ärztin oder Arzt nach eigener Angabe, von keiner Klinik bestätigt
role-peer-short = Steht jemandem bei
welcome-title = Willkommen bei Hearth
welcome-text = Ein privater Ort zum Reden für Menschen mit Krebs, ihre Ärztinnen und Ärzte und alle, die ihnen beistehen.
welcome-safe = Alles bleibt auf diesem Computer und bei den Menschen, mit denen Sie reden. Kein Konto, keine E-Mail, keine Telefonnummer.
welcome-name = Ihr Name
welcome-name-hint = Frei wählbar; Ihre Kontakte sehen ihn
welcome-role = Wer sind Sie?
welcome-passphrase-title = Wählen Sie einen Geheimsatz
welcome-passphrase-hint = Drei oder vier Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten. Schreiben Sie sie auf: Niemand kann den Geheimsatz für Sie zurücksetzen.
welcome-missing-name = Bitte geben Sie einen Namen ein.
welcome-missing-role = Bitte sagen Sie, wer Sie sind.
welcome-missing-passphrase = Bitte wählen Sie einen Geheimsatz.
welcome-busy = Alles wird vorbereitet…
passphrase = Geheimsatz
passphrase-show = Geheimsatz zeigen
passphrase-hide = Geheimsatz verbergen
unlock-title = Schön, dass Sie wieder da sind
unlock-locked = Hearth ist gesperrt. Geben Sie Ihren Geheimsatz ein, um es zu öffnen.
unlock-hidden = Hearth ist verdeckt und bleibt verbunden. Geben Sie Ihren Geheimsatz ein, um es wieder zu sehen.
unlock-go = Öffnen
unlock-busy = Wird geöffnet…
unlock-wait = { $seconds ->
    [one] Bitte warten Sie { $seconds } Sekunde und versuchen Sie es dann noch einmal.
   *[other] Bitte warten Sie { $seconds } Sekunden und versuchen Sie es dann noch einmal.
}
unlock-forgotten = Sie können den Geheimsatz aus einem Passwort-Programm einfügen. Geht er verloren, kann niemand dieses Profil öffnen.
in-use-title = Hearth ist schon offen
in-use-text = Ein anderes Hearth-Fenster oder ein anderes Programm benutzt dieses Profil. Gehen Sie zu diesem Fenster, oder schließen Sie es und versuchen Sie es noch einmal.
in-use-again = Noch einmal versuchen
in-use-still = Es ist dort noch offen. Schließen Sie zuerst das andere Fenster.
notice-restored = Hearth hat beschädigte Daten gefunden und ist zu seiner neuesten Sicherung zurückgegangen. Neuere Nachrichten kommen von den anderen zurück, sobald sie erreichbar sind. Nichts wurde gelöscht.
notice-lost = Hearth konnte seinen Speicher nicht lesen, und es gab keine Sicherung. Der alte Speicher wurde aufbewahrt, nichts wurde gelöscht. Bitten Sie jemanden um Hilfe, dem Sie vertrauen, bevor Sie weitermachen.
notice-clock = Die Uhr dieses Computers ist um mehr als einen Tag gesprungen. Nichts wird gelöscht, bis das Datum stimmt. Bitte prüfen Sie Datum und Uhrzeit.
