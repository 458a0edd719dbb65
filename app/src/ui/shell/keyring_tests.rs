//! The keyring in the window: turned on with the passphrase only, offered where it answers, never in the way.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use egui_kittest::kittest::{NodeT as _, Queryable};

use super::tests::{WIDE, asked, open, press, type_into};
use super::*;
use crate::engine::event::Reply;
use crate::engine::fault::{Code, Fault};
use crate::ui::stage::{self, Stage};

const OPEN_BY: &str = "Open without the passphrase";

#[test]
fn a_keyring_opens_by_a_press_and_its_refusal_leaves_the_passphrase() {
    let stage = Stage::new(stage::profile(ProfileState::Locked));
    stage.script(|command, _| match command {
        Command::Profile(command::Profile::UnlockByKeyring) => Err(Fault::because(Code::NoKeyring, "locked")),
        _ => Ok(Reply::Done {}),
    });
    let mut harness = open(&stage, WIDE);
    assert!(harness.query_by_label(OPEN_BY).is_none(), "not offered where it was not turned on");
    stage.scene().snapshot.profile.keyring = true;
    harness.run_steps(3);
    assert!(harness.query_by_label(OPEN_BY).is_none(), "nor where no keyring answers");
    harness.get_by_label_contains("does not answer just now");
    stage.scene().snapshot.profile.keyring_here = true;
    harness.run_steps(3);
    assert_eq!(asked(&stage, "UnlockByKeyring"), 0, "it stays locked until somebody asks");
    press(&mut harness, OPEN_BY);
    assert_eq!(asked(&stage, "UnlockByKeyring"), 1);
    harness.get_by_label_contains("keyring is locked and was not opened");
    assert!(!harness.get_by_label(OPEN_BY).accesskit_node().is_disabled(), "it can be tried again");
    type_into(&mut harness, "Passphrase", "copper lantern orchard");
    press(&mut harness, "Unlock");
    assert_eq!(asked(&stage, "Unlock {"), 1);
}

#[test]
fn turning_it_on_says_what_it_means_and_needs_the_passphrase() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    stage.scene().snapshot.profile.keyring_here = true;
    stage.script(|command, snapshot| {
        if let Command::Profile(command::Profile::SetKeyring { on, passphrase }) = command {
            assert_eq!(*on, passphrase.is_some());
            snapshot.profile.keyring = *on;
        }
        Ok(Reply::Done {})
    });
    let mut harness = open(&stage, WIDE);
    press(&mut harness, "Settings");
    harness.get_by_label_contains("Open without the passphrase").click();
    harness.run_steps(4);
    harness.get_by_label_contains("Whoever is logged in to your account");
    assert!(harness.get_by_label("Turn on").accesskit_node().is_disabled());
    type_into(&mut harness, "Passphrase", "copper lantern orchard");
    press(&mut harness, "Turn on");
    harness.get_by_label("This computer’s keyring opens Hearth.");
    press(&mut harness, "Turn off");
    assert!(harness.query_by_label("This computer’s keyring opens Hearth.").is_none());
    assert_eq!(asked(&stage, "SetKeyring"), 2);
}

#[test]
fn a_keyring_is_looked_for_whenever_it_could_be_offered() {
    let stage = Stage::new(stage::profile(ProfileState::Locked));
    stage.scene().snapshot.profile.keyring = true;
    let mut harness = open(&stage, WIDE);
    let sought = || asked(&stage, "View(Keyring)");
    assert_eq!(sought(), 1, "the page came up");
    harness.run_steps(5);
    assert_eq!(sought(), 1, "and it is not asked over and over");
    harness.input_mut().focused = false;
    harness.run_steps(3);
    // It starts while the window is behind others; the engine finds it once it is asked.
    stage.script(|command, snapshot| {
        snapshot.profile.keyring_here |= matches!(command, Command::View(command::View::Keyring));
        Ok(Reply::Done {})
    });
    assert!(harness.query_by_label(OPEN_BY).is_none());
    harness.input_mut().focused = true;
    harness.run_steps(3);
    harness.get_by_label(OPEN_BY);
    assert_eq!(sought(), 2);
    stage.scene().snapshot = stage::profile(ProfileState::Open);
    harness.run_steps(3);
    assert_eq!(sought(), 2, "an open profile needs none");
    harness.state_mut().go(Route::Setting(Setting::Keyring));
    harness.run_steps(3);
    assert_eq!(sought(), 3, "but where it is turned on");
    stage.scene().snapshot = stage::profile(ProfileState::Hidden);
    harness.state_mut().go(Route::Home);
    harness.run_steps(3);
    stage.scene().snapshot = stage::profile(ProfileState::Open);
    harness.run_steps(3);
    stage.scene().snapshot = stage::profile(ProfileState::Locked);
    harness.run_steps(3);
    assert!(sought() >= 4, "and each time that it locks");
}
