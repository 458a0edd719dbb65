//! Somebody to talk to is offered where words call for it: never in the way, and no call to the engine tells of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui_kittest::kittest::Queryable;

use super::tests::{WIDE, asked, in_room, open, press, type_into};
use super::*;
use crate::engine::event::Reply;
use crate::ui::stage::{self, Stage};

const OFFER: &str = "someone can listen";

/// A window whose room was left with this draft when Hearth was closed.
fn with_draft(text: &'static str, wanted: bool) -> (Stage, egui_kittest::Harness<'static, App>) {
    let mut circle = stage::circle();
    let settings = circle.settings.as_deref().unwrap().clone();
    circle.settings = Some(Arc::new(crate::engine::snapshot::SettingsView { offer_help: wanted, ..settings }));
    let stage = Stage::new(circle);
    stage.script(move |command, snapshot| {
        match command {
            Command::View(command::View::Open(room)) => {
                let draft = || crate::engine::snapshot::OpenRoom {
                    draft: text.into(),
                    ..(*stage::conversation().open.unwrap()).clone()
                };
                snapshot.open = room.map(|_| Arc::new(draft()));
            }
            Command::Settings(command::Settings::Set(patch)) => {
                let settings = snapshot.settings.as_deref().unwrap().clone();
                let offer_help = patch.offer_help.unwrap_or(settings.offer_help);
                let settings = crate::engine::snapshot::SettingsView { offer_help, ..settings };
                snapshot.settings = Some(Arc::new(settings));
            }
            _ => {}
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, WIDE);
    enter(&mut harness);
    (stage, harness)
}

fn enter(harness: &mut egui_kittest::Harness<'_, App>) {
    press(harness, "Rooms");
    harness.get_by_label_contains("Tuesday circle").click();
    harness.run_steps(5);
}

/// Turns the offer on or off in the settings.
fn switch(harness: &mut egui_kittest::Harness<'_, App>) {
    press(harness, "Settings");
    for name in ["Privacy and quiet", "Offer me someone to talk to"] {
        harness.get_by_label_contains(name).click();
        harness.run_steps(4);
    }
}

#[test]
fn a_draft_from_earlier_is_looked_at_as_it_comes_back() {
    let (_, mut harness) = with_draft("no reason to live", true);
    harness.get_by_label_contains(OFFER);
    press(&mut harness, "Not now");
    press(&mut harness, "People");
    enter(&mut harness);
    assert!(harness.query_by_label_contains(OFFER).is_none(), "the same words call for it once");
    let (_, harness) = with_draft("see you at noon", true);
    assert!(harness.query_by_label_contains(OFFER).is_none());
}

#[test]
fn whoever_does_not_want_it_is_not_offered_it() {
    let (stage, mut harness) = with_draft("no reason to live", false);
    type_into(&mut harness, "Message to Tuesday circle", ". I want to die");
    assert!(harness.query_by_label_contains(OFFER).is_none());
    switch(&mut harness);
    assert_eq!(asked(&stage, "offer_help: Some(true)"), 1);
    enter(&mut harness);
    harness.get_by_label_contains(OFFER);
    switch(&mut harness);
    assert_eq!(asked(&stage, "offer_help: Some(false)"), 1);
    enter(&mut harness);
    assert!(harness.query_by_label_contains(OFFER).is_none(), "it goes at once where it stood");
}

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
