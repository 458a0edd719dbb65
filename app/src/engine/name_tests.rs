//! Names that people have, and names that would mislead.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

#[track_caller]
fn passes(name: &str) {
    assert_eq!(checked(&name.into()).unwrap().expose(), name);
}

#[track_caller]
fn refused(name: &str, reason: &str) {
    let fault = checked(&name.into()).unwrap_err();
    assert_eq!(fault.code, Code::InvalidName, "{name:?}");
    assert!(fault.detail.unwrap().contains(reason), "{name:?}: {fault}");
}

#[test]
fn names_of_all_scripts_pass() {
    for name in [
        "Ana",
        "Zoë O’Neill-Smith",
        "José",
        "Мария",
        "王小明",
        "たなか さくら",
        "김민수",
        "محمد",
        "שרה",
        "अनीता",
        "ఆనంద్",
        "Nguyễn Thị Minh Khai",
        "Dr. Anna 2",
        "Ana 🌻",
        "王Anna",
        "👩🏽‍⚕️ Lin",
        "Иван Smith",
    ] {
        passes(name);
    }
}

#[test]
fn names_are_kept_in_one_normal_form() {
    assert_eq!(checked(&"  Jose\u{301} ".into()).unwrap().expose(), "José");
}

#[test]
fn misleading_names_are_refused_with_a_reason() {
    refused("", "empty");
    refused("  \u{200d} ", "empty");
    refused("An\u{0}a", "control");
    refused("Ana\nBob", "control");
    refused("\u{202e}anA", "control");
    refused("A\u{2066}na", "control");
    refused("An\u{200b}a", "control");
    refused("Ana\u{200d}", "control");
    refused("\u{feff}Ana", "control");
    refused("p\u{430}ypal", "scripts");
    refused("\u{410}nna", "scripts");
    refused("Αnna", "scripts");
    refused(&"a".repeat(65), "64");
    refused(&format!("a{}", "\u{301}".repeat(12)), "marks");
}

#[test]
fn sixty_four_characters_are_counted_as_people_do() {
    passes(&"é".repeat(64));
    passes(&"नि".repeat(64));
}

#[test]
fn pseudonyms_are_never_used_twice() {
    let mut taken = std::collections::BTreeSet::new();
    for _ in 0..7_000 {
        let name = pseudonym(&mut rand::rng(), |name| taken.contains(name));
        checked(&name).unwrap();
        assert!(taken.insert(name.expose().to_owned()));
    }
}

proptest! {
    #[test]
    fn any_text_is_judged_and_a_passing_name_stays_as_it_is(text in "\\PC{0,80}") {
        if let Ok(name) = checked(&text.as_str().into()) {
            prop_assert_eq!(checked(&name).unwrap(), name);
        }
    }
}
