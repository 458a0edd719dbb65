# The first steps, and how good a passphrase is.

welcome-step = Schritt { $step } von { $of }
welcome-language = Wählen Sie Ihre Sprache
welcome-size = Wie groß soll die Schrift sein?
welcome-size-text = Wählen Sie, was Sie ohne Mühe lesen können. Sie können es jederzeit ändern.
welcome-next = Weiter
welcome-missing-strength = Bitte wählen Sie einen stärkeren Geheimsatz.
welcome-import = Ich habe ein Profil von einem anderen Computer
strength-empty = Drei oder vier Wörter, die nichts miteinander zu tun haben, sind gut.
strength-weak = Zu leicht zu erraten. Nehmen Sie noch ein Wort dazu.
strength-good = Gut. Das ist schwer zu erraten.
strength-strong = Sehr gut. Das ist sehr schwer zu erraten.
import-title = Ihr Profil mitbringen
import-text = Wählen Sie die Datei, die Sie auf dem anderen Computer gespeichert haben. Alles darin kommt auf diesen.
import-file = Datei
import-choose = Datei auswählen
import-passphrase-hint = Der Geheimsatz, den Sie der Datei beim Speichern gegeben haben.
import-go = Hierher holen
one-moment = Einen Moment…
cancel = Abbrechen
