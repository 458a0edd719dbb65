//! Nothing a person wrote, is called or is linked to stands readable in a file, a log, an error or a temporary file.

use std::path::{Path, PathBuf};

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder)
        .expect("the folder can be read")
        .flatten()
        .flat_map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { vec![entry.path()] })
        .collect()
}

/// The errors of calls that carry content.
fn refusals(marta: &mut Actor, room: &str) -> String {
    // What is refused may carry content too; its error must not.
    let mut refusals = String::new();
    for (method, params) in [
        ("message.send", json!({"room": room, "text": "plantedtext".repeat(2_000)})),
        ("message.send", json!({"room": "plantedroom", "text": "x"})),
        ("room.join", json!({"link": "hearth:plantedlink"})),
        ("profile.set", json!({"name": "planted\u{202e}name"})),
        ("profile.set_passphrase", json!({"old": "plantedsecret", "new": "copper violin meadow"})),
        ("profile.import", json!({"path": "/plantedpath", "passphrase": "plantedsecret"})),
        ("planted.method", json!({"planted": "value"})),
    ] {
        refusals += &marta.hearth.call(method, params).expect_err(method).to_string();
    }
    refusals
}

#[test]
fn raw_files_logs_and_errors_hold_no_secret() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Zdenka Plantedname", "patient");
    let mut anneke = Actor::create(&world, "Ottokar Otherplanted", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    let title = "Plantedtitle of a room";
    let created = marta.hearth.ok("room.create", json!({"title": title, "charter": {"retention": "record"}}));
    let link = marta.hearth.ok("room.invite", json!({"room": created["room"]}))["link"].clone();
    let contact = marta.hearth.ok("contact.list", json!({}))["contacts"][0]["contact"].clone();
    let said = "plantedmessage with a dose of 8 mg";
    for number in 0..50 {
        marta.say(&room, &format!("{said} {number}"));
    }
    anneke.expect_count(&room, 50);
    let refusals = refusals(&mut marta, &room);
    assert!(!refusals.contains("planted"), "{refusals}");

    let device = marta.hearth.ok("profile.get", json!({}))["device"].clone();
    let (room, link) = (room.as_str(), link.as_str().expect("a link"));
    let (contact, device) = (contact.as_str().expect("an id"), device.as_str().expect("an id"));
    let mut needles: Vec<Vec<u8>> = [
        "plantedmessage",
        "Plantedname",
        "Otherplanted",
        "Plantedtitle",
        "plantedtext",
        "plantedsecret",
        PASSPHRASE,
        room,
        contact,
        device,
        link,
        &link["hearth:".len()..],
        &link["hearth:".len()..40],
    ]
    .iter()
    .map(|needle| needle.as_bytes().to_vec())
    .collect();
    for id in [room, contact, device] {
        needles.push(data_encoding::HEXLOWER.decode(id.as_bytes()).expect("an id is hex"));
    }
    drop((marta, anneke));
    for file in files(world.path()) {
        let bytes = std::fs::read(&file).expect("a file can be read");
        for needle in &needles {
            let found = bytes.windows(needle.len()).any(|window| window == needle.as_slice());
            assert!(!found, "{} holds {:?}", file.display(), String::from_utf8_lossy(needle));
        }
    }
}
