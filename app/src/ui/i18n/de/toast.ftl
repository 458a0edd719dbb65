# What passes by itself.

toast-copied = Kopiert
toast-link-copied = Link kopiert. Sie können ihn in eine Nachricht oder E-Mail einfügen.
toast-knock = { $name } möchte hereinkommen. Öffnen Sie den Raum, um zu antworten.
toast-contact = Sie und { $name } können einander jetzt schreiben.
