//! A card is good for one room, and its create order must be whole and signed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{create, direct, group, person, sign_create};
use crate::room::charter::{Admission, Charter};

#[test]
fn a_card_names_nobody_but_the_inviter() {
    let (founder, inviter) = (person(1), Personal::from("Inviter"));
    let (room, card) = group(&founder, Admission::Direct);
    let shown = Card { inviter_name: inviter, ..card }.at_the_door();
    assert_eq!(shown.check(room), Ok(()));
    let bytes = codec::encode(&shown);
    let holds = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(holds(b"Inviter"));
    assert!(!holds(b"Amina") && !holds(&founder.persona.0) && !holds(&founder.device.signing_public()));
    assert!(Founded::read(&shown.create).is_err());
}

#[test]
fn a_create_order_tells_what_was_founded() {
    let founder = person(1);
    let (room, card) = group(&founder, Admission::Direct);
    let founded = Founded::read(&card.create).unwrap();
    assert_eq!(founded.room, room);
    assert_eq!(founded.certificate, founder.certificate);
    assert_eq!(founded.title.expose(), "Tuesday group");
    assert_eq!(founded.purpose, Purpose::Group);
}

#[test]
fn another_room_s_card_is_refused() {
    let (room, _) = group(&person(1), Admission::Direct);
    let (_, other) = group(&person(2), Admission::Direct);
    assert_eq!(other.check(room).unwrap_err(), WireError::OutOfRange("room"));
}

#[test]
fn a_card_out_of_range_is_refused() {
    let (room, card) = group(&person(1), Admission::Direct);
    let long = Personal::from("x".repeat(MAX_NAME_BYTES + 1));
    assert!(Card { title: long.clone(), ..card.clone() }.check(room).is_err());
    assert!(Card { inviter_name: long, ..card.clone() }.check(room).is_err());
    let charter = Charter { max_members: 60_000, ..card.charter.clone() };
    assert!(Card { charter, ..card }.check(room).is_err());
}

#[test]
fn only_a_signed_create_order_founds() {
    let (founder, thief) = (person(1), person(2));
    let entry = create(&founder, Purpose::Group, &Charter::direct());
    assert!(Founded::read(entry.bytes()).is_ok());
    assert_eq!(Founded::read(entry.erased().bytes()).unwrap_err(), WireError::Body);
    assert!(Founded::read(&[]).is_err());
    let body = Order::decode(entry.body().unwrap()).unwrap().unwrap();
    assert_eq!(Founded::read(sign_create(&thief, &body).bytes()).unwrap_err(), WireError::OutOfRange("signature"));
    let other = sign_create(&founder, &Order::Leave {});
    assert_eq!(Founded::read(other.bytes()).unwrap_err(), WireError::OutOfRange("create order"));
    let (_, card) = direct(&founder);
    for at in 0..card.create.len() {
        let mut changed = card.create.clone();
        changed[at] ^= 1;
        let same = Founded::read(&card.create).unwrap();
        assert!(Founded::read(&changed).map_or(true, |founded| founded.room != same.room), "byte {at}");
    }
}
