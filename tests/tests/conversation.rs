//! Two people talk: both ways, in every script, with everything that can be done to a message.

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, introduce};

/// A sentence in each of the eleven languages, with a dose in most, and emoji that join.
const SENTENCES: [&str; 12] = [
    "Good morning. I took 8 mg of ondansetron before the session.",
    "Buenos días. ¿Cómo te sientes después de la quimio?",
    "सुप्रभात। आज मैंने 10 mg की गोली ली।",
    "Bonjour ! La fièvre est à 38,2 °C depuis hier soir.",
    "Guten Morgen. Müdigkeit ist nach dem dritten Zyklus üblich.",
    "早上好。我今天感觉好一点了。",
    "おはようございます。少し眠れました。",
    "صباح الخير. تناولت 10 mg كل 12 ساعة.",
    "Bom dia. Obrigada por estares aqui.",
    "Доброе утро. Сегодня легче дышать.",
    "శుభోదయం. ఈ రోజు కొంచెం బాగుంది.",
    "👩‍⚕️❤️‍🩹 🏳️‍🌈 👍🏽",
];

#[test]
fn two_people_talk_in_every_script() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);

    for (index, sentence) in SENTENCES.iter().enumerate() {
        let (from, to) = if index % 2 == 0 { (&mut marta, &mut anneke) } else { (&mut anneke, &mut marta) };
        let message = from.say(&room, sentence);
        let received = to.hearth.event("message.received", |event| event["message"] == message.as_str());
        assert_eq!(received["text"], *sentence);
        assert_eq!(received["author_name"], from.name);
        from.expect_state(&room, &message, "delivered");
    }
    assert_eq!(marta.texts(&room), SENTENCES);
    assert_eq!(anneke.texts(&room), SENTENCES);
}

#[test]
fn a_message_is_edited_taken_back_and_reacted_to() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);

    let first = marta.say(&room, "I feel beter");
    let second = marta.say(&room, "Not for here");
    anneke.hearth.event("message.received", |event| event["message"] == second.as_str());
    let change = |message: &str| json!({"room": room, "message": message});

    let mut edit = change(&first);
    edit["text"] = json!("I feel better");
    marta.hearth.ok("message.edit", edit.clone());
    marta.hearth.ok("message.retract", change(&second));
    let mut react = change(&first);
    react["emoji"] = json!("❤️");
    react["on"] = json!(true);
    anneke.hearth.ok("message.react", react);
    anneke.hearth.ok("message.mark_read", change(&second));
    marta.expect_state(&room, &first, "read");

    // Nobody edits or takes back what another wrote.
    assert_eq!(anneke.hearth.refused("message.edit", edit), "not_allowed");
    assert_eq!(anneke.hearth.refused("message.retract", change(&first)), "not_allowed");

    let settled = |page: &serde_json::Value| {
        page["messages"][0]["edited"] == true
            && page["messages"][1]["retracted"] == true
            && page["messages"][0]["reactions"]["❤️"].as_array().is_some_and(|people| people.len() == 1)
    };
    for actor in [&mut marta, &mut anneke] {
        let page = actor.hearth.until("message.list", &json!({"room": room}), settled);
        assert_eq!(page["messages"][0]["text"], "I feel better");
        assert_eq!(page["messages"][1]["text"], "");
    }
}

#[test]
fn what_is_written_while_the_other_is_away_arrives_once_and_in_order() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    marta.say(&room, "before");
    anneke.expect_count(&room, 1);

    anneke.hearth.kill();
    let waiting: Vec<String> = (0..20).map(|number| marta.say(&room, &format!("away {number}"))).collect();
    let last = waiting.last().expect("twenty were sent").clone();
    marta.expect_state(&room, &last, "queued");
    // The writer is cut off too before the reader comes back.
    let mut marta = marta.restart();
    let mut anneke = anneke.restart();

    anneke.expect_count(&room, 21);
    marta.expect_state(&room, &last, "delivered");
    assert_eq!(marta.texts(&room), anneke.texts(&room));
}

#[test]
fn typing_and_presence_are_seen() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    let online = |members: &serde_json::Value| {
        members["members"].as_array().is_some_and(|all| all.len() == 2 && all.iter().all(|one| one["online"] == true))
    };
    // A notice goes to whoever is linked at that moment, so both must have seen each other.
    for actor in [&mut marta, &mut anneke] {
        actor.hearth.until("room.members", &json!({"room": room}), online);
    }

    anneke.hearth.ok("typing.set", json!({"room": room, "on": true}));
    let typing = marta.hearth.event("typing.changed", |event| event["room"] == room.as_str());
    assert_eq!(typing["on"], true);
    // The notice lapses by itself when the writer falls silent.
    marta.hearth.event("typing.changed", |event| event["on"] == false);

    anneke.hearth.kill();
    marta.hearth.event("presence.changed", |event| event["online"] == false);
    let _anneke = anneke.restart();
    let began = std::time::Instant::now();
    marta.hearth.event("presence.changed", |event| event["online"] == true);
    // The promise is five seconds; the margin is for a machine that builds beside it.
    assert!(began.elapsed().as_secs() < 15, "it took {:?} to meet again", began.elapsed());
}

#[test]
fn both_compare_the_same_safety_number() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    let mut numbers = Vec::new();
    for actor in [&mut marta, &mut anneke] {
        let contacts = actor.hearth.ok("contact.list", json!({}));
        let contact = contacts["contacts"][0]["contact"].clone();
        assert_eq!(contacts["contacts"][0]["verified"], false);
        assert_eq!(contacts["contacts"][0]["certified"], false);
        let number = actor.hearth.ok("contact.safety_number", json!({"contact": contact}));
        let digits = number["digits"].as_str().expect("digits");
        assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 60);
        // In a record room a member is known by the account: the same id, the same number.
        let of_member = actor.hearth.ok("room.safety_number", json!({"room": room, "member": contact}));
        assert_eq!(of_member["digits"], number["digits"]);
        actor.hearth.ok("contact.verify", json!({"contact": contact}));
        let contacts = actor.hearth.ok("contact.list", json!({}));
        assert_eq!(contacts["contacts"][0]["verified"], true);
        numbers.push(number);
    }
    assert_eq!(numbers[0], numbers[1]);
}

#[test]
fn text_is_text_and_no_longer_than_16_kib() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);

    let too_long = "ä".repeat(8 * 1024 + 1);
    assert_eq!(marta.hearth.refused("message.send", json!({"room": room, "text": too_long})), "text_too_long");
    let longest = "ä".repeat(8 * 1024);
    marta.say(&room, &longest);
    let markup = "<script>alert(1)</script> <b>8 mg</b> https://example.org/?q=1 ' OR 1=1 --";
    marta.say(&room, markup);
    marta.say(&room, "take\u{202e}gm 01\u{202c} now\u{7}\u{1b}[31m");
    anneke.expect_count(&room, 3);

    let texts = anneke.texts(&room);
    assert_eq!(texts[0], longest);
    assert_eq!(texts[1], markup, "markup is shown as it was written, and nothing is executed");
    let hidden = ['\u{202e}', '\u{202c}', '\u{7}', '\u{1b}'];
    assert!(!texts[2].contains(hidden), "control and override characters are made harmless: {:?}", texts[2]);
    assert_eq!(texts, marta.texts(&room), "both see the same");
}

#[test]
fn messages_are_found_by_their_words() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    for sentence in SENTENCES {
        marta.say(&room, sentence);
    }
    anneke.expect_count(&room, SENTENCES.len());
    for (query, expected) in [("ONDANSETRON", 0), ("müdigkeit", 4), ("गोली", 2), ("ساعة", 7), ("дышать", 9)]
    {
        let found = anneke.hearth.ok("message.search", json!({"query": query, "room": room}));
        let texts: Vec<_> = found["messages"].as_array().expect("a list").iter().map(|one| &one["text"]).collect();
        assert_eq!(texts, [SENTENCES[expected]], "{query}");
    }
}
