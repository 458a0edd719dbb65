//! What is taken out of text, and what is left alone.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::harmless;

#[test]
fn controls_and_direction_overrides_go() {
    assert_eq!(harmless("a\0b\u{1b}[31mc\u{7f}\r\n\td\u{85}"), "ab[31mc\n\td");
    assert_eq!(harmless("10 \u{202e}gm\u{202c} \u{2066}x\u{2069}\u{2028}y\u{feff}"), "10 gm xy");
}

#[test]
fn scripts_emoji_and_joiners_stay() {
    for text in [
        "Hello",
        "مرحبا ١٠ مغ\u{200f}",
        "नमस्ते क्\u{200d}ष",
        "నమస్తే",
        "你好",
        "こんにちは",
        "Olá",
        "Привет",
        "👩\u{200d}⚕\u{fe0f} 🇮🇳 👍🏽",
        "می\u{200c}خواهم",
        "e\u{301}",
    ] {
        assert_eq!(harmless(text), text);
    }
}

proptest! {
    #[test]
    fn twice_is_once_and_nothing_is_added(text in ".{0,200}") {
        let once = harmless(&text);
        prop_assert_eq!(harmless(&once), once.clone());
        prop_assert!(once.len() <= text.len());
    }
}
