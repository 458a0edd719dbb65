//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;

const KEY: [u8; 32] = [3; 32];

fn names() -> Names {
    Names::new(Key32::new([5; 32]))
}

fn key() -> Key32 {
    Key32::new(KEY)
}

/// Format 1 for ever: these bytes were written by the first version.
#[test]
fn frozen_places_and_value() {
    let short = Key::ordered(Tree::Entry, b"room and device", 7_u64.to_be_bytes());
    let long = Key::ordered(Tree::Timeline, b"room", [7_u64.to_be_bytes().as_slice(), b"device"].concat());
    let hex = |bytes: &[u8]| HEXLOWER.encode(bytes);
    assert_eq!(hex(&names().place(&Key::new(Tree::Meta, b"name"))), "98ef3317dc4b5250a7eecb5d4dd79c2f");
    assert_eq!(hex(&names().place(&short)), "2f458670e9133d25e34721a6fd794db50000000000000007");
    assert_eq!(
        hex(&names().place(&long)),
        "8b483614bc3d233b2fd1048a4757c9b900000000000000078afce51dd96c6220ed139de15bedd19d"
    );
    assert_eq!(hex(&names().chunk(&names().place(&short), 1)), "07f5773642763cdb68cf381763ac85be0001");
    let stored = HEXLOWER.decode(FROZEN_VALUE.as_bytes()).unwrap();
    let first = open_first(&names().place(&long), &key(), &stored).unwrap();
    assert_eq!((first.order, first.data.as_slice(), first.more), (long.order, b"hello".as_slice(), 0));
    assert_eq!(Prefix::decode(&stored).unwrap(), Prefix { slot: SlotId(4), more: 0 });
}

const FROZEN_VALUE: &str = "01000000000000000400001bf136345cfd606fcb6636a5a3a6fe83b41bea5dde14b7c9591fa6da055474cb6584e341ea0289dd9cbddf7c529471a5af0a540c";

fn reopen(order: &[u8], data: &[u8]) -> First {
    let place = names().place(&Key::ordered(Tree::Entry, b"id", order));
    let sealed = seal_value(&names(), &place, order, SlotId(4), &key(), data);
    let mut first = open_first(&place, &key(), &sealed.first).unwrap();
    assert_eq!(usize::from(first.more), sealed.chunks.len());
    for (index, chunk) in (0..).zip(&sealed.chunks) {
        assert!(chunk.len() < 6_000 && sealed.first.len() < 6_000);
        first.append(&names().chunk(&place, index), &key(), chunk).unwrap();
    }
    first
}

#[test]
fn a_record_moved_mixed_or_altered_does_not_open() {
    let (order, data) = (b"\x00\x00\x00\x00\x00\x00\x00\x01tail".as_slice(), vec![1; 3 * CHUNK_BYTES]);
    let place = names().place(&Key::ordered(Tree::Entry, b"id", order));
    let sealed = seal_value(&names(), &place, order, SlotId(4), &key(), &data);
    let other = names().place(&Key::ordered(Tree::Entry, b"other", order));
    assert!(open_first(&other, &key(), &sealed.first).is_err());
    assert!(open_first(&place, &Key32::new([4; 32]), &sealed.first).is_err());
    for at in 0..sealed.first.len() {
        let mut altered = sealed.first.clone();
        altered[at] ^= 0x10;
        assert!(open_first(&place, &key(), &altered).is_err(), "byte {at}");
    }
    let mut first = open_first(&place, &key(), &sealed.first).unwrap();
    assert!(first.append(&names().chunk(&place, 0), &key(), &sealed.chunks[1]).is_err(), "chunks swapped");
    let again = seal_value(&names(), &place, order, SlotId(4), &key(), &data);
    assert!(first.append(&names().chunk(&place, 0), &key(), &again.chunks[0]).is_err(), "a chunk of another version");
}

proptest! {
    #[test]
    fn what_is_sealed_opens(order in prop::collection::vec(any::<u8>(), 0..=128), length in 0_usize..20_000) {
        let data: Vec<u8> = (0..length).map(|n| n.to_le_bytes()[0]).collect();
        let first = reopen(&order, &data);
        prop_assert_eq!(first.order, order);
        prop_assert!(*first.data == data);
    }

    #[test]
    fn garbage_never_panics(place in prop::collection::vec(any::<u8>(), 0..60), stored in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open_first(&place, &key(), &stored).is_err());
        let mut versioned = stored;
        versioned.insert(0, VERSION);
        prop_assert!(open_first(&place, &key(), &versioned).is_err());
    }
}
