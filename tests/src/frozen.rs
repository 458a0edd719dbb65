//! A whole profile of each version as it lay on the disk, and what it must still show: the promise that no upgrade loses
//! anything. `cargo run -p tests --bin freeze` made each folder once, with the program of that version; it is never made
//! again, a later version gets a file of its own beside it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cast::{Actor, PASSPHRASE, introduce};
use crate::process::Hearth;

/// What Ana wrote to Bo, in the order of the room.
pub const SAID: [&str; 4] = ["Good morning, Bo.", "صباح الخير 10 mg", "I had the scan today 🫖", ""];
/// What stands in her support room.
pub const IN_CIRCLE: &str = "First evening of the circle.";
/// The circle's title.
pub const TITLE: &str = "Tuesday circle";

/// The archive of a version's folder.
#[must_use]
pub fn archive(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("frozen/profile-v{version}.tar.gz"))
}

fn tar(arguments: &[&str], archive: &Path, folder: &Path) {
    let status = Command::new("tar").args(arguments).arg(archive).arg("-C").arg(folder).arg(".").status();
    assert!(status.expect("tar runs").success(), "tar {arguments:?} {}", archive.display());
}

/// Unpacks a version's folder for a program of today.
#[must_use]
pub fn thaw(version: u32) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    tar(&["-xzf"], &archive(version), folder.path());
    folder
}

/// Lives a little, and keeps Ana's folder.
pub fn freeze(version: u32) {
    let world = TempDir::new().expect("a folder");
    let mut ana = Actor::create(&world, "Ana", "patient");
    let mut bo = Actor::create(&world, "Bo", "doctor");
    let room = introduce(&mut ana, &mut bo);
    let mut said = Vec::new();
    for text in SAID.iter().take(3) {
        said.push(ana.say(&room, text));
    }
    said.push(ana.say(&room, "taken back"));
    let message = |at: usize| json!({"room": room, "message": said[at]});
    ana.hearth.ok("message.retract", message(3));
    let mut react = message(2);
    react["emoji"] = json!("🌷");
    react["on"] = json!(true);
    bo.expect_count(&room, 4);
    bo.hearth.ok("message.react", react);
    bo.say(&room, "Well done.");
    ana.expect_count(&room, 5);
    ana.expect_state(&room, &said[3], "delivered");
    ana.hearth.until("message.list", &json!({"room": room, "limit": 50}), |page| {
        page["messages"].as_array().is_some_and(|all| all.iter().any(|one| !no_reactions(one)))
    });
    let charter = json!({"retention": "timed", "days": 3_650});
    let circle = ana.hearth.ok("room.create", json!({"title": TITLE, "charter": charter}))["room"].clone();
    ana.say(circle.as_str().expect("an id"), IN_CIRCLE);
    ana.hearth.ok("settings.set", json!({"typing": false}));
    let data = ana.hearth.data.clone();
    assert!(ana.hearth.close().success(), "it ends by itself");
    tar(&["--exclude=./log", "-czf"], &archive(version), &data);
}

fn no_reactions(message: &Value) -> bool {
    message["reactions"].as_object().is_none_or(serde_json::Map::is_empty)
        && message["reactions"].as_array().is_none_or(Vec::is_empty)
}

/// Opens a folder with the program of today and compares all that was in it.
pub fn check(folder: &Path) {
    let mut hearth = Hearth::start(folder);
    let opened = hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    assert_eq!((&opened["name"], &opened["role"]), (&json!("Ana"), &json!("patient")));
    assert_eq!(hearth.ok("settings.get", json!({}))["typing"], false);
    let contacts = hearth.ok("contact.list", json!({}))["contacts"].clone();
    assert_eq!((&contacts[0]["name"], contacts.as_array().map(Vec::len)), (&json!("Bo"), Some(1)));
    let rooms = hearth.ok("room.list", json!({}))["rooms"].as_array().expect("a list").clone();
    assert_eq!(rooms.len(), 2);
    let mut ana = Actor { hearth, name: "Ana" };
    for room in &rooms {
        assert_eq!(room["state"], "joined");
        let id = room["room"].as_str().expect("an id");
        let (messages, texts) = (ana.messages(id), ana.texts(id));
        if room["title"] == TITLE {
            assert_eq!(texts, [IN_CIRCLE]);
        } else {
            assert_eq!(texts, [&SAID[..], &["Well done."]].concat());
            assert_eq!(messages[3]["retracted"], true);
            assert!(!no_reactions(&messages[2]), "Bo's flower is there: {}", messages[2]);
            let states = messages[0]["states"].as_object().expect("states");
            assert!(states.values().all(|state| state == "delivered" || state == "read"), "{states:?}");
            assert_eq!(ana.members(id).len(), 2);
        }
        ana.say(id, "and still at home");
        assert_eq!(ana.texts(id).len(), texts.len() + 1);
    }
}
