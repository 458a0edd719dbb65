//! Labels are unique, parts don't flow together, and the outputs are frozen.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use data_encoding::HEXLOWER;
use std::collections::BTreeSet;

#[test]
fn no_two_labels_share_a_string() {
    let strings: BTreeSet<_> = Label::ALL.iter().map(|label| label.context()).collect();
    assert_eq!(strings.len(), Label::ALL.len());
    assert!(strings.iter().all(|text| text.starts_with("hearth v1 ") && !text.contains('\0')));
}

#[test]
fn label_material_and_context_all_matter() {
    let key = |label, ikm: &[u8], context: &[&[u8]]| *derive(label, ikm, context).expose();
    let base = key(Label::RoomPsk, b"secret", &[b"room"]);
    assert_ne!(base, key(Label::InvitePsk, b"secret", &[b"room"]));
    assert_ne!(base, key(Label::RoomPsk, b"secrets", &[b"room"]));
    assert_ne!(base, key(Label::RoomPsk, b"secret", &[b"rooms"]));
    assert_ne!(base, key(Label::RoomPsk, b"secret", &[b"ro", b"om"]));
    assert_ne!(base, key(Label::RoomPsk, b"secretroom", &[]));
}

#[test]
fn parts_do_not_flow_together() {
    assert_ne!(hash(Label::EntryId, &[b"ab", b"c"]), hash(Label::EntryId, &[b"a", b"bc"]));
    let key = Key32::new([7; 32]);
    assert_ne!(keyed_hash(Label::StoreNames, &key, &[b"ab", b""]), keyed_hash(Label::StoreNames, &key, &[b"ab"]));
    assert_ne!(keyed_hash(Label::StoreNames, &key, &[b"x"]), keyed_hash(Label::StoreRecords, &key, &[b"x"]));
}

/// Stored and exchanged everywhere: a change here breaks every profile and every link.
#[test]
fn outputs_are_frozen() {
    assert_eq!(
        HEXLOWER.encode(derive(Label::RoomPsk, b"ikm", &[b"context"]).expose()),
        "086f6ff1e13c27d708b77fa3637df3571c3bc3f30f585749dabe80f177b3faea"
    );
    assert_eq!(
        HEXLOWER.encode(&hash(Label::EntryId, &[b"header"])),
        "c456d628fd5ffb06bcdb8e416b198a9bf9a97414d94a90e62b979948d656561c"
    );
    assert_eq!(
        HEXLOWER.encode(&keyed_hash(Label::StoreNames, &Key32::new([1; 32]), &[b"name"])),
        "5248b47a4fe7e9cbc41d152ecbc95909067f74639eed1ef204a77e9d8b4de2eb"
    );
}
