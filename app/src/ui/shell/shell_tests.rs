//! The whole window by accessible name, over a staged engine and without a display.
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

use super::*;
use crate::engine::event::Reply;
use crate::engine::fault::{Code, Fault};
use crate::ui::i18n::bare;
use crate::ui::stage::{self, NOW_MS, Stage};
use crate::ui::theme;
use net::room::charter::RetentionName;

pub(super) fn app(stage: &Stage) -> App {
    App::with_clock(Box::new(stage.clone()), Box::new(|| NOW_MS), TimeZone::UTC)
}

pub(in crate::ui) fn open<'a>(stage: &Stage, size: [f32; 2]) -> Harness<'a, App> {
    shown(app(stage), size)
}

/// A window of this size after its first frames.
pub(super) fn shown<'a>(app: App, size: [f32; 2]) -> Harness<'a, App> {
    watched(app, size, |_| ())
}

/// The same; `watch` looks at every frame.
pub(super) fn watched<'a>(app: App, size: [f32; 2], mut watch: impl FnMut(&egui::Context) + 'a) -> Harness<'a, App> {
    let mut harness = Harness::builder().with_size(size).with_max_steps(12).build_ui_state(
        move |ui, app: &mut App| {
            app.listen(ui.ctx());
            app.show(ui);
            watch(ui.ctx());
        },
        app,
    );
    theme::apply(&harness.ctx);
    harness.run_steps(3);
    harness
}

pub(super) const WIDE: [f32; 2] = [1180.0, 900.0];

pub(super) fn press(harness: &mut Harness<'_, App>, name: &str) {
    harness.get_by_label(name).click();
    harness.run_steps(4);
}

pub(super) fn key(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(4);
}

/// What has the keyboard, by its name.
pub(super) fn focused(harness: &Harness<'_, App>) -> String {
    let found = harness.query_all(egui_kittest::kittest::by().predicate(|node| node.is_focused()));
    found.last().and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

pub(super) fn type_into(harness: &mut Harness<'_, App>, name: &str, text: &str) {
    harness.get_by_label(name).focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(3);
}

pub(in crate::ui) fn asked(stage: &Stage, what: &str) -> usize {
    stage.scene().asked.iter().filter(|asked| asked.contains(what)).count()
}

#[test]
fn a_profile_is_made_from_a_name_a_role_and_a_passphrase() {
    let stage = Stage::new(stage::empty());
    stage.script(|command, snapshot| {
        if let Command::Profile(command::Profile::Create { name, passphrase, .. }) = command {
            assert_eq!(name.expose(), "Marta");
            assert_eq!(passphrase.expose(), "copper lantern orchard");
            *snapshot = stage::profile(ProfileState::Open);
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, [1180.0, 1500.0]);
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    harness.get_by_label_contains("Step 3 of 4");
    type_into(&mut harness, "Your name", "Marta");
    press(&mut harness, "I live with cancer");
    type_into(&mut harness, "Passphrase", "copper lantern orchard");
    press(&mut harness, "Next");
    press(&mut harness, "Back");
    press(&mut harness, "Next");
    assert_eq!(asked(&stage, "Create"), 0, "nothing is made before the last step is answered");
    press(&mut harness, "Start without one");
    assert_eq!(asked(&stage, "Create"), 1);
    assert!(stage.scene().asked.iter().all(|asked| !asked.contains("lantern")));
    harness.get_by_label("Hello Marta Oliveira");
}

#[test]
fn a_weak_passphrase_is_explained_beside_the_field() {
    let stage = Stage::new(stage::empty());
    let mut harness = open(&stage, [1180.0, 1500.0]);
    press(&mut harness, "Next");
    press(&mut harness, "Next");
    type_into(&mut harness, "Your name", "Marta");
    press(&mut harness, "I support someone");
    type_into(&mut harness, "Passphrase", "password1");
    assert!(harness.get_all_by_label_contains("Too easy to guess").count() > 0);
    press(&mut harness, "Next");
    harness.get_by_label_contains("Step 3 of 4");
    type_into(&mut harness, "Passphrase", " walnut ferry blanket");
    assert!(harness.get_all_by_label_contains("hard to guess").count() > 0);
}

#[test]
fn a_wrong_passphrase_says_so_and_then_how_long_to_wait() {
    let stage = Stage::new(stage::profile(ProfileState::Locked));
    stage.script(|_, _| Err(Code::WrongPassphrase.into()));
    let mut harness = open(&stage, WIDE);
    type_into(&mut harness, "Passphrase", "not it");
    press(&mut harness, "Unlock");
    harness.get_by_label_contains("not the right passphrase");
    stage.script(|_, _| Err(Fault { retry_after_ms: Some(4_000), ..Fault::from(Code::TooManyAttempts) }));
    type_into(&mut harness, "Passphrase", "again");
    press(&mut harness, "Unlock");
    harness.get_by_label_contains("4 seconds");
    type_into(&mut harness, "Passphrase", "again");
    let before = asked(&stage, "Unlock");
    press(&mut harness, "Unlock");
    assert_eq!(asked(&stage, "Unlock"), before, "nothing is sent while the wait runs");
}

pub(super) fn in_room(size: [f32; 2]) -> (Stage, Harness<'static, App>) {
    let stage = Stage::new(stage::circle());
    stage.script(|command, snapshot| {
        if let Command::View(command::View::Open(room)) = command {
            snapshot.open = room.and(stage::conversation().open);
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, size);
    press(&mut harness, "Rooms");
    harness.get_by_label_contains("Tuesday circle").click();
    harness.run_steps(5);
    (stage, harness)
}

#[test]
fn a_message_is_written_and_sent_with_enter() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "خذ 10 mg");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    assert_eq!(asked(&stage, "Send"), 1);
    assert!(asked(&stage, "Typing") >= 2, "writing is told, and that it ended");
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "");
}

#[test]
fn assistive_technology_can_set_a_field() {
    let (_stage, mut harness) = in_room(WIDE);
    let (id, tree) = {
        let node = harness.get_by_label("Message to Tuesday circle");
        (node.accesskit_node().locate().0, node.accesskit_node().locate().1)
    };
    let data = Some(egui::accesskit::ActionData::Value("by voice".into()));
    let request = egui::accesskit::ActionRequest {
        action: egui::accesskit::Action::SetValue,
        target_node: id,
        target_tree: tree,
        data,
    };
    harness.event(egui::Event::AccessKitActionRequest(request));
    harness.run_steps(3);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "by voice");
}

#[test]
fn arrows_move_from_message_to_message() {
    let (_stage, mut harness) = in_room(WIDE);
    harness.get_by_label_contains("Thank you. Fingers").focus();
    harness.run_steps(3);
    harness.key_press(egui::Key::ArrowUp);
    harness.run_steps(4);
    assert!(harness.get_by_label_contains("Anneke Visser, Doctor, not verified, 10:11").is_focused());
}

#[test]
fn what_the_engine_refuses_comes_back_into_the_field() {
    let (stage, mut harness) = in_room(WIDE);
    stage.script(|command, _| match command {
        Command::Message(_) => Err(Code::StoreFailed.into()),
        _ => Ok(Reply::Done {}),
    });
    type_into(&mut harness, "Message to Tuesday circle", "keep me");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(4);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "keep me");
    harness.get_by_label_contains("could not save");
}

#[test]
fn a_draft_waits_while_another_room_is_looked_at() {
    let (_stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "half a thou");
    harness.get_by_label("People").click();
    harness.run_steps(4);
    harness.get_by_label("Rooms").click();
    harness.run_steps(4);
    harness.get_by_label_contains("Tuesday circle").click();
    harness.run_steps(5);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "half a thou");
}

#[test]
fn ones_own_message_can_be_answered_reworded_and_taken_back() {
    let (stage, mut harness) = in_room(WIDE);
    harness.get_by_label_contains("Thank you. Fingers").click();
    harness.run_steps(4);
    press(&mut harness, "Reword");
    harness.get_by_label("Changing your message");
    press(&mut harness, "Cancel");
    harness.get_by_label_contains("Thank you. Fingers").click();
    harness.run_steps(4);
    press(&mut harness, "Take back");
    assert_eq!(asked(&stage, "Retract"), 1);
}

#[test]
fn others_messages_show_their_author_and_that_a_doctor_is_unverified() {
    let (_stage, harness) = in_room(WIDE);
    harness.get_by_label_contains("سليم الحداد, 10:04");
    assert_eq!(harness.get_all_by_label_contains("Read by everyone").count(), 2);
    harness.get_by_label_contains("Kavita Rao is writing");
}

#[test]
fn a_knock_is_answered_on_the_page_about_the_room() {
    let (stage, mut harness) = in_room(WIDE);
    press(&mut harness, "About this room");
    harness.get_by_label_contains("Blue Heron would like to come in");
    press(&mut harness, "Let in");
    assert_eq!(asked(&stage, "Admit"), 1);
}

#[test]
fn a_room_is_started_with_its_charter_and_leads_to_a_link() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    stage.script(|command, snapshot| match command {
        Command::Room(command::Room::Create { charter, .. }) => {
            assert_eq!(charter.retention, RetentionName::Record);
            snapshot.rooms = stage::circle().rooms;
            Ok(Reply::Created { room: stage::room_id(1), charter: stage::charter(RetentionName::Record) })
        }
        Command::Room(command::Room::Invite { .. }) => Ok(Reply::Link { link: "hearth:abc".into(), words: Vec::new() }),
        _ => Ok(Reply::Done {}),
    });
    let mut harness = open(&stage, [1180.0, 1900.0]);
    harness.get_all_by_label("Start a room").next().unwrap().click();
    harness.run_steps(4);
    type_into(&mut harness, "Name of the room", "Care");
    press(&mut harness, "Kept as a record");
    press(&mut harness, "Start the room");
    press(&mut harness, "Make a link");
    press(&mut harness, "Copy the link");
    harness.get_by_label_contains("Link copied");
}

#[test]
fn a_damaged_link_is_told_before_anybody_is_asked() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    let mut harness = open(&stage, WIDE);
    harness.get_all_by_label("Use a link").next().unwrap().click();
    harness.run_steps(4);
    type_into(&mut harness, "Link", "hearth:nonsense");
    harness.get_by_label_contains("not complete");
    press(&mut harness, "Show me the room");
    assert_eq!(asked(&stage, "Preview"), 0);
}

/// A real room link, made without a network.
pub(super) fn link() -> String {
    let invite = crypto::invite::Invite {
        kind: crypto::invite::InviteKind::Room(stage::room_id(7)),
        key: crypto::identity::PersonaPublic([7; 32]),
        secret: crypto::invite::InviteSecret::new([9; 16]),
        expiry_hours: crypto::invite::expiry_hours(NOW_MS, 3_600),
        hints: vec![crypto::invite::Hint::Address {
            ip: std::net::IpAddr::from([192, 0, 2, 1]),
            port: 4242,
            transport: crypto::invite::Transport::Quic,
        }],
    };
    invite.encode().unwrap()
}

#[test]
fn a_link_warns_of_its_address_shows_the_charter_and_only_then_joins() {
    for (kind, promise) in [(RetentionName::Ephemeral, true), (RetentionName::Record, false)] {
        let stage = Stage::new(stage::profile(ProfileState::Open));
        stage.script(move |command, snapshot| match command {
            Command::Room(command::Room::Preview { .. }) => Ok(Reply::Preview {
                room: stage::room_id(7),
                title: "Thursday group".into(),
                charter: stage::charter(kind),
                inviter_name: "Blue Heron".into(),
                direct: true,
            }),
            Command::Room(command::Room::Join { .. }) => {
                *snapshot = stage::circle();
                Ok(Reply::Joined { room: stage::room_id(1), state: crate::engine::snapshot::RoomState::Joined })
            }
            _ => Ok(Reply::Done {}),
        });
        let mut harness = open(&stage, [1180.0, 1400.0]);
        harness.get_all_by_label("Use a link").next().unwrap().click();
        harness.run_steps(4);
        type_into(&mut harness, "Link", &link());
        harness.get_by_label_contains("connects straight to the person");
        assert_eq!(asked(&stage, "Preview"), 0, "nobody is asked before the person agrees");
        press(&mut harness, "Show me the room");
        harness.get_by_label("Thursday group");
        assert_eq!(harness.query_by_label_contains("can link this name").is_some(), promise);
        assert_eq!(asked(&stage, "Join"), 0);
        press(&mut harness, if promise { "Knock" } else { "Join the room" });
        assert_eq!(asked(&stage, "Join"), 1);
    }
}

#[test]
fn locking_takes_everything_out_of_sight_and_out_of_the_caches() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "secret draft");
    assert!(harness.state().text.usage().2 > 20);
    stage.scene().snapshot = stage::profile(ProfileState::Locked);
    harness.run_steps(3);
    harness.get_by_label("Welcome back");
    assert!(harness.query_by_label_contains("Tuesday circle").is_none());
    assert!(harness.state().text.usage().2 < 20, "only this page's own sentences are held");
    stage.scene().snapshot = stage::circle();
    harness.run_steps(3);
    press(&mut harness, "Rooms");
    harness.get_by_label_contains("Tuesday circle").click();
    stage.scene().snapshot = stage::conversation();
    harness.run_steps(5);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "", "a draft does not outlive a lock");
}

#[test]
fn hiding_keeps_the_draft() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "half");
    stage.scene().snapshot = stage::profile(ProfileState::Hidden);
    harness.run_steps(3);
    harness.get_by_label_contains("Hearth is hidden");
    assert!(harness.query_by_label_contains("half").is_none());
    stage.scene().snapshot = stage::conversation();
    harness.run_steps(4);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "half");
}

#[test]
fn quitting_asks_where_an_ephemeral_talk_would_be_lost() {
    let (_stage, mut harness) = in_room(WIDE);
    harness.get_by_label("Message to Tuesday circle").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Q);
    harness.run_steps(4);
    let dialog = |harness: &Harness<'_, App>| harness.query_by_role(egui::accesskit::Role::AlertDialog).is_some();
    assert!(dialog(&harness));
    harness.run_steps(3);
    assert!(harness.get_by_label("Stay").is_focused(), "the keyboard stands on the safe answer");
    for _ in 0..5 {
        harness.key_press(egui::Key::Tab);
        harness.run_steps(3);
        let focused = ["Stay", "Close"].iter().any(|name| harness.get_by_label(name).is_focused());
        assert!(focused, "Tab stays inside");
    }
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    assert!(!dialog(&harness));
    assert!(harness.get_by_label("Message to Tuesday circle").is_focused(), "the keyboard went back");
}

#[test]
fn a_full_queue_is_told_and_loses_nothing() {
    let (stage, mut harness) = in_room(WIDE);
    type_into(&mut harness, "Message to Tuesday circle", "patience");
    stage.scene().busy = true;
    harness.key_press(egui::Key::Enter);
    harness.run_steps(3);
    let field = harness.get_by_label("Message to Tuesday circle");
    assert_eq!(field.value().unwrap_or_default(), "patience");
}

#[test]
fn a_narrow_window_shows_one_pane_and_a_way_back() {
    let (_stage, mut harness) = in_room([480.0, 640.0]);
    harness.get_by_label("Message to Tuesday circle");
    assert!(harness.query_by_label("Start a room").is_none());
    press(&mut harness, "Back");
    harness.get_by_label("Start a room");
}

#[test]
fn every_target_is_large_enough_for_numb_fingers() {
    for size in [WIDE, [480.0, 640.0]] {
        let (_stage, harness) = in_room(size);
        for role in [egui::accesskit::Role::Button, egui::accesskit::Role::Tab, egui::accesskit::Role::ListItem] {
            for node in harness.query_all_by_role(role) {
                let rect = node.rect();
                assert!(rect.height() >= 47.9, "{:?}", node.accesskit_node().label());
            }
        }
    }
}

/// The circle in a language, in a room, in a wide window.
fn speaking(language: &str) -> (Stage, Harness<'static, App>) {
    let (stage, mut harness) = in_room(WIDE);
    let patch = DisplayPatch { language: Some(language.into()), ..DisplayPatch::default() };
    harness.state_mut().change_display(patch);
    harness.run_steps(4);
    (stage, harness)
}

#[test]
fn the_language_changes_at_once_and_is_kept() {
    let (stage, harness) = speaking("de");
    assert_eq!(asked(&stage, "Display"), 1);
    harness.get_by_role_and_label(Role::Tab, &Words::new(Language::German).say("rail-rooms", &[]));
    assert_eq!(harness.state().words.language(), Language::German);
}

#[test]
fn what_was_chosen_before_holds_while_locked() {
    let locked = stage::profile(ProfileState::Locked);
    let display = Display { language: Some("ar".into()), text_percent: 150, ..Display::default() };
    let stage = Stage::new(Snapshot { display: Arc::new(display), ..locked });
    let harness = open(&stage, WIDE);
    harness.get_by_label(&bare(&Words::new(Language::Arabic).say("unlock-title", &[])));
    assert!((harness.ctx.zoom_factor() - 1.5).abs() < 0.01);
}

#[test]
fn an_arabic_window_is_the_mirror_of_an_english_one() {
    let (_stage, english) = in_room(WIDE);
    let (_stage, arabic) = speaking("ar");
    let words = Words::new(Language::Arabic);
    let mirrored = |role: Role, name: &str, key: &str| {
        let here = english.get_by_role_and_label(role, name).rect();
        let there = arabic.get_by_role_and_label(role, &bare(&words.say(key, &[]))).rect();
        let off = (WIDE[0] - here.min.x - there.max.x).abs();
        assert!(off < 1.5, "{key}: {here:?} is not the mirror of {there:?}");
    };
    mirrored(Role::Tab, "Rooms", "rail-rooms");
    mirrored(Role::Tab, "Settings", "rail-settings");
    mirrored(Role::Button, "About this room", "room-people");
    let bubble = |harness: &Harness<'_, App>| harness.get_by_label_contains("Third cycle done").rect();
    let (own, theirs) = (bubble(&english), bubble(&arabic));
    assert!((WIDE[0] - own.max.x - theirs.min.x).abs() < 1.5, "{own:?} {theirs:?}");
}

#[test]
fn an_idle_window_asks_for_no_more_frames() {
    let (_stage, mut harness) = in_room(WIDE);
    harness.run_steps(20);
    let output = harness.output();
    let delay = output.viewport_output.values().map(|v| v.repaint_delay).min().unwrap();
    assert!(delay > std::time::Duration::from_secs(3600), "{delay:?}");
}
