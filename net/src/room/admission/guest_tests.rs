//! The guest knocks with stored keys, believes only the invite's maker, and ends where it should.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{END, NOW, group, invite, person};
use crate::room::admission::{parts, proved};
use crate::room::charter::Admission;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

const LINK: LinkId = LinkId(1);
const HASH: [u8; 32] = [5; 32];

fn guest() -> (Guest, Card, Vec<u8>) {
    let (room, card) = group(&person(1), Admission::Knock);
    let card = card.at_the_door();
    let invite = invite(&person(1), room, 1);
    let (guest, out) =
        Guest::new(&invite, &person(5), Personal::from("Bruno"), Role::Peer, vec![vec![1; 4], vec![2; 4]]).unwrap();
    let [Row { key, value: Some(row) }] = &out.persist[..] else { panic!() };
    assert_eq!((key.as_slice(), out.send.len()), (ROW_KEY, 0), "stored before anything is said");
    (guest, card, row.to_vec())
}

fn up(guest: &mut Guest, peer: Option<u8>) -> Outputs<GuestEvent> {
    let peer = peer.map(|seed| person(seed).certificate);
    guest.handle(NOW, GuestInput::LinkUp { link: LINK, hash: HASH, peer })
}

fn hears(guest: &mut Guest, frame: &Frame) -> Outputs<GuestEvent> {
    guest.handle(NOW, GuestInput::Frame(LINK, frame.encode()))
}

#[test]
fn the_knock_carries_the_stored_keys() {
    let (mut before, _, row) = guest();
    let mut after = Guest::load(&row).unwrap();
    for guest in [&mut before, &mut after] {
        let out = up(guest, Some(1));
        let [(LINK, bytes)] = &out.send[..] else { panic!() };
        let Ok(Some(Frame::Join(join))) = Frame::decode(bytes) else { panic!() };
        let certificate = join.check().unwrap();
        assert_eq!(certificate, person(5).certificate);
        assert!(proved(&certificate, Label::JoinProof, &HASH, guest.room(), &join.proof));
        assert_eq!(join.key_packages, [vec![1; 4], vec![2; 4]]);
    }
    assert_eq!(after.identity().device.id(), person(5).device.id());
    assert_eq!(after.member(), person(5).certificate.member());
}

#[test]
fn a_knock_is_remembered() {
    let (mut guest, card, _) = guest();
    let _ = up(&mut guest, Some(1));
    let out = hears(&mut guest, &Frame::Pending(card.clone()));
    assert!(matches!(&out.events[..], [GuestEvent::Knocking(seen)] if **seen == card));
    let [Row { value: Some(row), .. }] = &out.persist[..] else { panic!() };
    let mut back = Guest::load(row).unwrap();
    assert_eq!((back.stage(), back.card()), (Stage::Knocking, Some(&card)));
    let _ = up(&mut back, Some(1));
    let again = hears(&mut back, &Frame::Pending(card));
    assert!(again.persist.is_empty() && again.events.is_empty());
}

#[test]
fn admission_ends_in_membership() {
    let (mut guest, ..) = guest();
    let _ = up(&mut guest, Some(1));
    let bundle = vec![7; 300_000];
    let frames = parts::split(&bundle);
    assert_eq!(frames.len(), 2);
    assert!(hears(&mut guest, &frames[0]).events.is_empty());
    assert_eq!(hears(&mut guest, &frames[1]).events, [GuestEvent::Admitted(bundle)]);
    let out = guest.handle(NOW, GuestInput::Joined);
    assert_eq!(out.persist, [Row { key: ROW_KEY.to_vec(), value: None }]);
    assert_eq!((out.send, out.close), (vec![(LINK, Frame::Done.encode())], vec![LINK]));
    assert_eq!((guest.stage(), guest.wants_door(), guest.next_timeout()), (Stage::Joined, false, None));
    assert!(guest.handle(END, GuestInput::Joined).persist.is_empty(), "once is enough");
}

/// A bundle broken off begins anew on the next link.
#[test]
fn a_lost_link_loses_no_admission() {
    let (mut guest, ..) = guest();
    let _ = up(&mut guest, Some(1));
    let frames = parts::split(&[7; 300_000]);
    let _ = hears(&mut guest, &frames[0]);
    let _ = guest.handle(NOW, GuestInput::LinkDown(LINK));
    let _ = up(&mut guest, Some(1));
    assert!(hears(&mut guest, &frames[0]).close.is_empty());
    assert_eq!(hears(&mut guest, &frames[1]).events.len(), 1);
}

#[test]
fn only_the_maker_of_the_invite_is_believed() {
    let (mut forged, ..) = guest();
    let out = up(&mut forged, Some(2));
    assert_eq!((out.events, out.send.len()), (vec![GuestEvent::Refused(Refusal::InviteForged)], 0));
    let [Row { value: Some(row), .. }] = &out.persist[..] else { panic!() };
    assert_eq!(Guest::load(row).unwrap().stage(), Stage::Refused(Refusal::InviteForged));
    let (mut alone, ..) = guest();
    let out = up(&mut alone, None);
    assert_eq!((out.events, out.send.len(), out.close), (vec![], 0, vec![LINK]));
    assert_eq!(alone.stage(), Stage::Waiting);
}

#[test]
fn refusals_are_final_and_said_once() {
    for (heard, why) in [(Refusal::InviteUsed, Refusal::InviteUsed), (Refusal::InviteForged, Refusal::NotAdmitted)] {
        let (mut guest, ..) = guest();
        let _ = up(&mut guest, Some(1));
        let out = hears(&mut guest, &Frame::Refused(heard));
        assert_eq!((out.events, out.close), (vec![GuestEvent::Refused(why)], vec![LINK]));
        assert!(!guest.wants_door());
        assert_eq!(up(&mut guest, Some(1)).close, [LINK]);
        assert_eq!(guest.handle(END * 2, GuestInput::Tick).events, []);
    }
}

#[test]
fn waiting_ends_with_the_invite_and_knocking_later() {
    let (mut guest, card, _) = guest();
    let end = guest.next_timeout().unwrap();
    assert!(end >= END);
    assert!(guest.handle(end - 1, GuestInput::Tick).events.is_empty());
    let _ = up(&mut guest, Some(1));
    let _ = hears(&mut guest, &Frame::Pending(card));
    assert!(guest.handle(end, GuestInput::Tick).events.is_empty());
    let out = guest.handle(end + GRACE_MS, GuestInput::Tick);
    assert_eq!(out.events, [GuestEvent::Refused(Refusal::InviteExpired)]);
}

#[test]
fn frames_out_of_turn_close_the_link() {
    let (_, other) = group(&person(2), Admission::Knock);
    let late = parts::split(&[7; 300_000]).remove(1);
    for frame in [Frame::Ask, Frame::Done, Frame::Pending(other), late] {
        let (mut guest, ..) = guest();
        let _ = up(&mut guest, Some(1));
        let out = hears(&mut guest, &frame);
        assert_eq!((out.close, out.events, out.persist), (vec![LINK], vec![], vec![]), "{frame:?}");
        assert!(guest.wants_door());
    }
}

#[test]
fn a_knock_that_could_not_succeed_is_not_begun() {
    let (room, _) = group(&person(1), Admission::Knock);
    let invite = invite(&person(1), room, 1);
    let new = |invite: &Invite, name: &str, packages| {
        Guest::new(invite, &person(5), Personal::from(name), Role::Peer, packages).map(|_| ())
    };
    assert!(new(&invite, "Bruno", vec![vec![1]]).is_ok());
    assert!(new(&invite, "", vec![vec![1]]).is_err());
    assert!(new(&invite, "Bruno", vec![]).is_err());
    let contact = Invite { kind: InviteKind::Contact, ..invite.clone() };
    assert!(new(&contact, "Bruno", vec![vec![1]]).is_err());
    let mixed = Identity { certificate: person(6).certificate, ..person(5) };
    assert!(Guest::new(&invite, &mixed, Personal::from("B"), Role::Peer, vec![vec![1]]).is_err());
}

/// Kept in the profile while somebody knocks.
#[test]
fn the_row_is_frozen() {
    let (_, _, row) = guest();
    let hash = crypto::kdf::hash16(Label::EntryBody, &[&row]);
    assert_eq!(
        HEXLOWER.encode(&row[..40]),
        "a8000101787e6865617274683a61656179766368643376326174346d7637766a6e776c6a34786a6f"
    );
    assert_eq!(HEXLOWER.encode(&hash), "d0be61f43801116b9b9d509081853953");
}

proptest! {
    #[test]
    fn hostile_frames_and_rows_never_panic(
        frames in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 1..9),
        row in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let (mut guest, ..) = guest();
        let _ = up(&mut guest, Some(1));
        for frame in frames {
            let out = guest.handle(NOW, GuestInput::Frame(LINK, frame));
            prop_assert!(out.persist.is_empty() && out.events.is_empty());
        }
        prop_assert!(Guest::load(&row).is_err());
    }
}
