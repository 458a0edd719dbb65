//! A profile that another program has open: said in words, asked for again by a press, and left by another.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::cell::RefCell;
use std::rc::Rc;

use egui::ViewportCommand;
use egui_kittest::kittest::{NodeT as _, Queryable};
use tempfile::TempDir;

use super::journey_tests::{start, until, window};
use super::tests::{WIDE, app, press, watched};
use super::*;
use crate::engine::snapshot::Notice;
use crate::ui::stage::{self, Stage};

#[test]
fn a_profile_that_was_let_go_is_taken_by_a_press() {
    let world = TempDir::new().unwrap();
    let other = start(world.path());
    let mine = start(world.path());
    let mut harness = window(&mine);
    until(&mut harness, "Hearth is already open");
    press(&mut harness, "Try again");
    until(&mut harness, "It is still open there");
    assert!(!harness.get_by_label("Try again").accesskit_node().is_disabled());
    other.stop();
    assert!(harness.query_by_label("Choose your language").is_none(), "nothing is taken by itself");
    press(&mut harness, "Try again");
    until(&mut harness, "Choose your language");
    mine.stop();
}

#[test]
fn the_page_ends_hearth_by_a_press() {
    let mut scene = stage::profile(ProfileState::Locked);
    scene.profile.notice = Some(Notice::InUse);
    let given = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&given);
    let mut harness = watched(app(&Stage::new(scene)), WIDE, move |ctx| {
        told.borrow_mut().extend(ctx.viewport(|viewport| viewport.commands.clone()));
    });
    assert!(!given.borrow().contains(&ViewportCommand::Close));
    press(&mut harness, "Quit Hearth");
    assert!(given.borrow().contains(&ViewportCommand::Close));
}
