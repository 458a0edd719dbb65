//! The profile and its vault: who gets in, who does not, and what is left when it is gone.

use serde_json::json;
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::process::Hearth;

#[test]
fn weak_passphrases_are_refused_with_a_reason() {
    let world = TempDir::new().expect("a folder");
    let mut hearth = Hearth::start(&world.path().join("profile"));
    assert_eq!(hearth.ok("profile.get", json!({}))["state"], "none");
    for weak in ["", "password1", "12345678", "qwertyuiop", "Marta1970", "aaaaaaaaaaaaaaaaaaa"] {
        let code = hearth.refused("profile.create", json!({"name": "Marta", "role": "patient", "passphrase": weak}));
        assert_eq!(code, "weak_passphrase", "{weak:?}");
    }
    hearth.ok("profile.create", json!({"name": "Marta", "role": "patient", "passphrase": PASSPHRASE}));
    let profile = hearth.ok("profile.get", json!({}));
    assert_eq!(
        (&profile["state"], &profile["name"], &profile["role"]),
        (&json!("open"), &json!("Marta"), &json!("patient"))
    );
}

#[test]
fn misleading_names_are_refused_with_a_reason() {
    let world = TempDir::new().expect("a folder");
    let mut hearth = Hearth::start(&world.path().join("profile"));
    let long = "x".repeat(65);
    for name in ["", "   ", "Ma\u{0}rta", "Marta\u{202e}", "Dr\u{200b}Visser", "Pаypal", long.as_str()] {
        let code = hearth.refused("profile.create", json!({"name": name, "role": "peer", "passphrase": PASSPHRASE}));
        assert_eq!(code, "invalid_name", "{name:?}");
    }
    for name in ["José", "सुनीता", "سليم الحداد", "山田 花子", "Ольга", "మాధవి", "O'Brien-Nuñez"]
    {
        let mut hearth = Hearth::start(&world.path().join(format!("{}", name.len() * 31 + name.chars().count())));
        hearth.ok("profile.create", json!({"name": name, "role": "peer", "passphrase": PASSPHRASE}));
        assert_eq!(hearth.ok("profile.get", json!({}))["name"], name);
    }
}

#[test]
fn a_profile_is_made_once() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let again = json!({"name": "Other", "role": "peer", "passphrase": PASSPHRASE});
    assert_eq!(marta.hearth.refused("profile.create", again), "profile_exists");
}

#[test]
fn wrong_passphrases_are_refused_for_growing_times() {
    let world = TempDir::new().expect("a folder");
    let marta = Actor::create(&world, "Marta", "patient");
    let mut hearth = marta.hearth.restart();
    assert_eq!(hearth.ok("profile.get", json!({}))["state"], "locked");
    assert_eq!(hearth.refused("room.list", json!({})), "locked");
    assert_eq!(hearth.ok("net.addresses", json!({}))["addresses"], json!([]));

    // The third pause is the first that outlasts a restart on the busiest machine.
    for wrong in ["not this one", "nor this one", "nor that one"] {
        guess(&mut hearth, wrong);
    }
    // While the pause runs even the right one is refused, and a restart does not shorten it.
    let mut hearth = hearth.restart();
    let error = hearth.call("profile.unlock", json!({"passphrase": PASSPHRASE})).expect_err("the pause runs");
    assert_eq!(error["data"]["code"], "too_many_attempts");
    let third = error["data"]["retry_after_ms"].as_u64().expect("how long");
    assert!((1..=4_000).contains(&third), "{third}");

    hearth.until("profile.unlock", &json!({"passphrase": PASSPHRASE}), |profile| profile["state"] == "open");
    assert_eq!(hearth.ok("profile.get", json!({}))["name"], "Marta");
}

/// Tries a wrong passphrase, once the pause of the one before has run out.
fn guess(hearth: &mut Hearth, passphrase: &str) {
    let until = std::time::Instant::now() + tests::process::DEADLINE;
    loop {
        let error = hearth.call("profile.unlock", json!({"passphrase": passphrase})).expect_err("it is wrong");
        if error["data"]["code"] == "wrong_passphrase" {
            return;
        }
        let pause_ms = error["data"]["retry_after_ms"].as_u64().expect("how long");
        assert!(std::time::Instant::now() < until, "the pause never ends: {error}");
        std::thread::sleep(std::time::Duration::from_millis(pause_ms));
    }
}

#[test]
fn one_process_has_a_profile_open() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut second = Hearth::start(&marta.hearth.data);
    for (method, params) in
        [("profile.get", json!({})), ("profile.unlock", json!({"passphrase": PASSPHRASE})), ("room.list", json!({}))]
    {
        assert_eq!(second.refused(method, params), "in_use", "{method}");
    }
    assert_eq!(marta.hearth.ok("profile.get", json!({}))["state"], "open");
}

#[test]
fn locking_forgets_and_unlocking_brings_back() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut anneke = Actor::create(&world, "Anneke", "doctor");
    let room = introduce(&mut marta, &mut anneke);
    marta.say(&room, "one");
    anneke.expect_count(&room, 1);

    marta.hearth.ok("profile.lock", json!({}));
    assert_eq!(marta.hearth.ok("profile.get", json!({})), json!({"state": "locked"}));
    for (method, params) in [
        ("message.list", json!({"room": room})),
        ("message.send", json!({"room": room, "text": "two"})),
        ("contact.list", json!({})),
        ("settings.get", json!({})),
        ("profile.set", json!({"name": "Else"})),
    ] {
        assert_eq!(marta.hearth.refused(method, params), "locked", "{method}");
    }
    let sent = anneke.say(&room, "while you were away");
    marta.hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    marta.expect_count(&room, 2);
    anneke.expect_state(&room, &sent, "delivered");
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let new = "copper violin meadow";
    let weak = json!({"old": PASSPHRASE, "new": "password1"});
    assert_eq!(marta.hearth.refused("profile.set_passphrase", weak), "weak_passphrase");
    marta.hearth.ok("profile.set_passphrase", json!({"old": PASSPHRASE, "new": new}));
    let mut hearth = marta.hearth.restart();
    assert_eq!(hearth.refused("profile.unlock", json!({"passphrase": PASSPHRASE})), "wrong_passphrase");
    hearth.until("profile.unlock", &json!({"passphrase": new}), |profile| profile["state"] == "open");
}

#[test]
fn a_recovery_sheet_opens_what_the_passphrase_no_longer_does() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let new = "copper violin meadow";
    assert_eq!(
        marta.hearth.refused("profile.recovery_make", json!({"passphrase": "not this one"})),
        "wrong_passphrase"
    );
    let made = marta
        .hearth
        .until("profile.recovery_make", &json!({"passphrase": PASSPHRASE}), |made| made["code"] != json!(null));
    let code = made["code"].as_str().expect("a code").to_owned();
    assert_eq!(marta.hearth.ok("profile.get", json!({}))["recovery"], true);
    // A second sheet takes the place of the first.
    let made = marta.hearth.ok("profile.recovery_make", json!({"passphrase": PASSPHRASE}));
    let newest = made["code"].as_str().expect("a code").to_owned();

    let mut hearth = marta.hearth.restart();
    assert_eq!(hearth.ok("profile.get", json!({})), json!({"state": "locked", "recovery": true}));
    let recover = |code: &str, new: &str| json!({"code": code, "new_passphrase": new});
    assert_eq!(hearth.refused("profile.recover", recover("123456", new)), "invalid_params");
    assert_eq!(hearth.refused("profile.recover", recover(&newest, "password1")), "weak_passphrase");
    assert_eq!(hearth.refused("profile.recover", recover(&code, new)), "wrong_recovery_code");
    // The pauses are those of the passphrase, and over a restart.
    let mut hearth = hearth.restart();
    assert_eq!(hearth.refused("profile.recover", recover(&newest, new)), "too_many_attempts");
    assert_eq!(hearth.refused("profile.unlock", json!({"passphrase": PASSPHRASE})), "too_many_attempts");
    let profile = hearth.until("profile.recover", &recover(&newest, new), |profile| profile["state"] == "open");
    assert_eq!(profile["name"], "Marta");

    let mut hearth = hearth.restart();
    assert_eq!(hearth.refused("profile.unlock", json!({"passphrase": PASSPHRASE})), "wrong_passphrase");
    hearth.until("profile.unlock", &json!({"passphrase": new}), |profile| profile["state"] == "open");
    // It also shows again what was only hidden.
    hearth.ok("profile.hide", json!({}));
    assert_eq!(hearth.refused("profile.recovery_make", json!({"passphrase": new})), "locked");
    hearth.ok("profile.recover", recover(&newest, "velvet harbor tulip"));
    assert_eq!(hearth.ok("profile.get", json!({}))["state"], "open");
}

#[test]
fn a_draft_comes_back_and_goes_with_its_room() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    let mut room = |retention: &str| {
        let charter = match retention {
            "timed" => json!({"retention": retention, "days": 30}),
            _ => json!({"retention": retention}),
        };
        let made = marta.hearth.ok("room.create", json!({"title": "Circle", "charter": charter}));
        made["room"].as_str().expect("an id").to_owned()
    };
    let (record, timed, ephemeral) = (room("record"), room("timed"), room("ephemeral"));
    for room in [&record, &timed, &ephemeral] {
        marta.hearth.ok("message.set_draft", json!({"room": room, "text": "not sure how to say"}));
        assert_eq!(marta.hearth.ok("message.draft", json!({"room": room}))["text"], "not sure how to say");
    }
    marta.hearth.ok("message.set_draft", json!({"room": timed, "text": "  "}));
    let mut marta = marta.restart();
    let mut draft = |room: &str| marta.hearth.ok("message.draft", json!({"room": room}))["text"].clone();
    assert_eq!(
        (draft(&record), draft(&timed), draft(&ephemeral)),
        (json!("not sure how to say"), json!(""), json!(""))
    );
    let rooms = marta.hearth.ok("room.list", json!({}));
    let begun = |room: &str| {
        rooms["rooms"].as_array().expect("a list").iter().any(|row| row["room"] == *room && row["draft"] == true)
    };
    assert!(begun(&record) && !begun(&timed));
    marta.hearth.ok("room.erase", json!({"room": record}));
    assert_eq!(marta.hearth.refused("message.draft", json!({"room": record})), "unknown_room");
}

#[test]
fn erasing_leaves_nothing() {
    let world = TempDir::new().expect("a folder");
    let mut marta = Actor::create(&world, "Marta", "patient");
    marta.hearth.ok("room.create", json!({"title": "Circle", "charter": {"retention": "record"}}));
    assert_eq!(marta.hearth.refused("profile.erase", json!({"passphrase": "not this one"})), "wrong_passphrase");
    marta.hearth.until("profile.erase", &json!({"passphrase": PASSPHRASE}), |_| true);
    assert_eq!(marta.hearth.ok("profile.get", json!({})), json!({"state": "none"}));
    let data = marta.hearth.data.clone();
    drop(marta);
    let left: Vec<_> =
        walk(&data).into_iter().filter(|file| file.metadata().is_ok_and(|meta| meta.len() > 0)).collect();
    assert!(left.is_empty(), "{left:?} is left");
    Actor::create_in(&data, "Somebody else", "peer");
}

/// Every file below a folder.
fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}
