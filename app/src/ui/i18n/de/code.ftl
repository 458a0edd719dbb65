# Square codes and files.

link-code = Ihr Link als quadratischer Code
link-code-text = Oder die andere Person fotografiert dieses Quadrat und wählt das Bild in Hearth aus.
join-picture-title = Oder ein Bild benutzen
join-picture-text = Wenn Ihnen jemand einen quadratischen Code gezeigt hat, wählen Sie das Foto aus oder ziehen Sie es hierher.
join-picture = Bild auswählen
join-picture-reading = Das Bild wird gelesen…
join-picture-read = Dieses Bild lesen
file-path = Wo das Bild liegt
fault-no-code = In diesem Bild ist keine Einladung. Nehmen Sie es noch einmal auf: das ganze Quadrat, scharf und ohne Spiegelung.
safety-code = Sicherheitsnummer als quadratischer Code
safety-code-text = Nebeneinander können Sie auch diese Quadrate vergleichen.
safety-differ = Wenn sie verschieden sind, schreiben Sie nichts Persönliches. Bitten Sie auf anderem Weg um einen neuen Link, zum Beispiel am Telefon.
