//! A look shows the room of the invite, from its maker, and leaves no trace.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{group, invite, person};
use crate::room::charter::Admission;
use crypto::id::RoomId;

const LINK: LinkId = LinkId(1);

fn look(room: RoomId) -> Peek {
    Peek::new(invite(&person(1), room, 1)).unwrap()
}

#[test]
fn a_look_shows_the_room() {
    let (room, card) = group(&person(1), Admission::Knock);
    let card = card.at_the_door();
    let mut peek = look(room);
    let out = peek.link_up(LINK, Some(&person(1).certificate));
    assert_eq!(out.send, [(LINK, Frame::Ask.encode())]);
    assert!(out.persist.is_empty());
    let out = peek.frame(LINK, &Frame::Preview(card.clone()).encode());
    assert!(matches!(&out.events[..], [PeekEvent::Seen(seen)] if **seen == card));
    assert_eq!((out.close, out.persist.len()), (vec![LINK], 0));
}

/// What is said depends on nothing that the looker is.
#[test]
fn a_look_says_nothing_about_the_looker() {
    let (room, _) = group(&person(1), Admission::Knock);
    let asked = |mut peek: Peek| peek.link_up(LINK, Some(&person(1).certificate)).send;
    assert_eq!(asked(look(room)), [(LINK, vec![0x82, 0x00, 0x80])]);
}

#[test]
fn another_key_is_a_forgery_and_a_guest_is_nobody() {
    let (room, _) = group(&person(1), Admission::Knock);
    let out = look(room).link_up(LINK, Some(&person(2).certificate));
    assert_eq!((out.events, out.send.len()), (vec![PeekEvent::Refused(Refusal::InviteForged)], 0));
    let out = look(room).link_up(LINK, None);
    assert_eq!((out.events, out.send.len(), out.close), (vec![], 0, vec![LINK]));
}

#[test]
fn refusals_are_passed_on_but_a_peer_cannot_cry_forgery() {
    let (room, other) = (group(&person(1), Admission::Knock).0, group(&person(2), Admission::Knock).1);
    let answer = |frame: &[u8]| {
        let mut peek = look(room);
        let _ = peek.link_up(LINK, Some(&person(1).certificate));
        peek.frame(LINK, frame).events
    };
    let refused = |why| answer(&Frame::Refused(why).encode());
    assert_eq!(refused(Refusal::InviteUsed), [PeekEvent::Refused(Refusal::InviteUsed)]);
    assert_eq!(refused(Refusal::InviteForged), [PeekEvent::Refused(Refusal::NotAdmitted)]);
    for nothing in
        [Frame::Preview(other).encode(), Frame::Done.encode(), vec![], vec![0xff; 40], vec![0x82, 0x63, 0xa0]]
    {
        assert_eq!(answer(&nothing), []);
    }
}

#[test]
fn a_contact_invite_has_no_room_to_look_at() {
    let invite = Invite { kind: InviteKind::Contact, ..invite(&person(1), RoomId([1; 16]), 1) };
    assert!(Peek::new(invite).is_none());
}
