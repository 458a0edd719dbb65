//! Short lists are one stop of the keyboard each, and Page Up and Page Down scroll the page around them.
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

use super::scenes_tests::answer;
use super::tests::{WIDE, app, focused, key, open, press, shown, type_into};
use super::*;
use crate::engine::snapshot::{ContactView, KnockView, RoomView};
use crate::ui::stage::{self, NOW_MS, Stage};

/// The circle with more of everybody.
fn many() -> Snapshot {
    let mut snapshot = stage::circle();
    let knock = snapshot.knocks[0].clone();
    let others = [(11, "Quiet Otter"), (12, "Brave Wren"), (13, "Old Heron")];
    let others = others.map(|(n, name)| KnockView { member: stage::member_id(n), name: name.into(), ..knock.clone() });
    snapshot.knocks = [vec![knock], others.to_vec()].concat().into();
    let contact = snapshot.contacts[0].clone();
    let other =
        |n, name: &str| ContactView { contact: crypto::id::ContactId([n; 16]), name: name.into(), ..contact.clone() };
    snapshot.contacts = Arc::new([contact.clone(), other(3, "Omar Soup"), other(4, "Ines Soup")]);
    snapshot.rooms = snapshot.rooms.iter().cloned().map(|room| RoomView { unread: 1, ..room }).collect();
    snapshot
}

/// Walks a list whose rows have these beginnings: one stop, arrows in it, and out of it by Tab.
fn walk(harness: &mut Harness<'_, App>, rows: &[&str]) {
    let begins = |label: Option<String>| label.is_some_and(|label| label.starts_with(rows[0]));
    let first = harness.get_all_by_role(Role::ListItem).find(|node| begins(node.accesskit_node().label()));
    first.unwrap().focus();
    harness.run_steps(4);
    for row in rows {
        assert!(focused(harness).starts_with(row), "{} is not {row}", focused(harness));
        key(harness, Key::ArrowDown);
    }
    assert!(focused(harness).starts_with(rows[0]), "around the end");
    key(harness, Key::End);
    assert!(focused(harness).starts_with(rows[rows.len() - 1]));
    key(harness, Key::Tab);
    assert!(rows.iter().all(|row| !focused(harness).starts_with(row)), "one Tab leads out: {}", focused(harness));
}

#[test]
fn the_lists_of_home_are_one_stop_each() {
    let mut harness = open(&Stage::new(many()), [1180.0, 1600.0]);
    walk(&mut harness, &["Quiet Otter", "Brave Wren", "Old Heron"]);
    walk(&mut harness, &["Tuesday circle", "Anneke Visser. See", "Family", "New room"]);
    let lists = harness.query_all_by_role(Role::List).filter_map(|list| list.accesskit_node().label());
    let lists: Vec<String> = lists.collect();
    for name in ["home-doors", "home-new", "home-here"] {
        let name = crate::ui::i18n::bare(&harness.state().words.say(name, &[]));
        assert!(lists.contains(&name), "{name} is not among {lists:?}");
    }
}

#[test]
fn what_is_found_is_one_stop_for_people_rooms_and_messages() {
    let stage = Stage::new(many());
    stage.script(answer);
    let now = std::rc::Rc::new(std::cell::Cell::new(NOW_MS));
    let clock = std::rc::Rc::clone(&now);
    let app = App::with_clock(Box::new(stage.clone()), Box::new(move || clock.get()), TimeZone::UTC);
    let mut harness = shown(app, WIDE);
    press(&mut harness, "Rooms");
    type_into(&mut harness, "Search people and messages", "soup");
    now.set(NOW_MS + 400);
    harness.run_steps(4);
    walk(&mut harness, &["Omar Soup", "Ines Soup"]);
    walk(&mut harness, &["Anneke Visser · Family. The soup", "Kavita Rao · Tuesday circle"]);
    harness.get_all_by_label_contains("I could keep soup").next().unwrap().focus();
    harness.run_steps(4);
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().route, Route::Room(stage::room_id(1)), "Enter leads there");
}

#[test]
fn page_keys_scroll_the_page_around_a_short_list() {
    let mut harness = open(&Stage::new(many()), [480.0, 640.0]);
    let top = |harness: &Harness<'_, App>| harness.get_by_label_contains("Hello Marta").rect().min.y;
    let before = top(&harness);
    harness
        .get_all_by_label_contains("Quiet Otter")
        .find(|n| n.accesskit_node().role() == Role::ListItem)
        .unwrap()
        .focus();
    harness.run_steps(4);
    let row = top(&harness);
    key(&mut harness, Key::PageDown);
    assert!(top(&harness) < row - 200.0, "a page down from {row}: {}", top(&harness));
    assert!(focused(&harness).starts_with("Quiet Otter"), "the keyboard stays where it was");
    key(&mut harness, Key::PageUp);
    key(&mut harness, Key::PageUp);
    assert!((top(&harness) - before).abs() < 1.0, "and back: {}", top(&harness));
}

#[test]
fn page_keys_scroll_a_page_of_text_and_of_choices() {
    let stage = Stage::new(stage::circle());
    for route in [Route::Help(Help::Crisis), Route::Setting(Setting::Look)] {
        let mut harness = shown(app(&stage), [480.0, 640.0]);
        harness.state_mut().go(route);
        harness.run_steps(4);
        let top = |harness: &Harness<'_, App>| harness.get_by_label("Back").rect().min.y;
        let before = top(&harness);
        key(&mut harness, Key::PageDown);
        assert!(top(&harness) < before - 200.0, "{route:?}");
        key(&mut harness, Key::PageUp);
        assert!((top(&harness) - before).abs() < 1.0);
    }
}

#[test]
fn in_two_panes_the_one_with_the_keyboard_scrolls() {
    let mut snapshot = many();
    let room = snapshot.rooms[0].clone();
    let more = (20..40).map(|n| RoomView {
        room: stage::room_id(n),
        title: format!("Group {n}").as_str().into(),
        ..room.clone()
    });
    snapshot.rooms = snapshot.rooms.iter().cloned().chain(more).collect();
    let mut harness = open(&Stage::new(snapshot), [1180.0, 700.0]);
    harness.state_mut().go(Route::Invite(stage::room_id(1)));
    harness.run_steps(4);
    let first = |harness: &Harness<'_, App>| {
        let rows = harness.query_all_by_role(Role::ListItem).map(|row| row.rect().min.y);
        rows.fold(f32::MAX, f32::min)
    };
    let before = first(&harness);
    key(&mut harness, Key::PageDown);
    assert!((first(&harness) - before).abs() < 1.0, "the list does not have the keyboard");
    harness.get_by_label_contains("Tuesday circle.").focus();
    harness.run_steps(4);
    key(&mut harness, Key::PageDown);
    assert!(first(&harness) < before - 300.0, "now it has");
}
