//! A contact invite serves the first account that introduces itself, and that one until it is done.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{END, NOW, WEEK_S, create, direct, group, person, secret};
use crate::room::admission::parts;
use crate::room::charter::{Admission, Charter};
use data_encoding::HEXLOWER;
use proptest::prelude::*;

const LINK: LinkId = LinkId(1);

struct Home {
    inviter: Inviter,
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Home {
    fn new() -> Self {
        let mut home = Self { inviter: Inviter::new(person(2)), rows: BTreeMap::new() };
        let _ = home.does(NOW, InviterInput::Issue { secret: secret(1), expires_at: END });
        home
    }

    fn does(&mut self, now: Millis, input: InviterInput) -> Outputs<InviterEvent> {
        let out = self.inviter.handle(now, input);
        for Row { key, value } in &out.persist {
            match value {
                Some(value) => drop(self.rows.insert(key.clone(), value.to_vec())),
                None => drop(self.rows.remove(key)),
            }
        }
        out
    }

    fn restart(&mut self) {
        let rows: Vec<_> = self.rows.clone().into_iter().collect();
        self.inviter = Inviter::load(person(2), &rows).unwrap();
    }

    /// Somebody comes on a fresh link and introduces themselves with their direct room.
    fn meets(&mut self, now: Millis, link: LinkId, who: u8) -> Outputs<InviterEvent> {
        let (room, card) = direct(&person(who));
        self.hears(now, link, who, room, card.create)
    }

    fn hears(&mut self, now: Millis, link: LinkId, who: u8, room: RoomId, create: Vec<u8>) -> Outputs<InviterEvent> {
        let _ = self.does(now, InviterInput::LinkUp { link, invite: secret(1).name(), hash: [who; 32] });
        let proof = prove(&person(who).device, Label::IntroduceProof, &[who; 32], room);
        self.does(now, InviterInput::Frame(link, Frame::Introduce(Introduce { create, proof }).encode()))
    }

    fn keys(&mut self, who: u8) -> Outputs<InviterEvent> {
        let room = direct(&person(who)).0;
        self.does(
            NOW,
            InviterInput::Keys {
                invite: secret(1).name(),
                by: person(who).persona,
                room,
                name: Personal::from("Dr Chen"),
                role: Role::Doctor,
                key_packages: vec![vec![who; 4]],
            },
        )
    }
}

fn said(out: &Outputs<InviterEvent>) -> Vec<Frame> {
    out.send.iter().map(|(_, bytes)| Frame::decode(bytes).unwrap().unwrap()).collect()
}

#[test]
fn an_introduction_leads_to_the_room() {
    let mut home = Home::new();
    let room = direct(&person(1)).0;
    let out = home.meets(NOW, LINK, 1);
    let [InviterEvent::Introduced { founded, .. }] = &out.events[..] else { panic!("{:?}", out.events) };
    assert_eq!((founded.room, founded.certificate.persona()), (room, person(1).persona));
    assert!(out.persist.is_empty() && out.send.is_empty(), "nothing is used up before there are keys");
    let out = home.keys(1);
    assert_eq!(out.persist.len(), 1, "used up before it is answered");
    let [Frame::Join(join)] = &said(&out)[..] else { panic!() };
    assert_eq!(join.check().unwrap(), person(2).certificate);
    assert!(proved(&person(2).certificate, Label::JoinProof, &[1; 32], room, &join.proof));
    let part = parts::split(b"bundle").remove(0);
    let out = home.does(NOW, InviterInput::Frame(LINK, part.encode()));
    let invite = secret(1).name();
    assert_eq!(out.events, [InviterEvent::Admitted { invite, room, bundle: b"bundle".to_vec() }]);
    let out = home.does(NOW, InviterInput::Joined(invite));
    assert_eq!((said(&out), out.persist.len(), out.close), (vec![Frame::Done], 1, vec![LINK]));
}

#[test]
fn the_same_account_gets_the_same_answer_and_others_find_it_used() {
    let mut home = Home::new();
    let _ = home.meets(NOW, LINK, 1);
    let first = said(&home.keys(1));
    home.restart();
    assert_eq!(said(&home.meets(NOW, LINK, 1)), first);
    assert_eq!(said(&home.meets(NOW, LinkId(2), 3)), [Frame::Refused(Refusal::InviteUsed)]);
    let other_room = create(&person(1), Purpose::Direct, &Charter { rules: "new".to_owned(), ..Charter::direct() });
    let out = home.hears(NOW, LinkId(3), 1, RoomId(other_room.id().0), other_room.into_bytes());
    assert_eq!(said(&out), [Frame::Refused(Refusal::InviteUsed)]);
    let _ = home.does(NOW, InviterInput::Joined(secret(1).name()));
    home.restart();
    assert_eq!(said(&home.meets(NOW, LinkId(4), 1)), [Frame::Done]);
    let part = parts::split(b"another bundle").remove(0);
    let out = home.does(NOW, InviterInput::Frame(LinkId(4), part.encode()));
    assert!(out.events.is_empty());
}

/// Two accept at once: the keys made for the first are not given to the second.
#[test]
fn of_two_at_once_one_is_served() {
    let mut home = Home::new();
    let _ = home.meets(NOW, LINK, 1);
    let _ = home.meets(NOW, LinkId(2), 3);
    let out = home.keys(1);
    assert!(matches!(&said(&out)[..], [Frame::Join(_), Frame::Refused(Refusal::InviteUsed)]));
    let out = home.keys(3);
    assert!(out.persist.is_empty());
}

#[test]
fn expiry_is_exact() {
    let mut home = Home::new();
    assert_eq!(said(&home.meets(END, LINK, 1)), [Frame::Refused(Refusal::InviteExpired)]);
    let _ = home.meets(END - 1, LINK, 1);
    let _ = home.keys(1);
    assert!(matches!(&said(&home.meets(END, LINK, 1))[..], [Frame::Join(_)]), "who came in time is served");
    let end = home.inviter.next_timeout().unwrap();
    assert!(end > END + GRACE_MS - 1 && home.inviter.doors(end - 1).len() == 1);
    let _ = home.does(end, InviterInput::Tick);
    assert!(home.rows.is_empty() && home.inviter.doors(NOW).is_empty());
    assert_eq!(WEEK_S * 1000, END - NOW);
}

#[test]
fn false_introductions_are_not_answered() {
    let (room, card) = direct(&person(1));
    let (group_room, group_card) = group(&person(1), Admission::Direct);
    let (own_room, own_card) = direct(&person(2));
    let kept = create(&person(1), Purpose::Direct, &Charter { retention: Retention::Ephemeral, ..Charter::direct() });
    let attempts = [
        ("a group", 1, group_room, group_card.create),
        ("a room that keeps nothing", 1, RoomId(kept.id().0), kept.into_bytes()),
        ("one's own account", 2, own_room, own_card.create),
        ("another's room", 3, room, card.create.clone()),
        ("another room's proof", 1, group_room, card.create),
        ("no order", 1, room, vec![1, 2, 3]),
    ];
    for (attempt, who, room, create) in attempts {
        let mut home = Home::new();
        let out = home.hears(NOW, LINK, who, room, create);
        assert!(out.events.is_empty() && out.send.is_empty(), "{attempt}");
        assert_eq!(out.close, [LINK], "{attempt}");
    }
}

#[test]
fn frames_out_of_turn_close_the_link() {
    let part = parts::split(b"bundle").remove(0);
    for frame in [Frame::Ask, Frame::Done, part, Frame::Refused(Refusal::NotAdmitted)] {
        let mut home = Home::new();
        let _ = home.does(NOW, InviterInput::LinkUp { link: LINK, invite: secret(1).name(), hash: [1; 32] });
        let out = home.does(NOW, InviterInput::Frame(LINK, frame.encode()));
        assert_eq!((out.close, out.events.len(), out.send.len()), (vec![LINK], 0, 0));
    }
    let mut home = Home::new();
    let _ = home.meets(NOW, LINK, 1);
    let _ = home.does(NOW, InviterInput::Revoke(secret(1).name()));
    assert!(home.keys(1).send.is_empty() && home.rows.is_empty());
    let up = InviterInput::LinkUp { link: LINK, invite: secret(1).name(), hash: [1; 32] };
    assert_eq!(home.does(NOW, up).close, [LINK]);
}

/// Kept in every profile that gives contact invites.
#[test]
fn rows_are_frozen() {
    let mut home = Home::new();
    let _ = home.meets(NOW, LINK, 1);
    let _ = home.keys(1);
    let (key, value) = home.rows.first_key_value().unwrap();
    assert_eq!(HEXLOWER.encode(key), "0139b4ced1dddae2181e37f15d42384e");
    assert_eq!(
        HEXLOWER.encode(value),
        "a3005001010101010101010101010101010101011b000001a33c68d40002a60058208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c0150d6e4b14adca3bba1e8e73203c1eb25e102674472204368656e03010481440101010105f4"
    );
}

proptest! {
    #[test]
    fn hostile_frames_and_rows_never_panic(
        frames in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 1..9),
        row in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let mut home = Home::new();
        let _ = home.does(NOW, InviterInput::LinkUp { link: LINK, invite: secret(1).name(), hash: [1; 32] });
        for frame in frames {
            let out = home.does(NOW, InviterInput::Frame(LINK, frame));
            prop_assert!(out.persist.is_empty() && out.events.is_empty());
        }
        let _ = Inviter::load(person(2), &[(vec![1], row)]);
    }
}
