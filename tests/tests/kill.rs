//! A kill at any moment loses nothing that was acknowledged, repeats nothing, and burns no invite.

use std::time::Duration;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, introduce};

#[test]
fn kills_at_random_moments_lose_nothing_and_repeat_nothing() {
    let world = TempDir::new().expect("a folder");
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut people = [Actor::create(&world, "Marta", "patient"), Actor::create(&world, "Anneke", "doctor")].map(Some);
    let [first, second] = &mut people;
    let room = introduce(first.as_mut().expect("present"), second.as_mut().expect("present"));

    let mut acknowledged = Vec::new();
    for round in 0..12 {
        for number in 0..random.random_range(1..8) {
            let writer = people[random.random_range(0..2)].as_mut().expect("present");
            acknowledged.push(writer.say(&room, &format!("round {round} number {number}")));
        }
        // One is killed at any moment of the exchange that the sending set off.
        std::thread::sleep(Duration::from_micros(random.random_range(0..30_000)));
        let victim = &mut people[random.random_range(0..2)];
        let mut actor = victim.take().expect("present");
        actor.hearth.kill();
        *victim = Some(actor.restart());
    }
    let mut orders = Vec::new();
    for actor in people.iter_mut().flatten() {
        actor.expect_count(&room, acknowledged.len());
        let ids: Vec<String> =
            actor.messages(&room).iter().map(|one| one["message"].as_str().expect("an id").to_owned()).collect();
        orders.push(ids);
    }
    assert_eq!(orders[0], orders[1], "one order everywhere");
    let mut ids = orders.swap_remove(0);
    ids.sort();
    acknowledged.sort();
    assert_eq!(ids, acknowledged, "all that was acknowledged, and nothing twice");
}

#[test]
fn a_kill_while_joining_burns_no_invite() {
    let world = TempDir::new().expect("a folder");
    let mut random = ChaCha8Rng::seed_from_u64(11);
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    for round in 0..4 {
        let created = ana.hearth.ok("room.create", json!({"title": "R", "charter": {"retention": "record"}}));
        let room = created["room"].as_str().expect("an id").to_owned();
        let link = ana.hearth.ok("room.invite", json!({"room": room}))["link"].clone();
        let request =
            json!({"jsonrpc": "2.0", "id": 9_000_000 + round, "method": "room.join", "params": {"link": link}});
        bo.hearth.write_line(request.to_string().as_bytes());
        std::thread::sleep(Duration::from_micros(random.random_range(0..60_000)));
        if round % 2 == 0 {
            bo.hearth.kill();
            bo = bo.restart();
        } else {
            ana.hearth.kill();
            ana = ana.restart();
        }
        // Whatever was reached before the kill, asking again ends inside the room.
        let asked = bo.hearth.call("room.join", json!({"link": link}));
        assert!(asked.is_ok(), "{asked:?}");
        bo.expect_room(&room, "joined");
        ana.say(&room, "welcome");
        bo.expect_count(&room, 1);
    }
}
