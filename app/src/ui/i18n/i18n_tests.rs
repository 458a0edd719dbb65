//! Every key has a sentence, every sentence a use, every fault a way on.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::engine::fault::Code;

const CODES: [Code; 30] = [
    Code::ParseError,
    Code::MethodNotFound,
    Code::InvalidParams,
    Code::Locked,
    Code::NoProfile,
    Code::ProfileExists,
    Code::InUse,
    Code::WrongPassphrase,
    Code::TooManyAttempts,
    Code::WeakPassphrase,
    Code::InvalidName,
    Code::UnknownContact,
    Code::UnknownRoom,
    Code::UnknownMessage,
    Code::NotAMember,
    Code::NotAllowed,
    Code::TextTooLong,
    Code::InviteDamaged,
    Code::InviteExpired,
    Code::InviteUsed,
    Code::InviteForged,
    Code::Unreachable,
    Code::NoNode,
    Code::InvalidCharter,
    Code::RoomFull,
    Code::UnreadableFile,
    Code::UnwritableFile,
    Code::StoreFailed,
    Code::Busy,
    Code::Internal,
];

fn keys() -> BTreeSet<String> {
    let lines = ENGLISH.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            sources(&path, into);
        } else if name.ends_with(".rs") && !name.ends_with("_tests.rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Everything between quotes in the window's source that looks like a key.
fn quoted() -> BTreeSet<String> {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui"), &mut source);
    let parts = source.split('"').map(str::to_owned);
    parts
        .filter(|p| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .collect()
}

#[test]
fn every_code_has_a_sentence_that_says_what_to_do() {
    let words = Words::english();
    for code in CODES {
        let said = words.fault(&code.into());
        assert!(words.has(&fault_key(code)), "{code:?}");
        assert!(said.len() > 30 && said.ends_with('.'), "{code:?}: {said}");
        assert!(!said.contains(code.as_str()) || code == Code::Busy || code == Code::Locked, "{code:?} shows its code");
    }
}

#[test]
fn the_list_of_codes_is_whole() {
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/engine/fault.rs")).unwrap();
    let named = source.matches("Self::").count() - source.matches("Self::}").count();
    let arms = source.lines().filter(|l| l.trim().starts_with("Self::") && l.contains("=> \"")).count();
    assert!(named >= arms && arms == CODES.len(), "{arms} codes in fault.rs, {} here", CODES.len());
}

#[test]
fn every_key_in_use_has_a_sentence() {
    let (known, quoted) = (keys(), quoted());
    let families = [
        "welcome-",
        "unlock-",
        "room-",
        "rooms-",
        "charter-",
        "kind-",
        "state-",
        "join-",
        "invite-",
        "link-",
        "settings-",
        "safety-",
        "person-",
        "people-",
        "member-",
        "rank-",
        "knock-",
        "compose-",
        "message-",
        "notice-",
        "toast-",
        "theme-",
        "size-",
        "entry-",
        "about-",
        "home-",
        "role-",
        "closing-",
        "typing-",
        "passphrase-",
    ];
    let ids = ["welcome-name", "room-people", "unlock-passphrase", "room-missing", "room-foot", "room-head"];
    for key in quoted.iter().filter(|key| families.iter().any(|f| key.starts_with(f)) && !key.ends_with('-')) {
        assert!(
            known.contains(key) || ids.contains(&key.as_str()) || key.ends_with("-passphrase"),
            "{key} has no sentence"
        );
    }
}

#[test]
fn no_sentence_is_left_over() {
    let quoted = quoted();
    for key in keys() {
        let made_up = ["month-", "fault-"].iter().any(|made| key.starts_with(made)) || key.ends_with("-short");
        assert!(made_up || quoted.contains(&key), "{key} is used nowhere");
    }
}

#[test]
fn names_stand_between_isolation_marks_and_numbers_choose_the_plural() {
    let words = Words::english();
    let said = words.say("typing-one", &[("name", Arg::Text("سليم"))]);
    assert_eq!(said, "\u{2068}سليم\u{2069} is writing…");
    assert_eq!(bare(&said), "سليم is writing…");
    assert_eq!(bare(&words.say("rooms-unread", &[("count", Arg::Count(1))])), "1 new message");
    assert_eq!(bare(&words.say("rooms-unread", &[("count", Arg::Count(4))])), "4 new messages");
}

#[test]
fn a_wait_is_said_in_whole_seconds() {
    let fault = Fault { code: Code::TooManyAttempts, detail: None, retry_after_ms: Some(1_400) };
    assert!(bare(&Words::english().fault(&fault)).contains("2 seconds"));
}
