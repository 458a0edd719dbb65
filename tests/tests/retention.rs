//! What a charter promises about keeping is what happens on the disk.

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, gather};

#[test]
fn an_ephemeral_room_keeps_nothing_that_was_said() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let room = gather(&mut ana, &mut [&mut bo], json!({"retention": "ephemeral"}));
    let said = ana.say(&room, "only for now");
    bo.expect_count(&room, 1);
    ana.expect_state(&room, &said, "delivered");

    // Both are gone at once, so nobody holds it any more; the room itself goes on.
    bo.hearth.kill();
    ana.hearth.kill();
    let (mut ana, mut bo) = (ana.restart(), bo.restart());
    assert!(ana.texts(&room).is_empty());
    assert!(bo.texts(&room).is_empty());
    bo.say(&room, "and now again");
    ana.expect_count(&room, 1);
    assert_eq!(ana.members(&room).len(), 2);
    assert!(ana.members(&room).iter().all(|member| member["joined_at"].is_null()), "join times are not kept");
}

#[test]
fn a_timed_room_survives_a_restart_within_its_time() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let room = gather(&mut ana, &mut [&mut bo], json!({"retention": "timed", "days": 2}));
    ana.say(&room, "for two days");
    bo.expect_count(&room, 1);
    let mut bo = bo.restart();
    assert_eq!(bo.texts(&room), ["for two days"]);
}

#[test]
fn erasing_a_room_takes_it_off_this_machine_only() {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "peer");
    let mut bo = Actor::create(&world, "Bo", "patient");
    let room = gather(&mut ana, &mut [&mut bo], json!({"retention": "record"}));
    ana.say(&room, "kept by Ana");
    bo.expect_count(&room, 1);
    bo.hearth.ok("room.erase", json!({"room": room}));
    assert_eq!(bo.hearth.ok("room.list", json!({}))["rooms"], json!([]));
    assert_eq!(bo.hearth.refused("message.list", json!({"room": room})), "unknown_room");
    let mut bo = bo.restart();
    assert_eq!(bo.hearth.ok("room.list", json!({}))["rooms"], json!([]));
    assert_eq!(ana.texts(&room), ["kept by Ana"]);
}
