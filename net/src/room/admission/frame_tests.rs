//! Frames survive the codec, keep their shape, and hostile ones are refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{group, person};
use crate::room::charter::Admission;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

fn join() -> Join {
    Join {
        certificate: person(1).certificate.bytes().to_vec(),
        key_packages: vec![vec![1, 2], vec![3]],
        name: Personal::from("Bruno"),
        role: Role::Peer,
        proof: [5; 64],
    }
}

fn all() -> Vec<Frame> {
    let (_, card) = group(&person(1), Admission::Knock);
    vec![
        Frame::Ask,
        Frame::Preview(card.at_the_door()),
        Frame::Join(join()),
        Frame::Pending(card.at_the_door()),
        Frame::Part(Part { index: 0, count: 2, bytes: vec![1; 10] }),
        Frame::Refused(Refusal::InviteUsed),
        Frame::Introduce(Introduce { create: card.create, proof: [6; 64] }),
        Frame::Done,
    ]
}

#[test]
fn every_frame_survives() {
    for frame in all() {
        assert_eq!(Frame::decode(&frame.encode()), Ok(Some(frame)));
    }
}

/// Two versions of Hearth must meet. The larger frames are named by their hash.
#[test]
fn frames_are_frozen() {
    use crypto::kdf::{Label, hash16};
    let shape = |frame: &Frame| {
        let bytes = frame.encode();
        let start = HEXLOWER.encode(&bytes[..bytes.len().min(20)]);
        format!("{start} {} {}", bytes.len(), HEXLOWER.encode(&hash16(Label::EntryBody, &[&bytes])))
    };
    let shapes: Vec<String> = all().iter().map(shape).collect();
    let expected = [
        "820080 3 0b4443f1f184f0de400ae4b02f50a075",
        "820181a40058b5a200586eaa0001015000000000 231 64d574600048c8686ec432ed300131f8",
        "820281a50058f6c9cee73b87e6aeefae2e6d0862 336 10d58f31760b0b12adfe194e6c95eacf",
        "820381a40058b5a200586eaa0001015000000000 231 ec38d384a0d8dab4cfc37d52fc8713fd",
        "820481a300000102024a01010101010101010101 20 49a252c3a5f12aa10d5656550b900631",
        "82058100 4 94098794e60847da0720b467ada65300",
        "820681a20059020aa400586eaa00010150000000 597 aac9a1209c6de4f5f107793ff5ab51dc",
        "820780 3 9abb45863e1ef9953732df65c232f7b0",
    ];
    assert_eq!(shapes, expected);
}

#[test]
fn later_frames_are_passed_over() {
    assert_eq!(Frame::decode(&[0x82, 0x08, 0xa0]), Ok(None));
    assert_eq!(Frame::decode(&[0x82, 0x18, 0x63, 0xa0]), Ok(None));
}

#[test]
fn requests_out_of_range_are_refused() {
    let name = |name: &str| Join { name: Personal::from(name), ..join() }.check().is_ok();
    assert!(name("Bruno") && name("د. ليلى") && name(&"x".repeat(MAX_NAME_BYTES)));
    for bad in ["", "  ", "a\u{202e}b", "a\0", &"x".repeat(MAX_NAME_BYTES + 1)] {
        assert!(!name(bad), "{bad:?}");
    }
    let packages = |key_packages: Vec<Vec<u8>>| Join { key_packages, ..join() }.check().is_ok();
    assert!(packages(vec![vec![1]]) && packages(vec![vec![1; MAX_KEY_PACKAGE_BYTES]; 2]));
    assert!(!packages(vec![]) && !packages(vec![vec![1]; 3]) && !packages(vec![vec![]]));
    assert!(!packages(vec![vec![1; MAX_KEY_PACKAGE_BYTES + 1]]));
    assert!(Join { certificate: vec![1; 300], ..join() }.check().is_err());
}

#[test]
fn a_frame_over_its_cap_is_refused() {
    let long = Frame::Part(Part { index: 0, count: 1, bytes: vec![1; MAX_FRAME_BYTES] }).encode();
    assert_eq!(Frame::decode(&long), Err(WireError::TooLarge));
}

proptest! {
    #[test]
    fn hostile_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Frame::decode(&bytes);
    }

    #[test]
    fn changed_frames_never_panic(
        which in 0_usize..8, at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let whole = all()[which].encode();
        let mut changed = whole.clone();
        let at = at.index(whole.len());
        changed[at] = to;
        if let Ok(Some(frame)) = Frame::decode(&changed) {
            prop_assert_eq!(Frame::decode(&frame.encode()), Ok(Some(frame)));
        }
        prop_assert!(!matches!(Frame::decode(&whole[..cut.index(whole.len())]), Ok(Some(_))));
    }
}
