//! The whole window over a real store of 100,000 messages: opened, scrolled, jumped in, by counted work.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use crate::engine::Library;
use crate::engine::command::{Command, View};
use crate::engine::event::Reply;
use crate::ui::shell::App;
use crate::ui::shell::tests::{self, asked};
use crate::ui::stage::{self, Stage};

const MESSAGES: u64 = 100_000;

fn open<'a>() -> (Stage, Harness<'a, App>) {
    let stage = Stage::new(stage::circle());
    let mut library = Library::new(MESSAGES);
    stage.script(move |command, snapshot| {
        match command {
            Command::View(View::Open(None)) => snapshot.open = None,
            Command::View(View::Active) => {}
            Command::View(view) => snapshot.open = Some(Arc::new(library.view(view))),
            _ => {}
        }
        Ok(Reply::Done {})
    });
    let mut harness = tests::open(&stage, [1180.0, 800.0]);
    harness.get_by_label("Rooms").click();
    harness.run_steps(3);
    harness.get_by_label_contains("Tuesday circle").click();
    harness.run_steps(5);
    (stage, harness)
}

fn key(harness: &mut Harness<'_, App>, key: egui::Key, times: usize) -> usize {
    let mut most = 0;
    for _ in 0..times {
        harness.key_press(key);
        for _ in 0..4 {
            harness.run_steps(1);
            most = most.max(harness.state().laid_out());
        }
    }
    most
}

#[test]
fn a_hundred_thousand_messages_open_at_once_and_are_walked_by_keyboard() {
    let (stage, mut harness) = open();
    harness.get_by_label_contains("Message 100000:");
    assert!(harness.state().laid_out() < 40, "{}", harness.state().laid_out());
    harness.get_by_label_contains("Message 100000:").focus();
    harness.run_steps(3);

    let most = key(&mut harness, egui::Key::PageUp, 40);
    assert!(most < 80, "a frame never lays out more than it shows and a page: {most}");
    assert!(harness.query_by_label_contains("Message 100000:").is_none());
    let pages = asked(&stage, "Older");
    assert!((1..8).contains(&pages), "{pages}");

    let most = key(&mut harness, egui::Key::Home, 1);
    harness.get_by_label_contains("Message 1:");
    assert!(most < 80 && asked(&stage, "Depth") == 1, "{most}");

    harness.get_by_label("To the newest").click();
    harness.run_steps(6);
    harness.get_by_label_contains("Message 100000:");
    let held = stage.scene().snapshot.open.as_ref().unwrap().messages.len();
    assert!(held <= 400, "{held}");

    // An answer leads to what it answers, however far away.
    harness.get_by_label_contains("Message 100000:").focus();
    harness.run_steps(3);
    key(&mut harness, egui::Key::Enter, 1);
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Go to the message this answers").click();
    harness.run_steps(6);
    assert_eq!(asked(&stage, "Around"), 1);
    assert!(harness.get_by_label_contains("Message 50000:").is_focused());
}
