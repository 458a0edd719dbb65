//! The pages around the rooms, over a staged engine: first steps, coming back, home, finding, blocking, drafts, help.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui_kittest::kittest::Queryable;

use super::tests::{WIDE, asked, in_room, open, press, shown, type_into};
use super::*;
use crate::engine::event::Reply;
use crate::engine::fault::Code;
use crate::engine::snapshot::{RoomState, RoomView};
use crate::ui::stage::{self, NOW_MS, Stage};

/// A code that no sheet ever had.
const CODE: &str = "000011-000022-000033-000044-000055-000066-000077-000088";

#[test]
fn a_sheet_is_shown_once_and_then_leads_home() {
    let stage = Stage::new(stage::empty());
    stage.script(|command, snapshot| match command {
        Command::Profile(command::Profile::Create { .. }) => {
            *snapshot = stage::profile(ProfileState::Open);
            Ok(Reply::Done {})
        }
        Command::Profile(command::Profile::RecoveryMake { passphrase }) => {
            assert_eq!(passphrase.expose(), "copper lantern orchard", "it is not asked for twice");
            Ok(Reply::Recovery { code: CODE.into() })
        }
        _ => Ok(Reply::Done {}),
    });
    let mut harness = open(&stage, [1180.0, 1500.0]);
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    type_into(&mut harness, "Your name", "Marta");
    press(&mut harness, "I live with cancer");
    type_into(&mut harness, "Passphrase", "copper lantern orchard");
    press(&mut harness, "Next");
    press(&mut harness, "Make a recovery sheet");
    harness.get_by_label("1. 000011, 2. 000022");
    press(&mut harness, "I have the sheet");
    harness.get_by_label("Hello Marta Oliveira");
    assert!(harness.query_by_label_contains("000011").is_none());
}

#[test]
fn a_slip_on_the_recovery_sheet_shows_its_group() {
    let mut locked = stage::profile(ProfileState::Locked);
    locked.profile.recovery = true;
    let stage = Stage::new(locked);
    stage.script(|_, _| Err(Code::WrongCode.into()));
    let mut harness = open(&stage, [1180.0, 1500.0]);
    press(&mut harness, "Use my recovery sheet");
    type_into(&mut harness, "Numbers on the sheet", "000011 000022 000034");
    harness.get_by_label_contains("Please look at group 3 again");
    for _ in 0..6 {
        harness.key_press(egui::Key::Backspace);
    }
    harness.run_steps(2);
    harness.get_by_label("Numbers on the sheet").focus();
    harness.event(egui::Event::Text("000033 000044 000055 000066 000077 000088".to_owned()));
    harness.run_steps(3);
    harness.get_by_label_contains("All numbers are complete");
    type_into(&mut harness, "New passphrase", "copper lantern orchard");
    press(&mut harness, "Open my profile");
    harness.get_by_label_contains("not the newest sheet");
    assert!(stage.scene().asked.iter().all(|asked| !asked.contains("000011")));
}

#[test]
fn help_needs_nothing_unlocked() {
    for state in [ProfileState::None, ProfileState::Locked, ProfileState::Hidden, ProfileState::Open] {
        let stage = Stage::new(stage::profile(state));
        let mut harness = open(&stage, [1180.0, 1500.0]);
        press(&mut harness, "Help");
        harness.get_by_label_contains("Someone to talk to").click();
        harness.run_steps(4);
        harness.get_by_label_contains("You are not alone");
        press(&mut harness, "Back");
        harness.get_by_label_contains("How do I use a link").click();
        harness.run_steps(4);
        harness.get_by_label_contains("Copy the link from the message");
    }
}

#[test]
fn the_next_thing_to_do_is_proposed_at_home() {
    let stage = Stage::new(stage::circle());
    let mut harness = open(&stage, WIDE);
    harness.get_by_label_contains("Blue Heron would like to come into");
    press(&mut harness, "Answer");
    harness.get_by_label("Let in");
    let mut calm = stage::circle();
    calm.knocks = Arc::new([]);
    calm.profile.recovery = true;
    stage.scene().snapshot = calm;
    press(&mut harness, "Home");
    harness.get_by_label_contains("Nothing needs you just now");
}

#[test]
fn somebody_is_blocked_only_when_it_is_meant_and_can_be_let_back() {
    let stage = Stage::new(stage::circle());
    stage.script(|command, snapshot| {
        let blocked = matches!(command, Command::Contact(command::Contact::Block { .. }));
        if blocked || matches!(command, Command::Contact(command::Contact::Unblock { .. })) {
            let mut contacts = snapshot.contacts.to_vec();
            contacts[0].blocked = blocked;
            snapshot.contacts = contacts.into();
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, [1180.0, 1800.0]);
    press(&mut harness, "People");
    harness.get_by_label_contains("Anneke Visser").click();
    harness.run_steps(4);
    press(&mut harness, "Block");
    assert_eq!(asked(&stage, "Block {"), 0);
    press(&mut harness, "Yes, block");
    assert_eq!(asked(&stage, "Block {"), 1);
    harness.get_by_label_contains("They cannot write to you");
    press(&mut harness, "Unblock");
    harness.get_by_label("Block");
}

#[test]
fn words_are_looked_for_once_the_typing_pauses() {
    let now = std::rc::Rc::new(std::cell::Cell::new(NOW_MS));
    let stage = Stage::new(stage::circle());
    stage.script(|command, _| match command {
        Command::Message(command::Message::Search { query, .. }) => {
            assert_eq!(query.expose(), "soup");
            let message = stage::message(9, 2, 5, "The soup is in the fridge");
            Ok(Reply::Found { messages: vec![crate::engine::event::Found { room: stage::room_id(3), message }] })
        }
        _ => Ok(Reply::Done {}),
    });
    let clock = std::rc::Rc::clone(&now);
    let app = App::with_clock(Box::new(stage.clone()), Box::new(move || clock.get()), TimeZone::UTC);
    let mut harness = shown(app, WIDE);
    press(&mut harness, "Rooms");
    type_into(&mut harness, "Search people and messages", "soup");
    assert_eq!(asked(&stage, "Search"), 0, "nothing is asked while the words come");
    now.set(NOW_MS + 400);
    harness.run_steps(4);
    assert_eq!(asked(&stage, "Search"), 1);
    harness.get_by_label_contains("The soup is in the fridge").click();
    harness.run_steps(4);
    assert_eq!(asked(&stage, "Open(Some"), 1);
}

#[test]
fn a_draft_is_kept_when_the_page_is_left_and_once_the_writing_pauses() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "half a thou");
    assert_eq!(asked(&stage, "SetDraft"), 0);
    press(&mut harness, "People");
    assert_eq!(asked(&stage, "SetDraft"), 1);
    assert!(stage.scene().asked.iter().all(|asked| !asked.contains("half a thou")));
}

#[test]
fn a_kept_draft_stands_in_the_field_again() {
    let stage = Stage::new(stage::circle());
    stage.script(|command, snapshot| {
        if let Command::View(command::View::Open(room)) = command {
            snapshot.open = room.and(stage::conversation().open).map(|open| {
                Arc::new(crate::engine::snapshot::OpenRoom { draft: "not sure how".into(), ..(*open).clone() })
            });
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, WIDE);
    press(&mut harness, "Rooms");
    harness.get_by_label_contains("Tuesday circle").click();
    harness.run_steps(5);
    assert_eq!(harness.get_by_label("Message to Tuesday circle").value().unwrap_or_default(), "not sure how");
}

#[test]
fn the_simple_view_asks_one_thing_at_a_time() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    let mut harness = open(&stage, [1180.0, 1000.0]);
    let simple = crate::engine::display::DisplayPatch { simple: Some(true), ..Default::default() };
    harness.state_mut().change_display(simple);
    harness.run_steps(3);
    harness.state_mut().go(Route::NewRoom);
    harness.run_steps(3);
    press(&mut harness, "Next");
    assert!(harness.query_by_label_contains("What happens to messages").is_none(), "first the name is needed");
    type_into(&mut harness, "Name of the room", "Family");
    press(&mut harness, "Next");
    harness.get_by_label("What happens to messages?");
    assert!(harness.query_by_label("Name of the room").is_none());
    press(&mut harness, "Kept for 30 days");
    press(&mut harness, "Next");
    harness.get_by_label("Who comes in?");
    press(&mut harness, "Back");
    harness.get_by_label("What happens to messages?");
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    assert_eq!(asked(&stage, "Create"), 0);
    press(&mut harness, "Start the room");
    assert_eq!(asked(&stage, "Create"), 1);
}

#[test]
fn a_room_that_was_left_is_erased_from_where_that_is_said() {
    let mut left = stage::circle();
    let mut rooms: Vec<RoomView> = left.rooms.to_vec();
    rooms[0].state = RoomState::Left;
    left.rooms = rooms.into();
    let stage = Stage::new(left);
    let mut harness = open(&stage, WIDE);
    harness.state_mut().go(Route::Room(stage::room_id(1)));
    harness.run_steps(4);
    press(&mut harness, "Erase this room");
    harness.get_by_label_contains("all its messages will be gone");
    press(&mut harness, "Cancel");
    assert_eq!(asked(&stage, "Erase {"), 0);
    press(&mut harness, "Erase this room");
    press(&mut harness, "Erase");
    assert_eq!(asked(&stage, "Erase {"), 1);
    assert_eq!(harness.state().route, Route::Rooms);
}

/// The engine shows a history of every room; where one is not in it and nothing was said, how one stands is said.
#[test]
fn a_room_that_one_waits_for_is_no_empty_room() {
    for (state, said) in [
        (RoomState::Waiting, "could not be reached yet"),
        (RoomState::Knocking, "You knocked"),
        (RoomState::Left, "You left this room"),
    ] {
        let mut waiting = stage::circle();
        let mut rooms: Vec<RoomView> = waiting.rooms.to_vec();
        rooms[0].state = state;
        waiting.rooms = rooms.into();
        let mut open_room = (**stage::conversation().open.as_ref().unwrap()).clone();
        open_room.messages = Arc::new([]);
        open_room.members = Arc::new([]);
        waiting.open = Some(Arc::new(open_room));
        let mut harness = open(&Stage::new(waiting), WIDE);
        harness.state_mut().go(Route::Room(stage::room_id(1)));
        harness.run_steps(4);
        harness.get_by_label_contains(said);
        assert!(harness.query_by_label("Invite someone").is_none(), "{state:?}");
    }
}

#[test]
fn waiting_for_an_inviter_is_proposed_only_where_nobody_answered() {
    for (code, waits) in [(Code::Unreachable, true), (Code::InviteUsed, false), (Code::RoomFull, false)] {
        let stage = Stage::new(stage::circle());
        stage.script(move |command, _| match command {
            Command::Room(command::Room::Preview { .. }) => Err(code.into()),
            _ => Ok(Reply::Done {}),
        });
        let mut harness = open(&stage, WIDE);
        harness.state_mut().go(Route::Join);
        harness.run_steps(4);
        type_into(&mut harness, "Link", &super::tests::link());
        press(&mut harness, "Show me the room");
        assert_eq!(harness.query_by_label("Join as soon as they can be reached").is_some(), waits, "{code:?}");
        assert_eq!(harness.query_by_label("Try again").is_some(), waits, "{code:?}");
        if waits {
            press(&mut harness, "Join as soon as they can be reached");
            assert_eq!(asked(&stage, "Join {"), 1);
        }
    }
}
