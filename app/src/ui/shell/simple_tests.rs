//! The simple view asks one thing on a page: the first steps, the settings, and a small window's few places; and the
//! rail and the lists are one stop of the keyboard each, in every view.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::tests::{WIDE, asked, focused, in_room, key, open, press, type_into};
use super::*;
use crate::engine::event::Reply;
use crate::engine::fault::Code;
use crate::ui::i18n::bare;
use crate::ui::stage::{self, Stage};
use crate::ui::text::Style;

/// Large text in the smallest window there is.
const LEAST: [f32; 2] = [480.0, 640.0];

/// A scene in the simple view.
fn simple(mut scene: Snapshot, percent: u16) -> Stage {
    let display = Display { simple: true, text_percent: percent, ..Display::default() };
    scene.display = Arc::new(display);
    Stage::new(scene)
}

#[test]
fn the_first_steps_ask_one_thing_each_and_keep_what_was_typed() {
    let stage = simple(stage::empty(), 100);
    let mut harness = open(&stage, [1180.0, 1000.0]);
    harness.get_by_label_contains("Step 1 of 6");
    press(&mut harness, "Next");
    harness.get_by_label_contains("Simple view");
    assert_eq!(focused(&harness), "Normal", "the size in force");
    press(&mut harness, "Next");
    assert!(harness.get_by_label("Your name").is_focused(), "one can write at once");
    harness.event(egui::Event::Text("Marta".to_owned()));
    assert!(harness.query_by_label("Passphrase").is_none());
    key(&mut harness, Key::Enter);
    harness.get_by_label_contains("Step 4 of 6");
    assert!(harness.query_by_label("Your name").is_none());
    assert_eq!(focused(&harness), "I live with cancer", "the first choice comes first");
    key(&mut harness, Key::Tab);
    assert_eq!(focused(&harness), "I am a doctor");
    key(&mut harness, Key::Space);
    press(&mut harness, "Back");
    press(&mut harness, "Next");
    assert_eq!(focused(&harness), "I am a doctor", "coming back, what was chosen");
    press(&mut harness, "I live with cancer");
    press(&mut harness, "Next");
    assert!(harness.get_by_label("Passphrase").is_focused());
    harness.event(egui::Event::Text("copper lantern orchard".to_owned()));
    harness.run_steps(3);
    // All the way back by Escape, and on again: nothing is lost.
    for step in (2..5).rev() {
        key(&mut harness, Key::Escape);
        harness.get_by_label_contains(&format!("Step {step} of 6"));
    }
    press(&mut harness, "Next");
    assert_eq!(harness.get_by_label("Your name").value().unwrap_or_default(), "Marta");
    for _ in 0..3 {
        press(&mut harness, "Next");
    }
    harness.get_by_label_contains("Step 6 of 6");
    assert_eq!(asked(&stage, "Create"), 0);
    press(&mut harness, "Start without one");
    assert_eq!(asked(&stage, "Create"), 1);
}

#[test]
fn what_is_refused_comes_back_on_the_page_that_asked_it() {
    for (code, step) in [(Code::InvalidName, "Step 3 of 6"), (Code::WeakPassphrase, "Step 5 of 6")] {
        let stage = simple(stage::empty(), 100);
        stage.script(move |command, _| match command {
            Command::Profile(command::Profile::Create { .. }) => Err(code.into()),
            _ => Ok(Reply::Done {}),
        });
        let mut harness = open(&stage, [1180.0, 1000.0]);
        press(&mut harness, "Next");
        press(&mut harness, "Next");
        type_into(&mut harness, "Your name", "Marta");
        press(&mut harness, "Next");
        press(&mut harness, "I live with cancer");
        press(&mut harness, "Next");
        type_into(&mut harness, "Passphrase", "copper lantern orchard");
        press(&mut harness, "Next");
        press(&mut harness, "Start without one");
        harness.get_by_label_contains(step);
        assert!(harness.query_by_role(Role::Alert).is_some(), "{code:?} is said there");
    }
}

#[test]
fn the_settings_lead_to_one_question_each_and_back_by_one() {
    let stage = simple(stage::circle(), 100);
    let mut harness = open(&stage, [1180.0, 1400.0]);
    press(&mut harness, "Settings");
    harness.get_by_label_contains("How Hearth looks").click();
    harness.run_steps(4);
    assert!(harness.query_by_label("Dark").is_none(), "first the questions");
    harness.get_by_label_contains("Colours").click();
    harness.run_steps(4);
    assert!(harness.query_by_label_contains("Contrast").is_none(), "then one of them");
    press(&mut harness, "Dark");
    assert_eq!(asked(&stage, "Display"), 1);
    key(&mut harness, Key::Escape);
    harness.get_by_label("Colours. Dark");
    key(&mut harness, Key::Escape);
    harness.get_by_label_contains("Your name").click();
    harness.run_steps(4);
    type_into(&mut harness, "Your name", "!");
    press(&mut harness, "Back");
    harness.get_by_label_contains("Your name").click();
    harness.run_steps(4);
    let name = harness.get_by_label("Your name").value().unwrap_or_default();
    assert!(name.contains('!'), "{name}: what was typed waits");
}

#[test]
fn a_form_of_the_settings_asks_one_thing_after_the_other() {
    let stage = simple(stage::circle(), 100);
    let mut harness = open(&stage, [1180.0, 1400.0]);
    harness.state_mut().go(Route::Setting(Setting::Passphrase));
    harness.run_steps(3);
    harness.get_by_label_contains("Step 1 of 2");
    type_into(&mut harness, "Current passphrase", "first words");
    key(&mut harness, Key::Enter);
    harness.get_by_label_contains("Step 2 of 2");
    type_into(&mut harness, "New passphrase", "copper lantern orchard");
    key(&mut harness, Key::Escape);
    let old = harness.get_by_label("Current passphrase").value().unwrap_or_default();
    assert_eq!(old.chars().count(), "first words".len(), "nothing is lost on the way back");
    press(&mut harness, "Next");
    press(&mut harness, "Change the passphrase");
    assert_eq!(asked(&stage, "SetPassphrase"), 1);
}

/// The words of a small window's rail stand whole, and a numb finger finds each.
#[test]
fn a_small_window_has_few_places_with_whole_words() {
    for language in Language::ALL {
        let stage = simple(stage::circle(), 200);
        let mut harness = open(&stage, LEAST);
        let tag = Some(language.tag().to_owned());
        harness.state_mut().change_display(DisplayPatch { language: tag, ..DisplayPatch::default() });
        harness.run_steps(4);
        let zoom = harness.ctx.zoom_factor();
        assert!(LEAST[0] / zoom >= 239.9, "{zoom}: nothing becomes so large that words have no room");
        let places: Vec<_> = harness.query_all_by_role(Role::Tab).map(|tab| tab.rect()).collect();
        assert_eq!(places.len(), 4);
        assert!(places.iter().all(|place| place.width() >= 47.9 && place.height() >= 47.9), "{places:?}");
        for name in ["rail-home", "rail-rooms", "rail-help", "rail-more"] {
            let app = harness.state();
            let word = app.words.say(name, &[]);
            // The smallest that it is written before it would be cut.
            let wide = app.text.line(&harness.ctx, &word, Style { size: 10.0, ..Style::CAPTION.strong() }).size.x;
            assert!(wide <= places[0].width(), "{language:?}: {word} is cut: {wide} of {}", places[0].width());
        }
        harness.get_by_role_and_label(Role::Tab, &bare(&harness.state().words.say("rail-more", &[]))).click();
        harness.run_steps(4);
        assert!(
            harness.query_all_by_label_contains(&bare(&harness.state().words.say("rail-settings", &[]))).count() > 0
        );
    }
}

#[test]
fn the_rail_is_one_stop_and_arrows_move_in_it() {
    for (language, size, on) in
        [("en", WIDE, Key::ArrowDown), ("en", LEAST, Key::ArrowRight), ("ar", LEAST, Key::ArrowLeft)]
    {
        let stage = Stage::new(stage::circle());
        let mut harness = open(&stage, size);
        let language = Some(language.to_owned());
        harness.state_mut().change_display(DisplayPatch { language, ..DisplayPatch::default() });
        harness.run_steps(3);
        let say = |harness: &Harness<'_, App>, key: &str| bare(&harness.state().words.say(key, &[]));
        let (home, help) = (say(&harness, "rail-home"), say(&harness, "rail-help"));
        harness.get_by_role_and_label(Role::Tab, &home).focus();
        harness.run_steps(3);
        for key_of in ["rail-rooms", "rail-people", "rail-settings", "rail-help", "rail-home"] {
            key(&mut harness, on);
            assert_eq!(focused(&harness), say(&harness, key_of));
        }
        key(&mut harness, Key::End);
        assert_eq!(focused(&harness), help);
        key(&mut harness, Key::Home);
        assert_eq!(focused(&harness), home);
        key(&mut harness, Key::Tab);
        assert!(harness.query_all_by_role(Role::Tab).all(|tab| !tab.is_focused()), "one Tab leads out of it");
        let node = harness.get_by_role_and_label(Role::Tab, &home);
        assert_eq!(node.accesskit_node().is_selected(), Some(true));
        assert_eq!(stage.scene().asked.iter().filter(|asked| asked.contains("Open(")).count(), 0, "nothing was opened");
    }
}

#[test]
fn a_list_is_one_stop_with_arrows_and_letters() {
    let (_stage, mut harness) = in_room(WIDE);
    let rows: Vec<String> =
        harness.query_all_by_role(Role::ListItem).filter_map(|row| row.accesskit_node().label()).collect();
    assert!(rows.len() > 2, "{rows:?}");
    harness.get_by_label_contains("Family.").focus();
    harness.run_steps(4);
    assert!(focused(&harness).starts_with("Family"), "assistive technology may send the keyboard anywhere");
    key(&mut harness, Key::Home);
    assert_eq!(focused(&harness), rows[0]);
    key(&mut harness, Key::ArrowDown);
    assert_eq!(focused(&harness), rows[1]);
    key(&mut harness, Key::End);
    assert_eq!(&focused(&harness), rows.last().unwrap());
    harness.event(egui::Event::Text("t".to_owned()));
    harness.run_steps(4);
    assert!(focused(&harness).starts_with("Tuesday"), "{}", focused(&harness));
    key(&mut harness, Key::Tab);
    assert!(!rows.contains(&focused(&harness)), "one Tab leads out of it");
    let chosen = harness.get_by_label_contains("Tuesday circle.");
    assert_eq!(chosen.accesskit_node().is_selected(), Some(true));
}
