//! Somebody to talk to is offered where words call for it: never in the way, and no call to the engine tells of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui_kittest::kittest::Queryable;

use super::tests::{WIDE, asked, in_room, press, type_into};

#[test]
fn help_is_offered_beside_the_words_and_holds_nothing_up() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "The chemo is killing me. ");
    assert!(harness.query_by_label_contains("someone can listen").is_none());
    let before = stage.scene().asked.len();
    type_into(&mut harness, "Message to Tuesday circle", "I just want to die");
    harness.get_by_label_contains("someone can listen");
    let calls: Vec<String> = stage.scene().asked[before..].to_vec();
    assert!(calls.iter().all(|call| call.contains("Typing") || call.contains("SetDraft")), "{calls:?}");
    press(&mut harness, "Send");
    assert_eq!(asked(&stage, "Send {"), 1, "it is sent as it is");
    harness.get_by_label_contains("someone can listen");
    press(&mut harness, "Not now");
    assert!(harness.query_by_label_contains("someone can listen").is_none());
    type_into(&mut harness, "Message to Tuesday circle", "I want to die");
    assert!(harness.query_by_label_contains("someone can listen").is_none(), "a no is taken for a no");
}

#[test]
fn the_offer_leads_to_the_numbers() {
    let (_, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "no reason to live");
    press(&mut harness, "Show me the numbers");
    harness.get_by_label("Someone to talk to, now");
}
