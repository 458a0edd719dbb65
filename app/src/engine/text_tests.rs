//! Text compared and cut.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

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
