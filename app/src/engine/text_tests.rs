//! Text made harmless, and text compared.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

#[test]
fn ordinary_text_is_untouched() {
    for text in [
        "Hello",
        "line\nline\ttab",
        "مرحبا بالعالم 10 mg",
        "שלום",
        "नमस्ते दुनिया",
        "తెలుగు",
        "👩‍👩‍👧‍👦 🏳️‍🌈 🇮🇳",
        "a\u{200f}b",
        "x \u{2067}שלום\u{2069} y",
        "<b>bold</b> https://example.org/?q=1",
    ] {
        assert_eq!(harmless(text), text);
    }
}

#[test]
fn what_could_act_on_a_screen_is_taken_out() {
    assert_eq!(harmless("a\u{202e}b\u{202c}c"), "abc");
    assert_eq!(harmless("a\u{2066}b"), "ab");
    assert_eq!(harmless("a\u{2069}b\u{2066}c"), "abc");
    assert_eq!(harmless("a\u{0}b\u{1b}[31mc\u{7}"), "ab[31mc");
    assert_eq!(harmless("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd");
    assert_eq!(harmless("\u{feff}a\u{85}"), "a");
}

#[test]
fn texts_are_compared_as_people_do() {
    assert!(folded("Straße ÉCOLE").contains(&folded("école")));
    assert_eq!(folded("ＡＢＣ"), "abc");
    assert_eq!(folded("МОСКВА"), "москва");
    assert!(folded("今日は良い天気").contains(&folded("天気")));
    assert_ne!(folded("नी"), folded("न"));
}

#[test]
fn text_is_cut_between_characters() {
    assert_eq!(cut("añb", 2), "añ");
    assert_eq!(cut("ab", 5), "ab");
}
