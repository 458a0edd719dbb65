//! How the window looks is kept in one form, and a damaged file is no obstacle.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::*;

fn chosen() -> Display {
    Display {
        language: Some("ar".into()),
        theme: Theme::Dark,
        contrast: Contrast::High,
        text_percent: 150,
        motion: Motion::Reduced,
        simple: true,
        place: Some(Place { x: -40, y: 12, width: 1180, height: 800, maximized: false }),
    }
}

/// As version 1 writes it.
const FROZEN: &str = r#"{"version":1,"language":"ar","theme":"dark","contrast":"high","text_percent":150,"motion":"reduced","simple":true,"place":{"x":-40,"y":12,"width":1180,"height":800,"maximized":false}}"#;

#[test]
fn it_is_kept_in_this_form() {
    assert_eq!(Display::decode(FROZEN.as_bytes()), chosen());
    let written: serde_json::Value = serde_json::from_slice(&chosen().encode()).unwrap();
    let frozen: serde_json::Value = serde_json::from_str(FROZEN).unwrap();
    assert_eq!(written, frozen);
}

#[test]
fn what_is_damaged_strange_or_newer_counts_as_nothing() {
    for bytes in ["", "{", "null", "[]", r#"{"language":"ar"}"#, r#"{"version":2,"language":"ar"}"#] {
        assert_eq!(Display::decode(bytes.as_bytes()), Display::default(), "{bytes}");
    }
    let odd = Display::decode(br#"{"version":1,"language":"../..","text_percent":9000}"#);
    assert_eq!((odd.language, odd.text_percent), (None, 200));
}

#[test]
fn a_patch_changes_what_it_names_and_nothing_else() {
    let patch = DisplayPatch { theme: Some(Theme::Light), ..DisplayPatch::default() };
    assert_eq!(chosen().patched(&patch), Display { theme: Theme::Light, ..chosen() });
    assert_eq!(chosen().patched(&DisplayPatch::default()), chosen());
    assert!(DisplayPatch { text_percent: Some(99), ..DisplayPatch::default() }.check().is_err());
    assert!(DisplayPatch { language: Some("x".into()), ..DisplayPatch::default() }.check().is_err());
}

#[test]
fn it_is_kept_in_the_folder_and_not_once_the_profile_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let mut shown = Shown::read(folder.path().to_owned());
    assert_eq!(*shown.now, Display::default());
    let patch = DisplayPatch { language: Some("te".into()), ..DisplayPatch::default() };
    shown.change(&patch).unwrap();
    assert_eq!(Shown::read(folder.path().to_owned()).now.language.as_deref(), Some("te"));
    std::fs::remove_file(folder.path().join("display")).unwrap();
    shown.kept = false;
    shown.change(&DisplayPatch { simple: Some(true), ..patch }).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "an erased profile leaves nothing");
    shown.keep();
    assert!(Shown::read(folder.path().to_owned()).now.simple);
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_fear(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let display = Display::decode(&bytes);
        prop_assert!((100..=200).contains(&display.text_percent));
    }

    #[test]
    fn a_broken_file_is_never_half_believed(cut in 0..FROZEN.len()) {
        prop_assert_eq!(Display::decode(&FROZEN.as_bytes()[..cut]), Display::default());
    }
}
