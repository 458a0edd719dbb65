//! Bundles arrive whole or not at all.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use proptest::prelude::*;

fn carry(bundle: &[u8]) -> Option<Vec<u8>> {
    let mut parts = Parts::default();
    let mut whole = None;
    for frame in split(bundle) {
        let Frame::Part(part) = frame else { panic!("a part") };
        assert!(Frame::Part(part.clone()).encode().len() <= crate::room::admission::frame::MAX_FRAME_BYTES);
        whole = parts.take(&part).unwrap();
    }
    whole
}

#[test]
fn bundles_of_every_size_arrive() {
    for size in [1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES, MAX_BUNDLE_BYTES] {
        let bundle: Vec<u8> = (0..size).map(|index| u8::try_from(index % 251).unwrap()).collect();
        assert_eq!(carry(&bundle), Some(bundle));
    }
    assert_eq!(carry(&[]), None);
    assert!(split(&vec![0; MAX_BUNDLE_BYTES + 1]).is_empty());
}

#[test]
fn pieces_out_of_turn_are_refused() {
    let part = |index, count, size| Part { index, count, bytes: vec![1; size] };
    let take = |list: &[Part]| {
        let mut parts = Parts::default();
        list.iter().map(|part| parts.take(part)).collect::<Result<Vec<_>, _>>().map(|taken| taken.last().cloned())
    };
    assert!(take(&[part(0, 2, PART_BYTES), part(1, 2, 5)]).is_ok());
    assert!(take(&[part(1, 2, 5)]).is_err(), "begins late");
    assert!(take(&[part(0, 2, PART_BYTES), part(0, 2, PART_BYTES)]).is_err(), "repeats");
    assert!(take(&[part(0, 2, 5)]).is_err(), "a short piece that isn't the last");
    assert!(take(&[part(0, 1, 0)]).is_err(), "an empty piece");
    assert!(take(&[part(0, 1, PART_BYTES + 1)]).is_err(), "a piece too long");
    assert!(take(&[part(0, 0, 5)]).is_err(), "none at all");
}

proptest! {
    #[test]
    fn a_hostile_sender_fills_no_memory(pieces in prop::collection::vec((0_u8..60, any::<u8>(), any::<bool>()), 0..60)) {
        let mut parts = Parts::default();
        for (index, count, full) in pieces {
            let _ = parts.take(&Part { index, count, bytes: vec![1; if full { PART_BYTES } else { 5 }] });
            prop_assert!(parts.bytes.len() <= MAX_BUNDLE_BYTES);
        }
    }
}
