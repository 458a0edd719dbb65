//! An invitation in words, as somebody on the telephone takes it down.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::cell::RefCell;
use std::rc::Rc;

use crypto::invite::Invite;
use crypto::invite::words::WordList;
use egui::{Event as Input, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

use super::tests::{link, open, press};
use super::*;
use crate::engine::command::Room;
use crate::engine::event::Reply;
use crate::ui::stage::{self, Stage};

fn write(harness: &mut Harness<'_, App>, number: usize, text: &str) {
    harness.get_by_label(&format!("Line {number}")).focus();
    harness.run_steps(2);
    harness.event(Input::Text(text.to_owned()));
    harness.run_steps(3);
}

fn key(harness: &mut Harness<'_, App>, key: Key, modifiers: Modifiers) {
    for pressed in [true, false] {
        harness.event(Input::Key { key, physical_key: None, pressed, repeat: false, modifiers });
    }
    harness.run_steps(3);
}

fn clear(harness: &mut Harness<'_, App>) {
    key(harness, Key::A, Modifiers::COMMAND);
    key(harness, Key::Backspace, Modifiers::NONE);
}

fn written(harness: &Harness<'_, App>, name: &str) -> String {
    harness.get_by_label(name).accesskit_node().value().unwrap_or_default()
}

fn at_words<'a>(stage: &Stage) -> Harness<'a, App> {
    let mut harness = open(stage, [1180.0, 1600.0]);
    harness.get_all_by_label("Use a link").next().unwrap().click();
    harness.run_steps(4);
    press(&mut harness, "Type the words");
    harness
}

#[test]
fn words_are_typed_line_by_line_and_a_slip_is_told_at_its_line() {
    let previewed = Rc::new(RefCell::new(None));
    let stage = Stage::new(stage::profile(ProfileState::Open));
    let seen = Rc::clone(&previewed);
    stage.script(move |command, _| {
        if let Command::Room(Room::Preview { link }) = command {
            *seen.borrow_mut() = Some(link.clone());
        }
        Ok(Reply::Done {})
    });
    let mut harness = at_words(&stage);
    let lines = Invite::decode(&link()).unwrap().words(WordList::English).unwrap();

    // Three words, the third still being typed, are no mistake.
    write(&mut harness, 1, &lines[0].split(' ').take(2).collect::<Vec<_>>().join(" "));
    write(&mut harness, 1, " ab");
    harness.get_by_label_contains("Each line has six words");
    assert!(harness.get_by_label("Next line").accesskit_node().is_disabled());
    clear(&mut harness);

    // Two words that changed places.
    let mut swapped: Vec<&str> = lines[0].split(' ').collect();
    swapped.swap(1, 4);
    write(&mut harness, 1, &(swapped.join(" ") + " "));
    harness.get_by_label_contains("Line 1 is not right yet");
    clear(&mut harness);
    write(&mut harness, 1, &lines[0].replacen(' ', " xylophone ", 1));
    harness.get_by_label_contains("xylophone");
    clear(&mut harness);
    write(&mut harness, 1, &lines[1]);
    harness.get_by_label_contains("These are the words of line 2");
    clear(&mut harness);

    for (at, line) in lines.iter().enumerate() {
        let told: Vec<String> = line.split(' ').map(|word| word.chars().take(4).collect()).collect();
        write(&mut harness, at + 1, &told.join(" ").to_uppercase());
        harness.get_by_label_contains("This line is right");
        if at % 2 == 0 {
            key(&mut harness, Key::Enter, Modifiers::NONE);
        } else {
            press(&mut harness, if at + 1 == lines.len() { "That was all" } else { "Next line" });
        }
        if at == 1 {
            harness.get_by_label(&format!("1. {}", lines[0]));
        }
    }
    assert_eq!(written(&harness, "Link"), link());
    assert!(harness.get_by_label("Show me the room").is_focused(), "the keyboard stands on what leads on");
    key(&mut harness, Key::Enter, Modifiers::NONE);
    assert_eq!(previewed.borrow().as_deref(), Some(link().as_str()));
}

#[test]
fn pasted_words_are_taken_at_once_up_to_the_first_slip() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    let mut harness = at_words(&stage);
    let mut lines = Invite::decode(&link()).unwrap().words(WordList::French).unwrap();
    let right = lines[2].clone();
    lines[2] = lines[2].split(' ').rev().collect::<Vec<_>>().join(" ");
    let numbered: Vec<String> = lines.iter().enumerate().map(|(at, line)| format!("{}. {line}", at + 1)).collect();
    harness.get_by_label("Line 1").focus();
    harness.run_steps(2);
    harness.event(Input::Paste(numbered.join("\n")));
    harness.run_steps(4);
    harness.get_by_label_contains("Line 3 is not right yet");
    clear(&mut harness);
    lines[2] = right;
    harness.event(Input::Paste(lines[2..].join("\n")));
    harness.run_steps(4);
    assert_eq!(written(&harness, "Link"), link());
}

#[test]
fn words_in_the_field_for_links_are_read_too() {
    let stage = Stage::new(stage::profile(ProfileState::Open));
    let mut harness = open(&stage, [1180.0, 1600.0]);
    harness.get_all_by_label("Use a link").next().unwrap().click();
    harness.run_steps(4);
    let lines = Invite::decode(&link()).unwrap().words(WordList::English).unwrap();
    for (text, told) in [
        (lines.join("\n"), "connects straight to the person"),
        (lines[..3].join("\n"), "Line 4 is still to come"),
        (format!("{}\n{}", lines[0], lines[4]), "These are the words of line 5"),
    ] {
        harness.get_by_label("Link").focus();
        harness.run_steps(2);
        key(&mut harness, Key::A, Modifiers::COMMAND);
        harness.event(Input::Paste(text));
        harness.run_steps(4);
        harness.get_by_label_contains(told);
    }
}
