//! Editing in every script.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn editor() -> (Text, Editor) {
    let engine = Text::new();
    let mut editor = Editor::lines(Style::BODY, 64);
    editor.lay_out(&engine, Some(300.0), 1.0);
    (engine, editor)
}

fn insert(engine: &Text, editor: &mut Editor, text: &str) {
    for c in text.chars() {
        editor.apply(engine, Edit::Insert(c.to_string()));
    }
}

fn go(motion: Motion) -> Edit {
    Edit::Move { motion, select: false }
}

#[test]
fn what_is_typed_stands_there() {
    let (engine, mut editor) = editor();
    insert(&engine, &mut editor, "10 mg");
    editor.apply(&engine, go(Motion::TextStart));
    editor.apply(&engine, Edit::Insert("خذ ".into()));
    assert_eq!(editor.text(), "خذ 10 mg");
    assert!(editor.caret().is_some());
}

#[test]
fn the_limit_holds_and_cuts_no_letter() {
    let (engine, mut editor) = editor();
    editor.apply(&engine, Edit::Insert("é".repeat(40)));
    assert_eq!(editor.text(), "é".repeat(32));
    assert!(!editor.apply(&engine, Edit::Insert("x".into())));
}

#[test]
fn undo_takes_back_by_words_and_redo_brings_again() {
    let (engine, mut editor) = editor();
    insert(&engine, &mut editor, "rest well");
    editor.apply(&engine, Edit::Undo);
    assert_eq!(editor.text(), "rest ");
    editor.apply(&engine, Edit::Undo);
    editor.apply(&engine, Edit::Undo);
    assert_eq!(editor.text(), "");
    assert!(!editor.apply(&engine, Edit::Undo));
    editor.apply(&engine, Edit::Redo);
    assert_eq!(editor.text(), "rest");
}

#[test]
fn an_input_method_shows_before_it_commits() {
    let (engine, mut editor) = editor();
    editor.apply(&engine, Edit::Preedit { text: "kusuri".into(), active: None });
    assert!(editor.is_composing());
    assert_eq!(editor.text(), "", "what is only shown is not written");
    editor.apply(&engine, Edit::Commit("薬".into()));
    assert_eq!(editor.text(), "薬");
    assert!(!editor.is_composing());
}

#[test]
fn typing_over_what_an_input_method_shows_drops_it() {
    let (engine, mut editor) = editor();
    editor.apply(&engine, Edit::Insert("g".into()));
    editor.apply(&engine, Edit::Preedit { text: "薬".into(), active: None });
    editor.apply(&engine, Edit::SelectAll);
    editor.apply(&engine, Edit::Insert("5 😀".into()));
    editor.apply(&engine, Edit::DeleteBack);
    assert!(!editor.is_composing() && !editor.text().contains('薬'));
}

#[test]
fn the_caret_stops_at_whole_letters() {
    let (engine, mut editor) = editor();
    insert(&engine, &mut editor, "क्षि");
    let mut stops = 0;
    while editor.selection().start > 0 && stops < 9 {
        editor.apply(&engine, go(Motion::Left));
        stops += 1;
    }
    assert!(stops < "क्षि".chars().count(), "{stops}");
}

#[test]
fn left_moves_left_in_arabic() {
    let (engine, mut editor) = editor();
    editor.apply(&engine, Edit::Insert("مرحبا".into()));
    editor.apply(&engine, go(Motion::TextStart));
    let first = editor.caret().unwrap().min.x;
    editor.apply(&engine, go(Motion::Left));
    assert!(editor.caret().unwrap().min.x < first);
    assert!(editor.is_rtl());
}

#[test]
fn a_line_holds_no_line_ends() {
    let engine = Text::new();
    let mut editor = Editor::line(Style::BODY, 64);
    editor.lay_out(&engine, None, 1.0);
    editor.apply(&engine, Edit::Insert("two\r\nlines\u{7}".into()));
    assert_eq!(editor.text(), "two lines");
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let motion = prop_oneof![Just(Motion::Left), Just(Motion::Right), Just(Motion::Up), Just(Motion::LineEnd)];
    prop_oneof![
        "[a-zأ-ي😀क-ह0-9 \n]{0,4}".prop_map(Edit::Insert),
        Just(Edit::DeleteBack),
        Just(Edit::Delete),
        Just(Edit::DeleteWordBack),
        (motion, any::<bool>()).prop_map(|(motion, select)| Edit::Move { motion, select }),
        Just(Edit::SelectAll),
        Just(Edit::Undo),
        Just(Edit::Redo),
        "[a-z薬]{0,3}".prop_map(|text| Edit::Preedit { text, active: None }),
        "[a-z薬]{0,3}".prop_map(Edit::Commit),
        (0.0_f32..200.0).prop_map(|x| Edit::Point(vec2(x, 5.0))),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_sequence_of_edits_panics_or_breaks_the_limit(edits in prop::collection::vec(any_edit(), 0..40)) {
        let (engine, mut editor) = editor();
        for edit in edits {
            editor.apply(&engine, edit);
            prop_assert!(editor.text().len() <= 64);
            let selection = editor.selection();
            prop_assert!(selection.start <= selection.end);
        }
    }
}
