//! What a screen reader hears by itself, on a real bus: each new message of another person once, politely; nothing of
//! one's own, nothing while the window is hidden or locked, and nothing again on coming back.

use std::io::Write as _;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::time::Instant;

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::{Actor, PASSPHRASE, introduce};
use tests::process::{DEADLINE, Hearth, read_lines};
use tests::screen::{Desk, Screen};

/// AT-SPI's word for what waits until the reader has finished its sentence.
const POLITE: i64 = 1;

/// The listening screen reader.
pub(super) struct Ear {
    child: Child,
    orders: ChildStdin,
    lines: Receiver<Value>,
    /// What was announced and not asked for yet, in order.
    heard: Vec<Value>,
}

impl Ear {
    pub(super) fn start(desk: &Desk, screen: &Screen) -> Self {
        let mut child = Command::new("/usr/bin/python3")
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/accessibility/hear.py"))
            .envs([("DBUS_SESSION_BUS_ADDRESS", &desk.address), ("DISPLAY", &screen.display)])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 is installed (scripts/setup --test)");
        let orders = child.stdin.take().expect("stdin is piped");
        let lines = read_lines("ear", child.stdout.take().expect("stdout is piped"), 1024);
        let mut ear = Self { child, orders, lines, heard: Vec::new() };
        ear.told("ready");
        ear
    }

    /// The next line of a kind; announcements before it are kept.
    fn told(&mut self, kind: &str) -> Value {
        let until = Instant::now() + DEADLINE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).unwrap_or_else(|error| panic!("{kind} was never told: {error}"));
            assert_ne!(line["told"], "never", "while waiting for {kind}: {line}");
            if line["told"] == "announced" {
                self.heard.push(line.clone());
            }
            if line["told"] == kind {
                return line;
            }
        }
    }

    fn order(&mut self, order: &str, answer: &str) -> Value {
        writeln!(self.orders, "{order}").expect("the ear reads");
        self.told(answer)
    }

    fn press(&mut self, what: &str) {
        self.order(&format!("press {what}"), "pressed");
    }

    pub(super) fn see(&mut self, name: &str) {
        self.order(&format!("see {name}"), "seen");
    }

    /// Waits for an announcement with these words, and takes all that were made up to it: texts and politeness.
    fn hear(&mut self, words: &str) -> Vec<(String, i64)> {
        let fits = |line: &Value| line["text"].as_str().is_some_and(|text| text.contains(words));
        while !self.heard.iter().any(fits) {
            self.told("announced");
        }
        self.taken()
    }

    fn taken(&mut self) -> Vec<(String, i64)> {
        let said = |line: Value| {
            (line["text"].as_str().unwrap_or_default().to_owned(), line["politeness"].as_i64().unwrap_or_default())
        };
        self.heard.drain(..).map(said).collect()
    }

    /// Every name in the window, after all that was announced before.
    pub(super) fn tree(&mut self) -> String {
        self.order("tree", "tree")["names"].to_string()
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        // Ended already is what is wanted here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn said(words: &str) -> Vec<(String, i64)> {
    vec![(format!("Marta writes: {words}"), POLITE)]
}

/// Anneke at her window, with Marta's room open in it and nothing announced yet; and what all of it stands on.
pub(super) struct Listening {
    pub(super) world: TempDir,
    pub(super) screen: Screen,
    pub(super) desk: Desk,
}

impl Listening {
    fn start() -> Self {
        Self::on(Desk::start)
    }

    /// The same on another desk.
    pub(super) fn on(desk: impl FnOnce(&std::path::Path) -> Desk) -> Self {
        let world = TempDir::new().expect("a folder");
        let desk = desk(world.path());
        Self { screen: Screen::start(1000, 760), desk, world }
    }

    fn window(&self) -> Actor {
        let mut hearth = self.start_window();
        hearth.ok("profile.create", json!({"name": "Anneke", "role": "doctor", "passphrase": PASSPHRASE}));
        Actor { hearth, name: "Anneke" }
    }

    /// Her window, as it starts.
    pub(super) fn start_window(&self) -> Hearth {
        let surroundings = [
            ("DISPLAY", self.screen.display.as_str()),
            ("DBUS_SESSION_BUS_ADDRESS", &self.desk.address),
            ("XDG_RUNTIME_DIR", self.world.path().to_str().expect("a plain path")),
            ("LIBGL_ALWAYS_SOFTWARE", "1"),
            ("LANG", "C.UTF-8"),
        ];
        Hearth::start_window(&self.world.path().join("Anneke"), &[], &surroundings)
    }
}

fn open_room(ear: &mut Ear) {
    ear.press("page tab|Rooms");
    // Not the row of the page before, which may be gone when the press comes to it.
    ear.see("Search people and messages");
    ear.press("list item|Marta");
    ear.see("Message to");
}

#[test]
fn a_new_message_is_told_once_politely_and_nothing_while_it_is_covered() {
    let listening = Listening::start();
    let mut ear = Ear::start(&listening.desk, &listening.screen);
    let mut anneke = listening.window();
    let mut marta = Actor::create(&listening.world, "Marta", "patient");
    let room = introduce(&mut marta, &mut anneke);
    open_room(&mut ear);
    ear.taken();

    marta.say(&room, "The fever is down");
    assert_eq!(ear.hear("fever"), said("The fever is down"));
    // The same words again are news again; one's own are not.
    marta.say(&room, "The fever is down");
    assert_eq!(ear.hear("fever"), said("The fever is down"));
    anneke.say(&room, "I am glad");
    ear.see("I am glad");
    marta.say(&room, "Thank you");
    assert_eq!(ear.hear("Thank you"), said("Thank you"));

    // Another page and back: what was told is not told again.
    ear.press("page tab|Help");
    ear.see("Someone to talk to");
    open_room(&mut ear);
    assert_eq!(ear.taken(), []);
    covered(&mut ear, &mut anneke, &mut marta, &room);
    assert!(anneke.hearth.close().success());
}

/// Hidden and locked, nothing is told and nothing stands there to be read; coming back is told what came meanwhile.
fn covered(ear: &mut Ear, anneke: &mut Actor, marta: &mut Actor, room: &str) {
    anneke.hearth.ok("profile.hide", json!({}));
    ear.see("Hearth is hidden");
    let hidden = marta.say(room, "For your eyes alone");
    anneke.hearth.event("message.received", |event| event["message"] == hidden.as_str());
    let tree = ear.tree();
    for secret in ["Marta", "fever", "your eyes", "Thank you"] {
        assert!(!tree.contains(secret), "{secret} is told while Hearth is hidden: {tree}");
    }
    assert_eq!(ear.taken(), []);
    anneke.hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    ear.see("Message to");
    marta.say(room, "Are you there?");
    let back = ear.hear("Are you there?");
    assert_eq!(back, [said("For your eyes alone"), said("Are you there?")].concat());

    let before = unread(anneke);
    anneke.hearth.ok("profile.lock", json!({}));
    ear.see("Hearth is locked");
    let tree = ear.tree();
    assert!(!tree.contains("Marta") && !tree.contains("Are you there?"), "{tree}");
    assert_eq!(ear.taken(), []);
    locked_out(ear, anneke, marta, (room, before));
}

/// How many messages of her one room Anneke has not read; all, since nobody looks at a window without the keyboard.
fn unread(anneke: &mut Actor) -> u64 {
    let list = anneke.hearth.ok("room.list", json!({}));
    list["rooms"][0]["unread"].as_u64().expect("a number")
}

/// What is written to somebody whose Hearth is locked waits, is unread once they are back, and is not told by itself.
fn locked_out(ear: &mut Ear, anneke: &mut Actor, marta: &mut Actor, (room, before): (&str, u64)) {
    let missed = marta.say(room, "While you were away");
    let tree = ear.tree();
    assert!(!tree.contains("Marta") && !tree.contains("While you"), "{tree}");
    anneke.hearth.ok("profile.unlock", json!({"passphrase": PASSPHRASE}));
    anneke.hearth.event("message.received", |event| event["message"] == missed.as_str());
    assert_eq!(unread(anneke), before + 1);
    ear.press("page tab|Rooms");
    ear.see("Search people and messages");
    ear.see(&format!("{} new messages", before + 1));
    open_room(ear);
    ear.see("While you were away");
    assert_eq!(ear.taken(), [], "it stands there as new, and is not read out by itself");
}
