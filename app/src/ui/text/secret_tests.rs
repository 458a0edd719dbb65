//! The passphrase being typed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

#[test]
fn typing_pasting_and_deleting_count_whole_letters() {
    let mut secret = Secret::new();
    secret.insert("क्षि");
    secret.insert("é👩🏽‍⚕️");
    let letters = secret.len();
    secret.delete_back();
    assert_eq!(secret.len(), letters - 1);
    secret.move_to(0, false);
    secret.delete();
    assert_eq!(secret.expose(), "é");
}

#[test]
fn a_pasted_line_end_is_dropped_and_other_controls_refused() {
    let mut secret = Secret::new();
    secret.insert("horse battery\n");
    assert_eq!(secret.expose(), "horse battery");
    secret.insert("a\u{7}b");
    secret.insert("two\nlines");
    assert_eq!(secret.expose(), "horse battery");
}

#[test]
fn typing_over_a_selection_replaces_it() {
    let mut secret = Secret::new();
    secret.insert("wrong");
    secret.select_all();
    secret.insert("right");
    assert_eq!((secret.expose(), secret.caret()), ("right", 5));
    secret.move_to(1, false);
    secret.move_to(3, true);
    secret.delete_back();
    assert_eq!(secret.expose(), "rht");
}

#[test]
fn nothing_grows_past_its_first_room() {
    let mut secret = Secret::new();
    for _ in 0..300 {
        secret.insert("word ");
    }
    assert!(secret.expose().len() <= LIMIT_BYTES);
    assert_eq!(format!("{secret:?}"), "Secret(…)");
}
