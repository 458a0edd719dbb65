//! What comes from outside does nothing by itself, and what goes outside says nothing.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::tz::TimeZone;

use super::*;
use crate::engine::snapshot::Snapshot;
use crate::ui::shell::tests::{WIDE, asked, watched};
use crate::ui::stage::{self, NOW_MS, Stage};

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("nobody reads it".into())
    }
}

/// A desktop that writes down what it is told.
#[derive(Clone, Default)]
struct Fake {
    told: Rc<RefCell<Vec<String>>>,
    wishes: Rc<RefCell<VecDeque<Wish>>>,
    tray: Rc<Cell<bool>>,
    taste: Rc<Cell<Taste>>,
    now_ms: Rc<Cell<u64>>,
}

impl Desktop for Fake {
    fn say(&mut self, said: &Said) {
        self.told.borrow_mut().push(said.message.clone());
    }

    fn notify(&mut self) {
        self.told.borrow_mut().push("notify".into());
    }

    fn withdraw(&mut self) {
        self.told.borrow_mut().push("withdraw".into());
    }

    fn has_tray(&self) -> bool {
        self.tray.get()
    }

    fn taste(&self) -> Taste {
        self.taste.get()
    }

    fn next_wish(&mut self) -> Option<Wish> {
        self.wishes.borrow_mut().pop_front()
    }
}

impl Fake {
    fn wish(&self, wish: Wish) {
        self.wishes.borrow_mut().push_back(wish);
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.told.borrow_mut())
    }
}

/// What the operating system was told in any frame since the last look.
type Commands = Rc<RefCell<Vec<ViewportCommand>>>;

fn open<'a>(stage: &Stage, fake: &Fake, commands: &Commands) -> Harness<'a, App> {
    let (clock, commands) = (Rc::clone(&fake.now_ms), Rc::clone(commands));
    clock.set(NOW_MS);
    let app = App::with_clock(Box::new(stage.clone()), Box::new(move || clock.get()), TimeZone::UTC);
    let app = app.on(Box::new(fake.clone()));
    watched(app, WIDE, move |ctx| {
        let given = ctx.viewport(|viewport| viewport.commands.clone());
        commands.borrow_mut().extend(given);
    })
}

fn news(stage: &Stage) {
    stage.scene().events.push_back(Event::NoticeMessage { room: stage::room_id(1) });
}

#[test]
fn news_is_told_once_a_minute_and_taken_back_when_the_person_looks() {
    let (stage, fake) = (Stage::new(stage::circle()), Fake::default());
    let mut harness = open(&stage, &fake, &Commands::default());
    harness.input_mut().focused = false;
    harness.run_steps(2);
    assert_eq!(fake.take()[0], "You have a new message");
    for _ in 0..3 {
        news(&stage);
        harness.run_steps(2);
    }
    assert_eq!(fake.take(), ["notify"]);
    fake.now_ms.set(NOW_MS + QUIET_MS);
    news(&stage);
    harness.run_steps(2);
    assert_eq!(fake.take(), ["notify"]);
    assert_eq!(asked(&stage, "Focus(false)"), 1);
    harness.input_mut().focused = true;
    harness.run_steps(2);
    assert_eq!(fake.take(), ["withdraw"]);
    assert_eq!(asked(&stage, "Focus(true)"), 2, "at the start, and now");
}

#[test]
fn a_link_from_outside_waits_for_the_profile_and_then_for_the_person() {
    let (stage, fake) = (Stage::new(stage::profile(ProfileState::Locked)), Fake::default());
    let mut harness = open(&stage, &fake, &Commands::default());
    fake.wish(Wish::Link("hearth:abc".into()));
    harness.run_steps(4);
    harness.get_by_label("An invitation waits for you. You can use it as soon as Hearth is open.");
    let snapshot: Snapshot = stage::circle();
    stage.scene().snapshot = snapshot;
    harness.run_steps(4);
    assert_eq!(harness.state().route, Route::Join);
    assert_eq!(asked(&stage, "Preview") + asked(&stage, "Accept") + asked(&stage, "Join"), 0);
}

#[test]
fn closing_asks_where_hearth_can_go_on_and_says_what_each_means() {
    let (stage, fake, commands) = (Stage::new(stage::circle()), Fake::default(), Commands::default());
    fake.tray.set(true);
    let mut harness = open(&stage, &fake, &commands);
    let close = |harness: &mut Harness<'_, App>| {
        let root = harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
        root.events.push(egui::ViewportEvent::Close);
        harness.step();
        let root = harness.input_mut().viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
        root.events.clear();
        harness.run_steps(3);
    };
    close(&mut harness);
    assert!(commands.borrow().contains(&ViewportCommand::CancelClose));
    harness.get_by_label_contains("messages still reach you");
    harness.get_by_label("Keep in the background").click();
    harness.run_steps(3);
    assert!(commands.borrow().contains(&ViewportCommand::Visible(false)));
    assert!(!commands.borrow().contains(&ViewportCommand::Close));

    commands.borrow_mut().clear();
    fake.wish(Wish::Show);
    harness.run_steps(2);
    assert!(commands.borrow().contains(&ViewportCommand::Visible(true)));
    close(&mut harness);
    harness.get_by_label("Quit Hearth").click();
    harness.run_steps(3);
    assert!(commands.borrow().contains(&ViewportCommand::Close));
}

#[test]
fn closing_a_window_that_is_not_drawn_asks_first_too() {
    let (stage, fake, commands) = (Stage::new(stage::circle()), Fake::default(), Commands::default());
    fake.tray.set(true);
    let mut harness = open(&stage, &fake, &commands);
    let mut root = egui::ViewportInfo::default();
    root.events.push(egui::ViewportEvent::Close);
    let viewports = std::iter::once((egui::ViewportId::ROOT, root)).collect();
    let pressed = egui::RawInput { viewports, ..egui::RawInput::default() };
    let ctx = harness.ctx.clone();
    let output = ctx.run_logic(&pressed, |ctx| harness.state_mut().listen(ctx));
    let told = output.viewport_commands.get(&egui::ViewportId::ROOT).unwrap();
    assert!(told.contains(&ViewportCommand::CancelClose) && told.contains(&ViewportCommand::Visible(true)), "{told:?}");
    harness.run_steps(3);
    harness.get_by_label("Keep in the background");

    // Where nothing is to be asked it ends at once, and no question comes later.
    let (stage, commands) = (Stage::new(stage::profile(ProfileState::Locked)), Commands::default());
    let mut harness = open(&stage, &Fake::default(), &commands);
    let ctx = harness.ctx.clone();
    let output = ctx.run_logic(&pressed, |ctx| harness.state_mut().listen(ctx));
    let told = output.viewport_commands.get(&egui::ViewportId::ROOT).cloned().unwrap_or_default();
    assert!(!told.contains(&ViewportCommand::CancelClose), "{told:?}");
    assert!(harness.state().is_ending());
}

#[test]
fn the_tray_locks_and_quits_and_the_one_who_opened_it_ends_it() {
    let (stage, fake, commands) =
        (Stage::new(stage::profile(ProfileState::Open)), Fake::default(), Commands::default());
    let mut harness = open(&stage, &fake, &commands);
    fake.wish(Wish::Lock);
    harness.run_steps(2);
    assert_eq!(asked(&stage, "Lock"), 1);
    fake.wish(Wish::Quit);
    harness.run_steps(4);
    assert!(commands.borrow().contains(&ViewportCommand::Close), "nothing would be lost");

    let (stage, commands) = (Stage::new(stage::circle()), Commands::default());
    let mut harness = open(&stage, &fake, &commands);
    fake.wish(Wish::Quit);
    harness.run_steps(4);
    assert!(!commands.borrow().contains(&ViewportCommand::Close), "it asks first");
    harness.get_by_label("Stay");
    fake.wish(Wish::End);
    harness.run_steps(2);
    assert!(commands.borrow().contains(&ViewportCommand::Close));
}

#[test]
fn a_dropped_link_is_pasted_a_picture_goes_to_the_joining_page_and_nothing_else_is_sent() {
    let (stage, fake) = (Stage::new(stage::circle()), Fake::default());
    let mut harness = open(&stage, &fake, &Commands::default());
    let folder = tempfile::tempdir().unwrap();
    let drop_file = |harness: &mut Harness<'_, App>, name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
        harness.run_steps(4);
    };
    drop_file(&mut harness, "scan.pdf", "%PDF");
    harness.get_by_label_contains("Hearth cannot send files yet");
    assert_eq!(harness.state().route, Route::Home);
    drop_file(&mut harness, "invite.txt", "Hello!\nhearth:abcdef\n");
    assert_eq!(harness.state().route, Route::Join);
    assert_eq!(asked(&stage, "Preview") + asked(&stage, "Accept") + asked(&stage, "Send"), 0);
}

#[test]
fn the_desktops_taste_counts_until_another_is_chosen_here() {
    use crate::engine::display::{Contrast, DisplayPatch, Motion};
    let (stage, fake) = (Stage::new(stage::circle()), Fake::default());
    let mut harness = open(&stage, &fake, &Commands::default());
    assert!(!harness.state().strong);
    fake.taste.set(Taste { strong: true, still: true });
    harness.run_steps(2);
    assert!(harness.state().strong, "the desktop asks for it");
    let soft =
        DisplayPatch { contrast: Some(Contrast::Standard), motion: Some(Motion::Full), ..DisplayPatch::default() };
    harness.state_mut().change_display(soft);
    harness.run_steps(2);
    assert!(!harness.state().strong, "what was chosen here counts");
    let system = DisplayPatch { contrast: Some(Contrast::System), ..DisplayPatch::default() };
    harness.state_mut().change_display(system);
    harness.run_steps(2);
    assert!(harness.state().strong);
}

/// Whether the window would be drawn again by itself soon.
fn moves(harness: &Harness<'_, App>) -> bool {
    let again = harness.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap();
    again < std::time::Duration::from_secs(60)
}

/// Whether a notch of the wheel goes on moving things in the frame after it.
fn slides(harness: &mut Harness<'_, App>) -> bool {
    let (unit, phase, source) = (egui::MouseWheelUnit::Line, egui::TouchPhase::Move, egui::MouseWheelSource::Wheel);
    let (delta, modifiers) = (egui::vec2(0.0, -3.0), egui::Modifiers::NONE);
    harness.event(egui::Event::MouseWheel { unit, delta, phase, source, modifiers });
    harness.run_steps(2);
    let later = harness.ctx.input(egui::InputState::smooth_scroll_delta);
    harness.run_steps(20);
    later != egui::Vec2::ZERO
}

#[test]
fn stillness_chosen_here_or_on_the_desktop_reaches_what_moves() {
    use crate::engine::display::{DisplayPatch, Motion};
    let (stage, fake) = (Stage::new(stage::circle()), Fake::default());
    let mut harness = open(&stage, &fake, &Commands::default());
    harness.run_steps(20);
    assert!(!moves(&harness));
    // How much is kept is never answered here, so that its bar goes round.
    harness.state_mut().go(Route::Setting(Setting::Storage));
    harness.run_steps(4);
    assert!(moves(&harness), "the bar goes round");
    let choose = |motion, harness: &mut Harness<'_, App>| {
        harness.state_mut().change_display(DisplayPatch { motion: Some(motion), ..DisplayPatch::default() });
        harness.run_steps(20);
    };
    assert!(slides(&mut harness));
    choose(Motion::Reduced, &mut harness);
    assert!(!moves(&harness), "nothing moves");
    assert!(!slides(&mut harness));
    choose(Motion::System, &mut harness);
    assert!(moves(&harness));
    fake.taste.set(Taste { strong: false, still: true });
    harness.run_steps(20);
    assert!(!moves(&harness), "the desktop asks for it");
    choose(Motion::Full, &mut harness);
    assert!(moves(&harness), "what was chosen here counts");
}
