//! Both people see the same number, and everyone else another.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use std::collections::BTreeSet;

fn key(byte: u8) -> PersonaPublic {
    PersonaPublic([byte; 32])
}

#[test]
fn both_see_the_same_twelve_groups() {
    let ours = safety_number(&key(1), &key(2));
    assert_eq!(ours, safety_number(&key(2), &key(1)));
    let groups: Vec<&str> = ours.digits.split(' ').collect();
    assert_eq!(groups.len(), 12);
    assert!(groups.iter().all(|group| group.len() == 5 && group.bytes().all(|byte| byte.is_ascii_digit())));
    assert_eq!(ours.qr.len(), 65);
}

#[test]
fn every_pair_has_its_own() {
    let numbers: BTreeSet<String> =
        (0..6).flat_map(|a| (a..6).map(move |b| safety_number(&key(a), &key(b)).digits)).collect();
    assert_eq!(numbers.len(), 21);
}

/// People write these down.
#[test]
fn number_is_frozen() {
    let number = safety_number(&key(1), &key(2));
    assert_eq!(number.digits, "27281 90588 54485 95905 87267 26163 30475 24060 52803 83530 77436 05364");
    assert_eq!(
        data_encoding::HEXLOWER.encode(&number.qr),
        "01bec81247119a07c4a1dc922b12729547f7b1b2614cf8cfdfa34fd2430db30aecebeefc5b8b90e818b57c10536ee343cd4222f78a3f75fee01c32fe408274f814"
    );
}
