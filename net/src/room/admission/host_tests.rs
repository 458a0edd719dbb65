//! The host uses invites up before it answers, answers the same joiner the same, and believes nothing unproved.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::room::admission::fixture::{END, NOW, direct, group, issue, person, secret};
use crate::room::admission::{GRACE_MS, Row};
use proptest::prelude::*;

const LINK: LinkId = LinkId(1);

struct Door {
    host: Host,
    card: Card,
    rows: BTreeMap<Vec<u8>, Vec<u8>>,
}

impl Door {
    fn new(admission: Admission) -> Self {
        let (room, card) = group(&person(1), admission);
        Self { host: Host::new(room, person(1)), card, rows: BTreeMap::new() }
    }

    fn does(&mut self, now: Millis, input: HostInput) -> Outputs<HostEvent> {
        let out = self.host.handle(now, &self.card, input);
        for Row { key, value } in &out.persist {
            match value {
                Some(value) => drop(self.rows.insert(key.clone(), value.to_vec())),
                None => drop(self.rows.remove(key)),
            }
        }
        out
    }

    /// Killed, and back with what was stored.
    fn restart(&mut self) {
        let rows: Vec<_> = self.rows.clone().into_iter().collect();
        self.host = Host::load(self.host.room, person(1), &rows).unwrap();
    }

    fn up(&mut self, link: LinkId, seed: u8, hash: u8) -> Outputs<HostEvent> {
        let invite = secret(seed).name();
        self.does(NOW, HostInput::LinkUp { link, invite, hash: [hash; 32], peer: None })
    }

    fn says(&mut self, now: Millis, link: LinkId, frame: &Frame) -> Outputs<HostEvent> {
        self.does(now, HostInput::Frame(link, frame.encode()))
    }

    /// A guest comes on a fresh link and asks to join.
    fn knocks(&mut self, link: LinkId, seed: u8, who: u8) -> Outputs<HostEvent> {
        let _ = self.up(link, seed, who);
        let join = join(self.host.room, who, who);
        self.says(NOW, link, &join)
    }
}

fn join(room: RoomId, who: u8, hash: u8) -> Frame {
    let joiner = person(who);
    Frame::Join(Join {
        certificate: joiner.certificate.bytes().to_vec(),
        key_packages: vec![vec![who; 4]],
        name: Personal::from(format!("guest {who}")),
        role: Role::Peer,
        proof: prove(&joiner.device, Label::JoinProof, &[hash; 32], room),
    })
}

fn said(out: &Outputs<HostEvent>) -> Vec<Frame> {
    out.send.iter().map(|(_, bytes)| Frame::decode(bytes).unwrap().unwrap()).collect()
}

fn member(who: u8) -> MemberId {
    person(who).certificate.member()
}

#[test]
fn a_look_uses_nothing_up() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.up(LINK, 1, 5);
    let out = door.says(NOW, LINK, &Frame::Ask);
    assert_eq!(said(&out), [Frame::Preview(door.card.at_the_door())]);
    assert!(out.persist.is_empty() && out.events.is_empty());
    assert!(matches!(&door.knocks(LinkId(2), 1, 6).events[..], [HostEvent::Admit { .. }]));
}

#[test]
fn direct_admission_asks_the_room_and_hands_over() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let out = door.knocks(LINK, 1, 5);
    assert_eq!(out.persist.len(), 2, "used up before anything is answered");
    let [HostEvent::Admit { join, ticket }] = &out.events[..] else { panic!("{:?}", out.events) };
    assert_eq!((join.certificate.member(), *ticket), (member(5), secret(1).name()));
    assert_eq!(join.key_package, [5; 4]);
    assert!(out.send.is_empty());
    let out = door.does(NOW, HostInput::Admitted(member(5), b"bundle".to_vec()));
    assert_eq!(out.persist.len(), 1, "stored before it is handed over");
    assert!(matches!(&said(&out)[..], [Frame::Part(part)] if part.bytes == b"bundle"));
    let out = door.says(NOW, LINK, &Frame::Done);
    assert_eq!(out.events, [HostEvent::Joined { member: member(5), invite: secret(1).name() }]);
    assert_eq!(said(&door.knocks(LinkId(2), 1, 5)), [Frame::Refused(Refusal::InviteUsed)]);
}

#[test]
fn a_knock_waits_for_a_decision() {
    let mut door = Door::new(Admission::Knock);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 2)));
    let out = door.knocks(LINK, 1, 5);
    assert_eq!(said(&out), [Frame::Pending(door.card.at_the_door())]);
    assert!(matches!(&out.events[..], [HostEvent::Knock(knock)] if knock.member == member(5)));
    let out = door.knocks(LinkId(2), 1, 6);
    assert_eq!(out.events.len(), 1);
    assert_eq!(door.host.knocks().len(), 2);
    let out = door.does(NOW, HostInput::Refuse(member(5), Refusal::NotAdmitted));
    assert_eq!(said(&out), [Frame::Refused(Refusal::NotAdmitted)]);
    assert_eq!(out.close, [LINK]);
    let out = door.does(NOW, HostInput::Admit(member(6)));
    assert!(matches!(&out.events[..], [HostEvent::Admit { join, .. }] if join.certificate.member() == member(6)));
    assert!(door.host.knocks().is_empty());
    assert_eq!(said(&door.knocks(LinkId(3), 1, 5)), [Frame::Refused(Refusal::NotAdmitted)]);
    assert!(door.does(NOW, HostInput::Admit(member(5))).events.is_empty(), "no is no");
}

#[test]
fn a_second_person_finds_the_invite_used_and_the_first_the_same_answer() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.knocks(LINK, 1, 5);
    let _ = door.does(NOW, HostInput::Admitted(member(5), b"bundle".to_vec()));
    door.restart();
    assert_eq!(said(&door.knocks(LinkId(2), 1, 6)), [Frame::Refused(Refusal::InviteUsed)]);
    let out = door.knocks(LinkId(3), 1, 5);
    assert!(matches!(&said(&out)[..], [Frame::Part(part)] if part.bytes == b"bundle"));
    assert!(out.persist.is_empty() && out.events.is_empty());
    assert_eq!(
        said(&{
            let _ = door.up(LinkId(4), 1, 9);
            door.says(NOW, LinkId(4), &Frame::Ask)
        }),
        [Frame::Refused(Refusal::InviteUsed)]
    );
}

/// Killed between asking the room and hearing from it.
#[test]
fn an_unanswered_admission_is_asked_for_again() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let asked = door.knocks(LINK, 1, 5).events;
    door.restart();
    assert_eq!(door.host.resume(), asked);
    assert_eq!(door.knocks(LinkId(2), 1, 5).events, asked);
    let _ = door.does(NOW, HostInput::Admitted(member(5), b"bundle".to_vec()));
    assert!(door.host.resume().is_empty());
}

#[test]
fn a_full_room_uses_nothing_up() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.knocks(LINK, 1, 5);
    let out = door.does(NOW, HostInput::Refuse(member(5), Refusal::RoomFull));
    assert_eq!(said(&out), [Frame::Refused(Refusal::RoomFull)]);
    assert_eq!(door.knocks(LinkId(2), 1, 6).events.len(), 1);
}

#[test]
fn expiry_is_exact_and_the_door_stays_to_say_so() {
    let mut door = Door::new(Admission::Direct);
    let soon = Issue { expires_at: NOW + 1_000, ..issue(1, 1) };
    let _ = door.does(NOW, HostInput::Issue(soon));
    let _ = door.up(LINK, 1, 5);
    let frame = join(door.host.room, 5, 5);
    assert_eq!(said(&door.says(NOW + 1_000, LINK, &frame)), [Frame::Refused(Refusal::InviteExpired)]);
    let end = door.host.next_timeout().unwrap();
    assert!(end >= NOW + 1_000 && end.is_multiple_of(3_600_000));
    assert_eq!(door.host.doors(end - 1).len(), 1);
    assert!(door.host.doors(end).is_empty());
    let _ = door.does(end, HostInput::Tick);
    assert!(door.rows.is_empty());
    assert_eq!(door.host.next_timeout(), None);
}

/// Who came in time is answered even after the invite's end.
#[test]
fn an_open_claim_keeps_the_door() {
    let mut door = Door::new(Admission::Knock);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.knocks(LINK, 1, 5);
    let _ = door.does(END + GRACE_MS / 2, HostInput::Tick);
    assert_eq!(door.host.doors(END + GRACE_MS / 2).len(), 1);
    assert!(matches!(&door.does(END + 1, HostInput::Admit(member(5))).events[..], [HostEvent::Admit { .. }]));
    let _ = door.does(door.host.next_timeout().unwrap(), HostInput::Tick);
    assert!(door.rows.is_empty());
}

#[test]
fn unproved_requests_are_not_answered() {
    let mut door = Door::new(Admission::Direct);
    let room = door.host.room;
    let _ = door.does(NOW, HostInput::Issue(issue(1, 9)));
    let Frame::Join(honest) = join(room, 5, 5) else { panic!() };
    let borrowed = Join { certificate: person(6).certificate.bytes().to_vec(), ..honest.clone() };
    let attempts = [
        ("another link's proof", join(room, 5, 6)),
        ("another room's proof", join(RoomId([1; 16]), 5, 5)),
        ("another's certificate", Frame::Join(borrowed)),
        ("no key package", Frame::Join(Join { key_packages: vec![], ..honest.clone() })),
        ("a name that hides", Frame::Join(Join { name: Personal::from("a\u{202e}b"), ..honest })),
        ("the host itself", join(room, 1, 5)),
        ("a host's frame", Frame::Pending(door.card.clone())),
        ("a contact's frame", Frame::Refused(Refusal::NotAdmitted)),
        ("done with nothing", Frame::Done),
    ];
    for (attempt, frame) in attempts {
        let _ = door.up(LINK, 1, 5);
        let out = door.says(NOW, LINK, &frame);
        assert!(out.persist.is_empty() && out.send.is_empty() && out.events.is_empty(), "{attempt}");
        assert_eq!(out.close, [LINK], "{attempt}");
    }
}

#[test]
fn links_end_with_their_invite() {
    let mut door = Door::new(Admission::Direct);
    assert_eq!(door.up(LINK, 1, 5).close, [LINK], "an invite not known");
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.up(LINK, 1, 5);
    assert_eq!(door.does(NOW, HostInput::Revoke(secret(1).name())).close, [LINK]);
    assert!(door.rows.is_empty());
    let out = door.says(NOW, LINK, &Frame::Ask);
    assert!(out.send.is_empty(), "a link that is gone says nothing");
}

#[test]
fn a_talker_is_cut_off() {
    let mut door = Door::new(Admission::Direct);
    let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
    let _ = door.up(LINK, 1, 5);
    let answers = (0..200).map(|_| door.says(NOW, LINK, &Frame::Ask).send.len()).sum::<usize>();
    assert_eq!(answers, usize::from(MAX_FRAMES_PER_LINK));
}

fn introducer() -> (Door, Issue) {
    let (room, card) = direct(&person(1));
    let door = Door { host: Host::new(room, person(1)), card, rows: BTreeMap::new() };
    (door, Issue { only: Some(person(2).persona), ..issue(3, 1) })
}

#[test]
fn the_accepter_introduces_itself_to_the_inviter_alone() {
    let (mut door, contact) = introducer();
    let _ = door.does(NOW, HostInput::Issue(contact));
    assert_eq!(door.host.doors(NOW), [(secret(3), true)]);
    let invite = secret(3).name();
    let up = |peer| HostInput::LinkUp { link: LINK, invite, hash: [5; 32], peer };
    let out = door.does(NOW, up(None));
    assert_eq!((out.send.len(), out.close, out.events.len()), (0, vec![LINK], 0), "a guest is told nothing");
    let out = door.does(NOW, up(Some(person(2).certificate)));
    let [Frame::Introduce(introduce)] = &said(&out)[..] else { panic!() };
    assert_eq!(introduce.create, door.card.create);
    let frame = join(door.host.room, 4, 5);
    assert_eq!(door.says(NOW, LINK, &frame).close, [LINK], "another joins in the inviter's place");
    let _ = door.does(NOW, up(Some(person(2).certificate)));
    let frame = join(door.host.room, 2, 5);
    assert!(matches!(&door.says(NOW, LINK, &frame).events[..], [HostEvent::Admit { .. }]));
    let _ = door.does(NOW, HostInput::Admitted(member(2), b"bundle".to_vec()));
    // The inviter stored it, and its answer was lost: on the next link it only says that it is done.
    door.restart();
    let _ = door.does(NOW, up(Some(person(2).certificate)));
    let out = door.says(NOW, LINK, &Frame::Done);
    assert_eq!(out.events, [HostEvent::Joined { member: member(2), invite }]);
    assert!(door.rows.is_empty() && door.host.doors(NOW).is_empty());
}

#[test]
fn a_contact_invite_can_come_to_nothing() {
    let invite = secret(3).name();
    let up = |peer| HostInput::LinkUp { link: LINK, invite, hash: [5; 32], peer: Some(peer) };
    let nothing = |out: &Outputs<HostEvent>, why| {
        assert_eq!(out.events, [HostEvent::Refused { invite, why }]);
        assert_eq!(out.close, [LINK]);
    };
    let (mut door, contact) = introducer();
    let _ = door.does(NOW, HostInput::Issue(contact.clone()));
    let out = door.does(NOW, up(person(4).certificate));
    assert!(out.send.is_empty());
    nothing(&out, Refusal::InviteForged);
    for (heard, why) in [(Refusal::InviteUsed, Refusal::InviteUsed), (Refusal::InviteForged, Refusal::NotAdmitted)] {
        let (mut door, contact) = introducer();
        let _ = door.does(NOW, HostInput::Issue(contact));
        let _ = door.does(NOW, up(person(2).certificate));
        nothing(&door.says(NOW, LINK, &Frame::Refused(heard)), why);
        assert!(door.rows.is_empty());
    }
    let (mut door, contact) = introducer();
    let _ = door.does(NOW, HostInput::Issue(contact));
    let out = door.does(END + 3_600_000, HostInput::Tick);
    assert_eq!(out.events, [HostEvent::Refused { invite, why: Refusal::InviteExpired }]);
}

proptest! {
    #[test]
    fn hostile_frames_never_panic_nor_use_anything_up(
        frames in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 1..20),
    ) {
        let mut door = Door::new(Admission::Direct);
        let _ = door.does(NOW, HostInput::Issue(issue(1, 1)));
        let _ = door.up(LINK, 1, 5);
        for frame in frames {
            let out = door.does(NOW, HostInput::Frame(LINK, frame));
            prop_assert!(out.persist.is_empty() && out.events.is_empty());
        }
    }
}
