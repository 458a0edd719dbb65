# Messages and writing them.

message-retracted = Ce message a été retiré
message-edited = Modifié
message-earlier = Un message plus ancien
message-reply = Répondre
message-copy = Copier
message-edit = Reformuler
message-retract = Retirer
message-again = Renvoyer
react = Réagir avec { $emoji }
reaction = { $emoji } par { $count }
typing-one = { $name } écrit…
typing-many = { $count ->
    [one] { $count } personne écrit…
   *[other] { $count } personnes écrivent…
}
doctor-certified = Médecin, confirmé
doctor-unverified = Médecin, non confirmé
state-queued = En attente de pouvoir joindre la personne
state-sent = Envoyé
state-delivered = Remis
state-delivered-some = Remis à { $count } sur { $all }
state-read = Lu
state-read-all = Lu par tout le monde
state-read-some = Lu par { $count }
state-failed = N’a pas pu être remis
compose-name = Message à { $title }
compose-hint = Écrivez un message
compose-send = Envoyer
compose-save = Enregistrer
compose-reply = Réponse à { $name }
compose-reply-earlier = Réponse à un message plus ancien
compose-edit = Vous modifiez votre message
compose-cancel = Annuler
compose-full = Ce message est presque aussi long que possible. Veuillez envoyer la suite dans un deuxième message.
message-answered = Aller au message d’origine
message-answers = répond à { $name }
message-told = { $name } écrit : { $text }
