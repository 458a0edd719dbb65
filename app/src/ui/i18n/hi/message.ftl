# Messages and writing them.

message-retracted = यह संदेश वापस ले लिया गया
message-edited = बदला हुआ
message-earlier = पहले का एक संदेश
message-reply = जवाब दें
message-copy = कॉपी करें
message-edit = शब्द बदलें
message-retract = वापस लें
message-again = फिर से भेजें
react = { $emoji } भेजें
reaction = { $emoji }, { $count } की ओर से
typing-one = { $name } लिख रहे हैं…
typing-many = { $count ->
    [one] { $count } व्यक्ति लिख रहा है…
   *[other] { $count } लोग लिख रहे हैं…
}
doctor-certified = डॉक्टर, पुष्टि हुई
doctor-unverified = डॉक्टर, पुष्टि नहीं हुई
state-queued = संपर्क होने का इंतज़ार
state-sent = भेजा गया
state-delivered = पहुँच गया
state-delivered-some = { $all } में से { $count } तक पहुँचा
state-read = पढ़ लिया
state-read-all = सबने पढ़ लिया
state-read-some = { $count } ने पढ़ा
state-failed = पहुँच नहीं सका
compose-name = { $title } के लिए संदेश
compose-hint = संदेश लिखें
compose-send = भेजें
compose-save = सहेजें
compose-reply = { $name } को जवाब
compose-reply-earlier = पहले के एक संदेश का जवाब
compose-edit = आप अपना संदेश बदल रहे हैं
compose-cancel = रहने दें
compose-full = यह संदेश लगभग उतना लंबा हो चुका है जितना हो सकता है। कृपया बाक़ी दूसरे संदेश में भेजें।
message-answered = जिस संदेश का जवाब है उस पर जाएँ
message-answers = { $name } को जवाब
message-told = { $name } लिखते हैं: { $text }
