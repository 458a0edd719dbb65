//! Export and import: everything comes back on another machine, and the old device is replaced.

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::process::Hearth;

const FILE_PASSPHRASE: &str = "orchid tunnel pepper";

#[test]
fn a_profile_moves_to_another_machine() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    marta.say(&room, "before the export");
    anneke.expect_count(&room, 1);
    let path = world.path().join("marta.hearth");
    marta.hearth.ok("profile.export", json!({"path": path, "passphrase": FILE_PASSPHRASE}));
    let old_device = marta.hearth.ok("profile.get", json!({}))["device"].clone();
    // Said after the export, by both: the new machine gets it from the peer.
    marta.say(&room, "after the export");
    anneke.expect_count(&room, 2);
    anneke.say(&room, "so do I");
    marta.expect_count(&room, 3);
    drop(marta);

    let mut hearth = Hearth::start(&world.path().join("new machine"));
    let wrong = json!({"path": path, "passphrase": PASSPHRASE});
    assert_eq!(hearth.refused("profile.import", wrong), "wrong_passphrase");
    let missing = json!({"path": world.path().join("none"), "passphrase": FILE_PASSPHRASE});
    assert_eq!(hearth.refused("profile.import", missing), "unreadable_file");
    assert_eq!(hearth.ok("profile.get", json!({}))["state"], "none", "nothing is half-made");
    hearth.ok("profile.import", json!({"path": path, "passphrase": FILE_PASSPHRASE}));
    let profile = hearth.ok("profile.get", json!({}));
    assert_eq!((&profile["state"], &profile["name"]), (&json!("open"), &json!("Marta")));
    assert_ne!(profile["device"], old_device, "a new device, never a rewound one");
    let mut marta = Actor { hearth, name: "Marta" };

    marta.expect_room(&room, "joined");
    marta.expect_count(&room, 3);
    let said = marta.say(&room, "from the new machine");
    anneke.expect_count(&room, 4);
    marta.expect_state(&room, &said, "delivered");
    assert_eq!(anneke.texts(&room), marta.texts(&room));
    assert_eq!(anneke.members(&room).len(), 2, "still one person");
    let contacts = marta.hearth.ok("contact.list", json!({}));
    assert_eq!(contacts["contacts"][0]["name"], "Anneke");

    // The profile keeps its own passphrase.
    let marta = marta.restart();
    drop(marta);
}

#[test]
fn a_damaged_export_is_refused_and_changes_nothing() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let path = world.path().join("marta.hearth");
    marta.hearth.ok("profile.export", json!({"path": path, "passphrase": FILE_PASSPHRASE}));
    let whole = std::fs::read(&path).expect("the file is there");
    let mut hearth = Hearth::start(&world.path().join("new machine"));
    for (name, bytes) in [
        ("cut", whole[..whole.len() / 2].to_vec()),
        ("short", whole[..whole.len() - 1].to_vec()),
        (
            "flipped",
            whole.iter().enumerate().map(|(at, byte)| if at == whole.len() - 40 { byte ^ 1 } else { *byte }).collect(),
        ),
        ("empty", Vec::new()),
        ("garbage", vec![7; 4_096]),
    ] {
        let bad = world.path().join(name);
        std::fs::write(&bad, bytes).expect("a file can be written");
        let params = json!({"path": bad, "passphrase": FILE_PASSPHRASE});
        let code = hearth.refused("profile.import", params);
        assert!(["unreadable_file", "wrong_passphrase"].contains(&code.as_str()), "{name}: {code}");
        assert_eq!(hearth.ok("profile.get", json!({})), json!({"state": "none"}), "{name}");
    }
    hearth.ok("profile.import", json!({"path": path, "passphrase": FILE_PASSPHRASE}));
}
