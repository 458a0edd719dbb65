//! A cast of actors: people with a profile each, introduced to each other over real links.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::process::Hearth;

/// A passphrase that passes: three unrelated words and nothing else.
pub const PASSPHRASE: &str = "walnut ferry blanket";

/// One person and their machine.
pub struct Actor {
    /// Their engine.
    pub hearth: Hearth,
    /// Their name.
    pub name: &'static str,
}

impl Actor {
    /// Starts an engine in a folder of its own and creates the profile.
    pub fn create(world: &TempDir, name: &'static str, role: &str) -> Self {
        Self::create_in(&world.path().join(name), name, role)
    }

    /// Starts an engine in the folder and creates the profile.
    pub fn create_in(data: &Path, name: &'static str, role: &str) -> Self {
        let mut hearth = Hearth::start(data);
        hearth.ok("profile.create", json!({"name": name, "role": role, "passphrase": PASSPHRASE}));
        Self { hearth, name }
    }

    /// Kills the engine, starts it again and unlocks.
    pub fn restart(self) -> Self {
        let mut hearth = self.hearth.restart();
        hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
        Self { hearth, name: self.name }
    }

    /// Sends a text and returns the message's id.
    pub fn say(&mut self, room: &str, text: &str) -> String {
        let sent = self.hearth.ok("message.send", json!({"room": room, "text": text}));
        sent["message"].as_str().expect("an id").to_owned()
    }

    /// All messages of a room, oldest first, page by page.
    pub fn messages(&mut self, room: &str) -> Vec<Value> {
        let mut pages: Vec<Vec<Value>> = Vec::new();
        let mut before = Value::Null;
        loop {
            let mut params = json!({"room": room, "limit": 200});
            if !before.is_null() {
                params["before"] = before.clone();
            }
            let page = self.hearth.ok("message.list", params);
            pages.push(page["messages"].as_array().expect("a list").clone());
            match page.get("next") {
                Some(next) => before = next.clone(),
                None => return pages.into_iter().rev().flatten().collect(),
            }
        }
    }

    /// The texts of a room, oldest first.
    pub fn texts(&mut self, room: &str) -> Vec<String> {
        self.messages(room).iter().map(|message| message["text"].as_str().expect("a text").to_owned()).collect()
    }

    /// Waits until a room shows exactly so many messages.
    pub fn expect_count(&mut self, room: &str, count: usize) {
        let until = std::time::Instant::now() + crate::process::DEADLINE;
        loop {
            let found = self.messages(room).len();
            if found == count {
                return;
            }
            assert!(std::time::Instant::now() < until, "{} has {found} of {count} messages", self.name);
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    }

    /// Waits until one's own message has reached a state (or a later one) with every other member.
    pub fn expect_state(&mut self, room: &str, message: &str, state: &str) {
        let rank = |state: &str| ["queued", "sent", "delivered", "read"].iter().position(|known| *known == state);
        self.hearth.until("message.list", &json!({"room": room, "limit": 200}), |page| {
            page["messages"].as_array().is_some_and(|messages| {
                messages.iter().any(|found| {
                    found["message"] == message
                        && found["states"].as_object().is_some_and(|states| {
                            !states.is_empty()
                                && states.values().all(|now| rank(now.as_str().unwrap_or("")) >= rank(state))
                        })
                })
            })
        });
    }

    /// Waits until a room is in a state.
    pub fn expect_room(&mut self, room: &str, state: &str) -> Value {
        let rooms = self.hearth.until("room.list", &json!({}), |list| {
            list["rooms"]
                .as_array()
                .is_some_and(|rooms| rooms.iter().any(|found| found["room"] == room && found["state"] == state))
        });
        rooms["rooms"].as_array().expect("a list").iter().find(|found| found["room"] == room).expect("found").clone()
    }

    /// The members of a room.
    pub fn members(&mut self, room: &str) -> Vec<Value> {
        self.hearth.ok("room.members", json!({"room": room}))["members"].as_array().expect("a list").clone()
    }
}

/// Makes two people contacts and returns their direct room.
pub fn introduce(inviter: &mut Actor, accepter: &mut Actor) -> String {
    let link = inviter.hearth.ok("contact.invite", json!({}))["link"].clone();
    let accepted = accepter.hearth.ok("contact.accept", json!({"link": link}));
    let room = accepted["room"].as_str().expect("an id").to_owned();
    accepter.expect_room(&room, "joined");
    inviter.expect_room(&room, "joined");
    room
}

/// Founds a room and brings the others in with an invite each.
pub fn gather(founder: &mut Actor, guests: &mut [&mut Actor], charter: Value) -> String {
    let created = founder.hearth.ok("room.create", json!({"title": "Tuesday circle", "charter": charter}));
    let room = created["room"].as_str().expect("an id").to_owned();
    for guest in guests {
        let link = founder.hearth.ok("room.invite", json!({"room": room}))["link"].clone();
        let joined = guest.hearth.ok("room.join", json!({"link": link}));
        if joined["state"] == "knocking" {
            let knock = founder.hearth.event("room.knock", |event| event["room"] == room.as_str());
            founder.hearth.ok("room.admit", json!({"room": room, "member": knock["member"]}));
        }
        guest.expect_room(&room, "joined");
    }
    room
}
