//! A notice names a room and nothing else, and comes only where the person wants it.

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, introduce};

/// Events of a type that the engine told up to and with the message.
fn notices(to: &mut Actor, message: &str) -> Vec<Value> {
    let mut told = Vec::new();
    loop {
        let event = to.hearth.any_event("message.received or notice.message");
        match event["type"].as_str() {
            Some("notice.message") => told.push(event),
            Some("message.received") if event["message"] == message => return told,
            _ => {}
        }
    }
}

#[test]
fn a_notice_carries_no_content_and_obeys_the_person() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);

    let message = marta.say(&room, "The scan was clear");
    let told = notices(&mut anneke, &message);
    assert_eq!(told, [json!({"type": "notice.message", "room": room})]);

    anneke.hearth.ok("room.set_notifications", json!({"room": room, "on": false}));
    let message = marta.say(&room, "Told in silence");
    assert_eq!(notices(&mut anneke, &message), Vec::<Value>::new());

    // The wish outlives a restart.
    let mut anneke = anneke.restart();
    let listed = anneke.expect_room(&room, "joined");
    assert_eq!(listed["notifications"], false);
    anneke.hearth.ok("room.set_notifications", json!({"room": room, "on": true}));
    anneke.hearth.ok("settings.set", json!({"notifications": false}));
    let message = marta.say(&room, "Silent everywhere");
    assert_eq!(notices(&mut anneke, &message), Vec::<Value>::new());
    anneke.hearth.ok("settings.set", json!({"notifications": true}));
    let message = marta.say(&room, "Told again");
    assert_eq!(notices(&mut anneke, &message).len(), 1);
    assert_eq!(
        anneke.hearth.refused("room.set_notifications", json!({"room": "00".repeat(16), "on": true})),
        "unknown_room"
    );
}
