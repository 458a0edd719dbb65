//! Two people behind home routers that let nobody in, and what one reachable member of their room does for them.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, gather};
use tests::gateway::{Homes, Machine, Mapping};
use tests::process::Hearth;

fn on(machine: &Machine, world: &Path, name: &'static str) -> Actor {
    let mut hearth = Hearth::start_in(Some(&machine.namespace), &world.join(name), &["--no-mdns"]);
    hearth.ok("profile.create", json!({"name": name, "role": "peer", "passphrase": PASSPHRASE}));
    Actor { hearth, name }
}

fn homes(tag: &str, mapping: Mapping) -> Option<Homes> {
    Homes::build(tag, mapping).map_err(|reason| eprintln!("skipped, homes cannot be built here: {reason}")).ok()
}

/// Waits until the network's state is as it should be.
fn status(actor: &mut Actor, holds: impl Fn(&Value) -> bool) {
    actor.hearth.until("net.status", &json!({}), holds);
}

fn sees_online(actor: &mut Actor, room: &str, name: &str) {
    actor.hearth.until("room.members", &json!({"room": room}), |members| {
        let members = members["members"].as_array().expect("a list");
        members.iter().any(|member| member["name"] == name && member["online"] == true)
    });
}

#[test]
fn two_homes_meet_through_a_member_and_then_without() {
    let Some(world) = homes("k", Mapping::Kept) else { return };
    let folder = TempDir::new().expect("a folder");
    let mut rosa = on(&world.public, folder.path(), "Rosa");
    let mut ana = on(&world.homes[0], folder.path(), "Ana");
    let mut bo = on(&world.homes[1], folder.path(), "Bo");
    let room = gather(&mut rosa, &mut [&mut ana, &mut bo], json!({"retention": "record"}));
    sees_online(&mut ana, &room, "Bo");
    sees_online(&mut bo, &room, "Ana");
    status(&mut rosa, |status| status["reach"] == "open");
    for actor in [&mut ana, &mut bo] {
        status(actor, |status| status["relayed"] == 0 && status["links"] == 2);
    }
    // The connection was punched: it outlives the member who passed it on.
    rosa.hearth.kill();
    let said = ana.say(&room, "without anybody in between");
    bo.expect_count(&room, 1);
    bo.say(&room, "and back");
    ana.expect_count(&room, 2);
    drop(said);
}

#[test]
fn where_nothing_can_be_punched_a_member_passes_it_on() {
    let Some(world) = homes("r", Mapping::Random) else { return };
    let folder = TempDir::new().expect("a folder");
    let mut rosa = on(&world.public, folder.path(), "Rosa");
    let mut ana = on(&world.homes[0], folder.path(), "Ana");
    let mut bo = on(&world.homes[1], folder.path(), "Bo");
    let room = gather(&mut rosa, &mut [&mut ana, &mut bo], json!({"retention": "record"}));
    for actor in [&mut ana, &mut bo] {
        status(actor, |status| status["relayed"] == 1 && status["reach"] == "relayed");
    }
    sees_online(&mut ana, &room, "Bo");
    let said = ana.say(&room, "by way of Rosa");
    ana.expect_state(&room, &said, "delivered");
    // A member who was away holds a place for them again, without anybody's help.
    let mut rosa = rosa.restart();
    for actor in [&mut ana, &mut bo] {
        status(actor, |status| status["relayed"] == 1 && status["reach"] == "relayed");
    }
    bo.say(&room, "still here");
    for actor in [&mut ana, &mut bo, &mut rosa] {
        actor.expect_count(&room, 2);
    }
}

#[test]
fn without_such_a_member_a_node_is_said_to_be_needed() {
    let Some(world) = homes("n", Mapping::Kept) else { return };
    let folder = TempDir::new().expect("a folder");
    let mut ana = on(&world.homes[0], folder.path(), "Ana");
    let mut bo = on(&world.homes[1], folder.path(), "Bo");
    let link = ana.hearth.ok("contact.invite", json!({}))["link"].clone();
    let accepted = bo.hearth.ok("contact.accept", json!({"link": link}));
    assert_eq!(accepted["state"], "waiting");
    status(&mut bo, |status| status["reach"] == "node_needed");
    let said = ana.hearth.ok("net.status", json!({}));
    assert_eq!(said["reach"], "untried", "Ana misses nobody");
}
