# Help, telephone numbers, and whether others can be reached.

help-title = Hilfe
help-text = Lassen Sie sich Zeit. Von hier aus wird niemandem etwas gesendet.
help-how = So geht es
help-nothing-lost = Sie können nichts kaputt machen. Geht etwas schief, gehen Sie zurück und versuchen Sie es noch einmal.
crisis-title = Jetzt mit jemandem sprechen
crisis-line = Telefonnummern, auch ohne Internet
crisis-not-alone = Sie sind nicht allein. Wenn Sie nicht mehr können oder jemand in Gefahr ist, rufen Sie bitte an. Hearth sagt niemandem, dass Sie hier nachgesehen haben.
crisis-always = In einem anderen Land oder wenn unter einer Nummer niemand abnimmt: Rufen Sie die Notrufnummer vor Ort an.
crisis-other = Anderes Land
crisis-choose = Wählen Sie Ihr Land
crisis-emergency = Lebensgefahr
crisis-despair = Jemand, der zuhört
crisis-cancer = Fragen zu Krebs
doctor-title = Ist Hearth verbunden?
doctor-line = Sehen, was geht und was zu tun ist
doctor-closed = Nein. Andere können diesen Computer gerade nicht erreichen.
doctor-alone = Hearth ist bereit, aber gerade ist niemand zu erreichen.
doctor-well = { $count ->
    [one] Ja. Sie sind mit { $count } anderen Computer verbunden.
   *[other] Ja. Sie sind mit { $count } anderen Computern verbunden.
}
doctor-seen = Was Hearth sieht
doctor-door-open = Dieser Computer ist für Verbindungen von anderen bereit.
doctor-door-closed = Hearth kann keine Verbindungen von anderen annehmen.
doctor-door-taken = Ein anderes Programm benutzt den Weg, den Hearth braucht.
doctor-someone = Der Computer mindestens einer anderen Person ist verbunden.
doctor-nobody = Niemand, den Sie kennen, ist verbunden. Die Computer sind vielleicht aus.
doctor-waiting = Ein Raum wartet auf die Person, die Sie eingeladen hat. Hearth versucht es weiter.
doctor-rejoining = Ein Raum wartet darauf, dass jemand diesen Computer wieder hereinlässt.
doctor-next = Was Sie tun können
doctor-do-restart = Schließen Sie Hearth und öffnen Sie es noch einmal. War ein anderes Programm im Weg, schließen Sie es vorher.
doctor-do-firewall = Bleibt es so, bitten Sie jemanden, der Ihren Computer kennt, Hearth durch die Firewall zu lassen.
doctor-do-internet = Prüfen Sie das Internet: Öffnen Sie irgendeine Webseite.
doctor-do-ask = Bitten Sie die andere Person, Hearth zur gleichen Zeit zu öffnen.
doctor-do-same = Im gleichen Haus oder in der gleichen Klinik benutzen Sie dasselbe WLAN.
doctor-do-new = Ist jemand umgezogen oder hat neues Internet, bitten Sie um einen neuen Link.
doctor-do-nothing = Sie brauchen nichts zu tun. Alles ist in Ordnung.
doctor-kept = Was Sie inzwischen schreiben, wird aufbewahrt und gesendet, sobald jemand zu erreichen ist.
doctor-apart = Hearth ist bereit, aber Menschen in anderen Netzen können Sie gerade nicht erreichen.
doctor-reach-open = Menschen in anderen Netzen können diesen Computer erreichen.
doctor-reach-relayed = Jemand aus einem Ihrer Räume reicht Nachrichten weiter, kann sie aber nicht lesen.
doctor-reach-none = Menschen in anderen Netzen können diesen Computer noch nicht erreichen.
doctor-do-member = Bitten Sie jemanden aus Ihrer Gruppe, der gut zu erreichen ist, Hearth offen zu lassen. Der Computer dieser Person kann Nachrichten weiterreichen, aber nicht lesen.
doctor-do-node = Oder bitten Sie Ihre Klinik oder Gruppe um einen Vermittler: einen Computer, der immer an ist und Nachrichten weiterreicht. Lesen kann er sie nicht.
offer-text = Wenn es zu viel wird: Jemand kann Ihnen jetzt am Telefon zuhören. Niemand erfährt, dass Sie das gesehen haben.
offer-show = Nummern zeigen
offer-not-now = Jetzt nicht
