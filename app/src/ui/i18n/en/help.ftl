# Help, telephone numbers, and whether others can be reached.

help-title = Help
help-text = Take your time. Nothing here is sent to anyone.
help-how = How things are done
help-nothing-lost = You cannot break anything. If something goes wrong, go back and try again.
crisis-title = Someone to talk to, now
crisis-line = Telephone numbers, also without internet
crisis-not-alone = You are not alone. If you cannot go on, or someone is in danger, please call. Hearth tells nobody that you looked here.
crisis-always = In another country, or if a number does not answer: call the local emergency number.
crisis-other = Another country
crisis-choose = Choose your country
crisis-emergency = Danger to life
crisis-despair = Someone who listens
crisis-cancer = Questions about cancer
doctor-title = Is Hearth connected?
doctor-line = See what works and what to do
doctor-closed = No. Others cannot reach this computer just now.
doctor-alone = Hearth is ready, but nobody can be reached just now.
doctor-well = { $count ->
    [one] Yes. You are connected to { $count } other computer.
   *[other] Yes. You are connected to { $count } other computers.
}
doctor-seen = What Hearth sees
doctor-door-open = This computer is ready for others to connect.
doctor-door-closed = Hearth cannot let others connect.
doctor-door-taken = Another program is in the way, so others cannot connect.
doctor-someone = At least one other person’s computer is connected.
doctor-nobody = Nobody you know is connected. Their computers may be off.
doctor-waiting = A room waits for the person who invited you. Hearth keeps trying.
doctor-rejoining = A room waits for someone to let this computer back in.
doctor-next = What you can do
doctor-do-restart = Close Hearth and open it again. If another program was in the way, close it first.
doctor-do-firewall = If it stays so, ask someone who knows your computer to let Hearth through the firewall.
doctor-do-internet = See if the internet works: open any web page.
doctor-do-ask = Ask the other person to open Hearth at the same time.
doctor-do-same = In the same home or clinic, use the same Wi-Fi.
doctor-do-new = If someone moved or changed their internet, ask them for a new link.
doctor-do-nothing = Nothing. All is well.
doctor-kept = What you write meanwhile is kept and goes out as soon as someone can be reached.
doctor-apart = Hearth is ready, but people on other networks cannot reach you just now.
doctor-reach-open = People on other networks can reach this computer.
doctor-reach-relayed = Someone from one of your rooms passes messages on. They cannot read them.
doctor-reach-none = People on other networks cannot reach this computer yet.
doctor-do-member = Ask someone from your group who is easy to reach to keep Hearth open. Their computer can pass messages on, and cannot read them.
doctor-do-node = Or ask your clinic or group for a relay: a computer that is always on and passes messages on. It cannot read them.
offer-text = If it is getting too much: someone can listen to you, by telephone, now. Nobody learns that you saw this.
offer-show = Show me the numbers
offer-not-now = Not now
