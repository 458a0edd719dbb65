//! The real window as a screen reader meets it: on a bus of its own, under a display that nobody sees, by keyboard alone.
//!
//! `accessibility/walk.py` is the person: it unlocks, finds a room, writes and sends, and at every stop looks at what
//! assistive technology is told.

mod appearing;
mod live;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;
use tests::process::{Hearth, binary};

/// How long the whole walk may take.
const DEADLINE: Duration = Duration::from_secs(120);
const PASSPHRASE: &str = "walnut ferry blanket";
const WRITTEN: &str = "I took 10 mg at noon";

#[test]
fn a_message_is_written_by_keyboard_alone_and_everything_on_the_way_has_a_name() {
    let folder = TempDir::new().expect("a folder can be made");
    let data = folder.path().join("profile");
    let mut hearth = Hearth::start(&data);
    hearth.ok("profile.create", json!({"name": "Marta", "role": "patient", "passphrase": PASSPHRASE}));
    let made = hearth.ok("room.create", json!({"title": "Care notes", "charter": {"retention": "record"}}));
    let room = made["room"].clone();
    for text in ["Slept well", "Fever 38.1 °C at nine"] {
        hearth.ok("message.send", json!({"room": room, "text": text}));
    }
    assert!(hearth.close().success());

    walk(folder.path(), &data);

    let mut hearth = Hearth::start(&data);
    hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    let page = hearth.ok("message.list", json!({"room": room}));
    let texts: Vec<_> = page["messages"].as_array().expect("a page").iter().map(|m| m["text"].clone()).collect();
    assert_eq!(texts.last(), Some(&json!(WRITTEN)), "{texts:?}");
}

fn walk(folder: &Path, data: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accessibility/walk.py");
    let log = folder.join("walk.log");
    let out = std::fs::File::create(&log).expect("a log can be made");
    let mut child = Command::new("dbus-run-session")
        // Not whichever comes first: the bindings are the distribution's.
        .args(["--", "/usr/bin/python3"])
        .arg(script)
        .arg(binary())
        .arg(data)
        .args([PASSPHRASE, WRITTEN])
        // What the bus starts keeps its sockets here, not where another test's would be.
        .env("XDG_RUNTIME_DIR", folder)
        .stdin(Stdio::null())
        .stdout(out.try_clone().expect("a handle can be copied"))
        .stderr(out)
        .spawn()
        .expect("scripts/setup --test installs dbus-run-session");
    let until = Instant::now() + DEADLINE;
    let status = loop {
        match child.try_wait().expect("a child can be waited for") {
            Some(status) => break Some(status),
            None if Instant::now() > until => break None,
            None => std::thread::sleep(Duration::from_millis(50)),
        }
    };
    if status.is_none() {
        let _ = child.kill();
        let _ = child.wait();
    }
    let said = std::fs::read_to_string(&log).unwrap_or_default();
    assert!(status.is_some_and(|status| status.success()), "the walk failed:\n{said}");
}
