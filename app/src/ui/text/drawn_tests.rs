//! A dose stands right while it is typed, and nothing of what makes it so is ever seen by anybody.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;
use crate::ui::text::Style;
use crate::ui::text::doses::DOSES;

const DOSE: &str = "خذ 10 mg مساءً";

fn editor(engine: &Text, text: &str) -> Editor {
    let mut editor = Editor::lines(Style::BODY, 1024);
    for c in text.chars() {
        editor.apply(engine, Edit::Insert(c.to_string()));
        editor.lay_out(engine, Some(400.0), 1.0);
    }
    editor
}

fn step(engine: &Text, editor: &mut Editor, edit: Edit) {
    editor.apply(engine, edit);
    editor.lay_out(engine, Some(400.0), 1.0);
}

const fn go(motion: Motion) -> Edit {
    Edit::Move { motion, select: false }
}

#[test]
fn a_draft_is_drawn_as_the_message_will_be() {
    let engine = Text::new();
    let mut helped = 0;
    for (language, dose) in DOSES {
        let editor = editor(&engine, dose);
        assert_eq!(editor.text(), *dose);
        let drawn = editor.plain.raw_text();
        assert_eq!(drawn, bound(dose), "a draft in {language:?}");
        helped += usize::from(drawn.contains('\u{2066}'));
    }
    assert!(helped > 3, "{helped} doses need help");
}

#[test]
fn a_dose_stays_on_one_line_while_it_is_written() {
    let engine = Text::new();
    for text in ["Not sure how to say this, but I took 10 mg twice.", "J’ai pris 10 mg deux fois", "Fieber über 38 °C"]
    {
        let mut editor = editor(&engine, text);
        let from = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let to = from + text[from..].find(' ').unwrap() + 1;
        let mut lines = std::collections::BTreeSet::new();
        for width in (70..420_u16).step_by(5) {
            let top = |editor: &mut Editor, at: usize| {
                editor.apply(&engine, Edit::Select(at, at));
                editor.lay_out(&engine, Some(f32::from(width)), 1.0);
                editor.caret().unwrap().min.y.round() as i32
            };
            let (number, unit) = (top(&mut editor, from + 1), top(&mut editor, to + 1));
            assert_eq!(number, unit, "{text:?} in {width} points");
            lines.insert(number);
        }
        assert!(lines.len() > 1, "{text:?} never broke before its dose");
        assert_eq!(editor.text(), text);
    }
}

#[test]
fn a_dose_stands_right_after_each_letter() {
    let engine = Text::new();
    let typed: Vec<char> = DOSE.chars().collect();
    for count in 1..=typed.len() {
        let text: String = typed[..count].iter().collect();
        let editor = editor(&engine, &text);
        assert_eq!(editor.text(), text);
        assert_eq!(editor.ends(), (text.len(), text.len()));
        if text.ends_with("10 mg") {
            // What is written last is the unit: the caret stands behind it, at its right.
            let pieces = editor.pieces();
            let unit = pieces.iter().find(|piece| piece.text.contains("mg")).unwrap();
            let caret = editor.caret().unwrap();
            assert!((caret.min.x - unit.rect.max.x).abs() < 1.5, "{caret:?} {:?}", unit.rect);
        }
    }
}

#[test]
fn every_letter_is_reached_once_and_in_a_row() {
    let engine = Text::new();
    let mut editor = editor(&engine, DOSE);
    step(&engine, &mut editor, go(Motion::TextStart));
    let mut met = vec![editor.ends().1];
    for _ in 0..DOSE.chars().count() + 2 {
        // Arabic runs leftwards, so on is left.
        step(&engine, &mut editor, go(Motion::Left));
        met.push(editor.ends().1);
    }
    met.sort_unstable();
    met.dedup();
    let all: Vec<usize> = DOSE.char_indices().map(|(at, _)| at).chain([DOSE.len()]).collect();
    let missed: Vec<_> = all.iter().filter(|at| !met.contains(at)).collect();
    assert!(missed.len() <= 2, "places never reached: {missed:?} of {met:?}");
}

#[test]
fn what_is_copied_is_what_was_written() {
    let engine = Text::new();
    let mut editor = editor(&engine, DOSE);
    step(&engine, &mut editor, Edit::SelectAll);
    assert_eq!(editor.selected(), Some(DOSE));
    let from = DOSE.find("10").unwrap();
    step(&engine, &mut editor, Edit::Select(from, from + "10 mg".len()));
    assert_eq!(editor.selected(), Some("10 mg"));
    step(&engine, &mut editor, Edit::Insert("20 mg".into()));
    assert_eq!(editor.text(), DOSE.replace("10", "20"));
    step(&engine, &mut editor, Edit::Undo);
    assert_eq!(editor.text(), DOSE);
}

#[test]
fn a_screen_reader_hears_what_was_written() {
    let engine = Text::new();
    let editor = editor(&engine, DOSE);
    assert_ne!(editor.plain.raw_text(), DOSE, "there is something not to be read");
    let mut pieces = editor.pieces();
    pieces.sort_by_key(|piece| piece.start);
    let read: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(read, DOSE);
}

proptest! {
    #[test]
    fn an_editor_that_draws_otherwise_edits_the_same(
        acts in proptest::collection::vec(0..12_u8, 1..60),
    ) {
        let engine = Text::new();
        // The second never draws anything but what is written.
        let (mut drawn, mut plain) = (Editor::lines(Style::BODY, 512), Editor::lines(Style::BODY, 512));
        for act in acts {
            let edit = match act {
                0 => Edit::Insert("خذ ".into()),
                1 => Edit::Insert("1".into()),
                2 => Edit::Insert("0 mg ".into()),
                3 => Edit::DeleteBack,
                4 => Edit::Insert("مساء ".into()),
                5 => Edit::Undo,
                6 => Edit::Redo,
                7 => Edit::Insert("38 °C".into()),
                8 => Edit::DeleteWordBack,
                9 => Edit::Select(plain.text().len(), plain.text().len()),
                10 => Edit::Select(0, plain.text().len()),
                _ => Edit::Insert("\n".into()),
            };
            drawn.apply(&engine, edit.clone());
            drawn.lay_out(&engine, Some(200.0), 1.0);
            plain.apply(&engine, edit);
            plain.stale = false;
            plain.lay_out(&engine, Some(200.0), 1.0);
            prop_assert_eq!(drawn.text(), plain.text());
            prop_assert_eq!(drawn.selection(), plain.selection());
            let signs = drawn.text().chars().filter(|c| ('\u{2066}'..='\u{2069}').contains(c)).count();
            prop_assert_eq!(signs, 0);
        }
    }
}
