//! What a screen reader gets is the text, letter by letter, whatever the script.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::ui::text::edit::{Edit, Motion};
use crate::ui::text::{Style, Text};

fn written(text: &str) -> (Text, Editor) {
    let engine = Text::new();
    let mut editor = Editor::lines(Style::BODY, 4096);
    editor.lay_out(&engine, Some(260.0), 1.0);
    editor.load(&engine, text);
    editor.lay_out(&engine, Some(260.0), 1.0);
    (engine, editor)
}

const TEXTS: [&str; 7] = [
    "Take 10 mg twice, then rest.\nCall above 38 °C.",
    "خذ 10 mg مرتين في اليوم ثم استرح قليلا، واتصل بنا.",
    "आप अकेली नहीं हैं। थोड़ा-थोड़ा पानी पीते रहिए।",
    "మీరు ఒంటరిగా లేరు. రోజుకు 10 mg తీసుకోండి.",
    "今日は10 mgを飲みました。少し疲れています。",
    "",
    "😀 ❤️ 👩‍👩‍👧 ok",
];

#[test]
fn the_pieces_are_the_whole_text_in_reading_order() {
    for text in TEXTS {
        let (_engine, editor) = written(text);
        let pieces = editor.pieces();
        let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(joined.trim_end_matches('\n'), text.trim_end_matches('\n'));
        for piece in &pieces {
            assert_eq!(piece.lengths.iter().map(|l| usize::from(*l)).sum::<usize>(), piece.text.len());
            assert_eq!((piece.positions.len(), piece.widths.len()), (piece.lengths.len(), piece.lengths.len()));
            assert!(piece.lengths.len() <= MOST && piece.rect.is_finite());
        }
    }
}

#[test]
fn every_place_of_the_caret_is_a_letter_and_leads_back() {
    for text in TEXTS {
        let (engine, mut editor) = written(text);
        editor.apply(&engine, Edit::Move { motion: Motion::TextStart, select: false });
        for _ in 0..text.chars().count() + 2 {
            let pieces = editor.pieces();
            let (_, caret) = editor.selection_in(&pieces).unwrap();
            let byte = Editor::byte_of(&pieces, caret).unwrap();
            assert_eq!(byte, editor.selection().end, "{text:?}");
            editor.apply(&engine, Edit::Move { motion: Motion::Right, select: false });
            editor.lay_out(&engine, Some(260.0), 1.0);
        }
    }
}

#[test]
fn directions_and_words_are_told_apart() {
    let (_engine, editor) = written("خذ 10 mg الآن");
    let pieces = editor.pieces();
    assert!(pieces.iter().any(|piece| piece.rtl) && pieces.iter().any(|piece| !piece.rtl));
    let dose = pieces.iter().find(|piece| piece.text.contains("10")).unwrap();
    assert!(!dose.rtl && dose.text.contains("10"), "{dose:?}");
    let words: usize = pieces.iter().map(|piece| piece.word_starts.len()).sum();
    assert_eq!(words, 4);
}
