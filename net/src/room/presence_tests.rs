//! Typing ends by itself.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

#[test]
fn news_are_told_once_and_silence_ends_it() {
    let (mut typing, member) = (Typing::default(), MemberId([1; 16]));
    assert!(typing.set(member, true, 0) && !typing.set(member, true, 1_000));
    assert_eq!(typing.next_timeout(), Some(1_000 + TYPING_MS));
    assert!(typing.expire(TYPING_MS).is_empty());
    assert_eq!(typing.expire(1_000 + TYPING_MS), [member]);
    assert!(!typing.set(member, false, 9_000));
}
