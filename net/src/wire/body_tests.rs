//! Bodies: their frozen forms and their limits.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn frozen(body: &Body, hex: &str) {
    assert_eq!(data_encoding::HEXLOWER.encode(&body.encode()), hex);
    assert_eq!(Body::decode(body.kind(), &body.encode()).unwrap().as_ref(), Some(body));
}

#[test]
fn the_forms_are_frozen() {
    let target = EntryId([0xab; 16]);
    let id = "50".to_owned() + &"ab".repeat(16);
    frozen(&Body::text("héllo"), "a1006668c3a96c6c6f");
    frozen(&Body::Text(Text { text: "ok".into(), reply_to: Some(target) }), &format!("a200626f6b01{id}"));
    frozen(&Body::Edit(Edit { target, text: "no".into() }), &format!("a200{id}01626e6f"));
    frozen(&Body::Retract(Retract { target }), &format!("a100{id}"));
    frozen(&Body::React(React { target, emoji: "👍".into(), on: true }), &format!("a300{id}0164f09f918d02f5"));
    assert_eq!(
        [Kind::ORDER, Kind::TEXT, Kind::EDIT, Kind::RETRACT, Kind::REACT].map(|kind| kind.0),
        [1, 16, 17, 18, 19]
    );
}

#[test]
fn limits_hold() {
    let text = |len: usize| Body::text("x".repeat(len));
    assert!(text(MAX_TEXT_BYTES).check().is_ok());
    assert_eq!(text(MAX_TEXT_BYTES + 1).check(), Err(WireError::OutOfRange("text")));
    assert!(Body::decode(Kind::TEXT, &text(MAX_TEXT_BYTES + 1).encode()).is_err());
    let react = |emoji: &str| Body::React(React { target: EntryId::default(), emoji: emoji.into(), on: true });
    assert!(react("").check().is_err() && react(&"x".repeat(65)).check().is_err() && react("👩‍⚕️").check().is_ok());
}

#[test]
fn a_later_kind_is_no_error() {
    assert_eq!(Body::decode(Kind(40), b"anything"), Ok(None));
}

proptest! {
    #[test]
    fn nothing_panics(kind in 16u16..21, bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Body::decode(Kind(kind), &bytes);
    }

    #[test]
    fn any_text_comes_back(text in ".{0,300}") {
        let body = Body::text(text);
        prop_assert_eq!(Body::decode(Kind::TEXT, &body.encode()).unwrap(), Some(body));
    }
}
