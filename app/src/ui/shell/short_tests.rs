//! A low window, as a small one is where everything is large: what one came for is in sight, and nothing is out of reach.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::tests::{open, press, type_into};
use super::*;
use crate::engine::event::Reply;
use crate::ui::i18n::bare;
use crate::ui::stage::{self, Stage};

/// The smallest window that is spoken of, and the smallest that there is; with the height that messages get in each.
const SMALL: [([f32; 2], f32); 2] = [([480.0, 640.0], 150.0), ([420.0, 560.0], 110.0)];
const FIELD: &str = "Message to Tuesday circle";

fn say(harness: &Harness<'_, App>, key: &str) -> String {
    bare(&harness.state().words.say(key, &[]))
}

fn at(percent: u16, language: &str, mut snapshot: Snapshot) -> Snapshot {
    let language = Some(language.to_owned());
    snapshot.display = Arc::new(Display { text_percent: percent, language, ..Display::default() });
    snapshot
}

fn room(percent: u16, size: [f32; 2]) -> Harness<'static, App> {
    let stage = Stage::new(at(percent, "en", stage::circle()));
    stage.script(|command, snapshot| {
        if let Command::View(command::View::Open(room)) = command {
            snapshot.open = room.and(stage::conversation().open);
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, size);
    harness.state_mut().go(Route::Room(stage::room_id(1)));
    harness.run_steps(6);
    harness
}

/// The points there are.
fn tall(harness: &Harness<'_, App>) -> f32 {
    harness.ctx.content_rect().height()
}

#[test]
fn the_locked_page_shows_its_field_and_its_button_whole() {
    for (size, _) in SMALL {
        for language in Language::ALL {
            for state in [ProfileState::Locked, ProfileState::Hidden] {
                let stage = Stage::new(at(200, language.tag(), stage::profile(state)));
                let mut harness = open(&stage, size);
                harness.run_steps(6);
                let (field, go) = (say(&harness, "passphrase"), say(&harness, "unlock-go"));
                let field = harness.get_by_role_and_label(Role::PasswordInput, &field).rect();
                let go = harness.get_by_role_and_label(Role::Button, &go).rect();
                assert!(field.min.y > 0.0 && go.max.y <= tall(&harness), "{language:?} {size:?}: {field:?} {go:?}");
                // What stands further up and down is there all the same.
                harness.get_by_label(&say(&harness, "unlock-title"));
                harness.get_by_label(&say(&harness, "rail-help"));
                let why = if state == ProfileState::Hidden { "unlock-hidden" } else { "unlock-locked" };
                harness.get_by_label(&say(&harness, why));
                harness.get_by_label(&say(&harness, "unlock-forgotten"));
            }
        }
    }
}

#[test]
fn a_profile_held_elsewhere_shows_both_ways_on() {
    let mut held = stage::profile(ProfileState::Locked);
    held.profile.notice = Some(crate::engine::snapshot::Notice::InUse);
    let (size, _) = SMALL[0];
    let mut harness = open(&Stage::new(at(200, "en", held)), size);
    harness.run_steps(4);
    for name in ["Try again", "Quit Hearth"] {
        let rect = harness.get_by_role_and_label(Role::Button, name).rect();
        assert!(rect.max.y <= tall(&harness), "{name} is at {rect:?}");
    }
}

#[test]
fn a_room_gives_its_height_to_the_messages() {
    for (size, least) in SMALL {
        let mut harness = room(200, size);
        let head = harness.get_by_label("About this room").rect();
        let field = harness.get_by_label(FIELD).rect();
        assert!(head.height() >= 47.9 && head.max.y <= 64.1, "{size:?}: the head is one line: {head:?}");
        assert!(field.height() <= 60.0 && field.max.y <= tall(&harness), "{size:?}: one line at first: {field:?}");
        let read = field.min.y - head.max.y;
        assert!(read >= least, "{size:?}: {read} points are left to read in");
        harness.get_by_label("Tuesday circle");
        harness.get_by_label("Private. 4 people, 2 here besides you");
        harness.get_by_label_contains("Kavita Rao is writing");
        type_into(&mut harness, FIELD, &"Long words of a long day. ".repeat(20));
        let field = harness.get_by_label(FIELD).rect();
        assert!(field.height() < tall(&harness) * 0.45 && field.max.y <= tall(&harness), "{size:?}: {field:?}");
        press(&mut harness, "About this room");
        press(&mut harness, "Back");
        harness.get_by_label(FIELD);
    }
}

#[test]
fn with_room_enough_the_head_says_all_in_words() {
    let harness = room(100, [480.0, 640.0]);
    let (name, said) =
        (harness.get_by_label("Tuesday circle").rect(), harness.get_by_label_contains("Private. 4").rect());
    assert!(said.min.y >= name.max.y - 1.0, "{said:?} stands below {name:?}");
}

#[test]
fn the_offer_of_help_leaves_the_field_in_sight() {
    for (size, _) in SMALL {
        let mut harness = room(200, size);
        type_into(&mut harness, FIELD, "I want to die");
        harness.run_steps(4);
        let seen = |harness: &Harness<'_, App>, name: &str| {
            let rect = harness.get_by_label(name).rect();
            assert!(rect.min.y >= 0.0 && rect.max.y <= tall(harness), "{size:?}: {name} is at {rect:?}");
        };
        seen(&harness, FIELD);
        seen(&harness, "Show me the numbers");
        // In the smallest window of all, the keyboard brings it into sight.
        harness.get_by_label("Not now").focus();
        harness.run_steps(4);
        seen(&harness, "Not now");
        press(&mut harness, "Not now");
        assert!(harness.query_by_label("Show me the numbers").is_none());
    }
}

#[test]
fn few_messages_stand_beside_the_field() {
    let harness = room(100, [1280.0, 1600.0]);
    let newest = harness.get_by_label_contains("Thank you. Fingers").rect();
    let field = harness.get_by_label(FIELD).rect();
    assert!(field.min.y - newest.max.y < 120.0, "{newest:?} is far from {field:?}");
    let first = harness.get_by_label_contains("Third cycle done").rect();
    assert!(first.min.y > 500.0, "what is empty is above: {first:?}");
}

#[test]
fn what_has_the_keyboard_first_is_in_sight() {
    let mut harness = open(&Stage::new(at(150, "te", stage::empty())), [480.0, 640.0]);
    for _ in 0..2 {
        let next = say(&harness, "welcome-next");
        press(&mut harness, &next);
    }
    harness.run_steps(4);
    let field = harness.get_by_label(&say(&harness, "welcome-name")).rect();
    let foot = harness.get_by_label(&say(&harness, "back")).rect().min.y;
    assert!(field.min.y >= 0.0 && field.max.y <= foot, "{field:?} above {foot}");
}

#[test]
fn nothing_can_be_sent_where_nothing_is_written_in_a_narrow_window_too() {
    let mut harness = room(200, SMALL[0].0);
    assert!(harness.get_by_label("Send").accesskit_node().is_disabled());
    type_into(&mut harness, FIELD, "Good morning");
    assert!(!harness.get_by_label("Send").accesskit_node().is_disabled());
}
