//! Ledger rows survive, and hostile ones are refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{END, NOW, person, secret};
use crate::wire::order::Role;
use crypto::secret::Personal;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

fn claim(fate: Fate) -> Claim {
    let join = Join {
        certificate: person(5).certificate.bytes().to_vec(),
        key_packages: vec![vec![1, 2, 3]],
        name: Personal::from("Bruno"),
        role: Role::Doctor,
        proof: [5; 64],
    };
    Claim { join, at: NOW, fate }
}

#[test]
fn every_row_survives() {
    let member = person(5).certificate.member();
    let (one, two) = (secret(1).name(), secret(2).name());
    for fate in [
        Fate::Waiting,
        Fate::Admitting,
        Fate::Admitted(vec![7; MAX_BUNDLE_BYTES]),
        Fate::Done,
        Fate::Refused(Refusal::NotAdmitted),
    ] {
        let mut ledger = Ledger::default();
        let rows = [
            ledger.put_ticket(Ticket::new(&secret(1), 3, END, None)),
            ledger.put_ticket(Ticket::new(&secret(2), 1, END, Some(person(2).persona))),
            ledger.put_claim(one, member, claim(fate.clone())),
        ];
        let rows: Vec<_> = rows.into_iter().map(|row| (row.key, row.value.unwrap().to_vec())).collect();
        let back = Ledger::load(&rows).unwrap();
        assert_eq!(back.claim(one, member), Some(&claim(fate)));
        assert_eq!(back.ticket(one).unwrap().uses_left, 3);
        assert_eq!(back.ticket(two).unwrap().only(), Some(person(2).persona));
    }
}

/// Kept in every profile that invites.
#[test]
fn rows_are_frozen() {
    let mut ledger = Ledger::default();
    let row = ledger.put_ticket(Ticket::new(&secret(1), 3, END, Some(person(2).persona)));
    assert_eq!(HEXLOWER.encode(&row.key), "740139b4ced1dddae2181e37f15d42384e");
    assert_eq!(
        HEXLOWER.encode(&row.value.unwrap()),
        "a40050010101010101010101010101010101010103021b000001a33c68d4000358208139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394"
    );
    let row = ledger.put_claim(secret(1).name(), person(5).certificate.member(), claim(Fate::Admitted(vec![1, 2])));
    assert_eq!(HEXLOWER.encode(&row.key), "630139b4ced1dddae2181e37f15d42384ed8b0d0184138ee5f3b0d07b89dfcf6d1");
    let value = row.value.unwrap();
    assert_eq!(
        HEXLOWER.encode(&value[value.len() - 90..]),
        "72756e6f030104584005050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505050505011b000001a3185c500002820281420102"
    );
}

#[test]
fn rows_of_others_are_refused() {
    for key in [&b""[..], b"x", b"c", b"c123", &[b'c'; 40]] {
        assert!(Ledger::load(&[(key.to_vec(), vec![0xa0])]).is_err());
    }
}

proptest! {
    #[test]
    fn hostile_rows_never_panic(
        key in prop::collection::vec(any::<u8>(), 0..40),
        value in prop::collection::vec(any::<u8>(), 0..90),
    ) {
        let _ = Ledger::load(&[(key, value.clone())]);
        let _ = Ledger::load(&[(vec![TICKET], value.clone())]);
        let _ = Ledger::load(&[(vec![CLAIM; 33], value)]);
    }
}
