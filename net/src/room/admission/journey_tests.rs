//! Whole journeys, both machines together, killed anywhere: after what was stored, before or between what was to be
//! sent and told. In the end the guest is a member, the room was asked for nobody else, and one use is gone.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, VecDeque};

use crypto::secret::Personal;
use proptest::prelude::*;

use super::fixture::{NOW, direct, group, invite, issue, person, secret};
use super::*;
use crate::room::charter::Admission;
use crate::wire::order::Role;

/// What can go wrong, or happen, between two machines.
#[derive(Debug, Clone, Copy)]
enum Step {
    Connect,
    ToHost,
    ToGuest,
    Tell,
    Decide,
    KillHost,
    KillGuest,
    /// The next thing a machine does is stored, and then it is killed.
    StoreAndDie,
}

type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

fn store(rows: &mut Rows, persist: &[Row]) {
    for Row { key, value } in persist {
        match value {
            Some(value) => drop(rows.insert(key.clone(), value.to_vec())),
            None => drop(rows.remove(key)),
        }
    }
}

struct World {
    room: RoomId,
    card: Card,
    host: Host,
    host_rows: Rows,
    host_events: VecDeque<HostEvent>,
    guest: Guest,
    guest_rows: Rows,
    guest_events: VecDeque<GuestEvent>,
    links: u64,
    to_host: VecDeque<Vec<u8>>,
    to_guest: VecDeque<Vec<u8>>,
    dying: bool,
    admitted: u32,
    joined: bool,
}

impl World {
    fn new(admission: Admission) -> Self {
        let (room, card) = group(&person(1), admission);
        let invite = invite(&person(1), room, 1);
        let name = Personal::from("Bruno");
        let (guest, out) = Guest::new(&invite, &person(5), name, Role::Peer, vec![vec![5; 4]]).unwrap();
        let mut world = Self {
            room,
            card,
            host: Host::new(room, person(1)),
            host_rows: Rows::new(),
            host_events: VecDeque::new(),
            guest,
            guest_rows: Rows::new(),
            guest_events: VecDeque::new(),
            links: 0,
            to_host: VecDeque::new(),
            to_guest: VecDeque::new(),
            dying: false,
            admitted: 0,
            joined: false,
        };
        store(&mut world.guest_rows, &out.persist);
        world.host_does(HostInput::Issue(issue(1, 1)));
        world
    }

    fn link(&self) -> LinkId {
        LinkId(self.links)
    }

    fn host_does(&mut self, input: HostInput) {
        let out = self.host.handle(NOW, &self.card, input);
        store(&mut self.host_rows, &out.persist);
        if std::mem::take(&mut self.dying) {
            return self.kill_host();
        }
        let link = self.link();
        self.to_guest.extend(out.send.into_iter().filter(|(to, _)| *to == link).map(|(_, bytes)| bytes));
        self.host_events.extend(out.events);
    }

    fn guest_does(&mut self, input: GuestInput) {
        let out = self.guest.handle(NOW, input);
        store(&mut self.guest_rows, &out.persist);
        if std::mem::take(&mut self.dying) {
            return self.kill_guest();
        }
        self.to_host.extend(out.send.into_iter().map(|(_, bytes)| bytes));
        self.guest_events.extend(out.events);
    }

    fn kill_host(&mut self) {
        let rows: Vec<_> = self.host_rows.clone().into_iter().collect();
        self.host = Host::load(self.room, person(1), &rows).unwrap();
        self.host_events = self.host.resume().into();
        self.cut();
    }

    fn kill_guest(&mut self) {
        if let Some(row) = self.guest_rows.get(guest::ROW_KEY) {
            self.guest = Guest::load(row).unwrap();
        }
        self.guest_events.clear();
        self.cut();
    }

    fn cut(&mut self) {
        self.to_host.clear();
        self.to_guest.clear();
        let link = self.link();
        let _ = self.host.handle(NOW, &self.card, HostInput::LinkDown(link));
        let _ = self.guest.handle(NOW, GuestInput::LinkDown(link));
        self.links += 1;
    }

    fn connect(&mut self) {
        self.cut();
        if self.guest.wants_door() {
            let (link, hash) = (self.link(), [u8::try_from(self.links % 251).unwrap(); 32]);
            self.host_does(HostInput::LinkUp { link, invite: secret(1).name(), hash, peer: None });
            if link == self.link() {
                self.guest_does(GuestInput::LinkUp { link, hash, peer: Some(person(1).certificate) });
            }
        }
    }

    /// The rooms on both sides answer what the machines asked.
    fn tell(&mut self) {
        if let Some(HostEvent::Admit { join, .. }) = self.host_events.pop_front() {
            assert_eq!(join.certificate, person(5).certificate);
            self.admitted += 1;
            self.host_does(HostInput::Admitted(join.certificate.member(), b"bundle".to_vec()));
        }
        if let Some(GuestEvent::Admitted(bundle)) = self.guest_events.pop_front() {
            assert_eq!(bundle, b"bundle");
            self.joined = true;
            self.guest_does(GuestInput::Joined);
        }
    }

    fn step(&mut self, step: Step) {
        let link = self.link();
        match step {
            Step::Connect => self.connect(),
            Step::ToHost => {
                if let Some(bytes) = self.to_host.pop_front() {
                    self.host_does(HostInput::Frame(link, bytes));
                }
            }
            Step::ToGuest => {
                if let Some(bytes) = self.to_guest.pop_front() {
                    self.guest_does(GuestInput::Frame(link, bytes));
                }
            }
            Step::Tell => self.tell(),
            Step::Decide => self.host_does(HostInput::Admit(person(5).certificate.member())),
            Step::KillHost => self.kill_host(),
            Step::KillGuest => self.kill_guest(),
            Step::StoreAndDie => self.dying = true,
        }
    }

    /// Nothing goes wrong any more.
    fn finish(&mut self) {
        self.dying = false;
        for _ in 0..4 {
            self.connect();
            for _ in 0..4 {
                for step in [Step::ToHost, Step::Decide, Step::Tell, Step::Tell, Step::ToGuest, Step::Tell] {
                    self.step(step);
                }
            }
        }
    }
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => Just(Step::Connect),
        4 => Just(Step::ToHost),
        4 => Just(Step::ToGuest),
        4 => Just(Step::Tell),
        1 => Just(Step::Decide),
        1 => Just(Step::KillHost),
        1 => Just(Step::KillGuest),
        2 => Just(Step::StoreAndDie),
    ];
    prop::collection::vec(step, 0..60)
}

#[test]
fn an_undisturbed_journey_needs_one_link() {
    for admission in [Admission::Direct, Admission::Knock] {
        let mut world = World::new(admission);
        world.finish();
        assert!(world.joined && world.guest.stage() == Stage::Joined);
        assert_eq!(world.admitted, 1);
    }
}

/// The same in the other direction: the accepter of a contact invite made the room and dials.
#[test]
fn a_contact_journey_ends_in_the_direct_room() {
    let (room, card) = direct(&person(1));
    let mut host = Host::new(room, person(1));
    let mut inviter = Inviter::new(person(2));
    let (link, hash, name) = (LinkId(1), [3; 32], secret(1).name());
    let _ = inviter.handle(NOW, InviterInput::Issue { secret: secret(1), expires_at: NOW + 1000 });
    let _ = host.handle(NOW, &card, HostInput::Issue(Issue { only: Some(person(2).persona), ..issue(1, 1) }));
    let _ = inviter.handle(NOW, InviterInput::LinkUp { link, invite: name, hash });
    let peer = Some(person(2).certificate);
    let mut to_inviter = host.handle(NOW, &card, HostInput::LinkUp { link, invite: name, hash, peer }).send;
    let mut met = Vec::new();
    while let Some((_, bytes)) = to_inviter.pop() {
        let mut out = inviter.handle(NOW, InviterInput::Frame(link, bytes));
        for event in std::mem::take(&mut out.events) {
            let answer = match event {
                InviterEvent::Introduced { invite, founded } => InviterInput::Keys {
                    invite,
                    by: founded.certificate.persona(),
                    room: founded.room,
                    name: Personal::from("Dr Chen"),
                    role: Role::Doctor,
                    key_packages: vec![vec![1; 4]],
                },
                InviterEvent::Admitted { invite, room: joined, bundle } => {
                    assert_eq!((joined, &bundle[..]), (room, &b"bundle"[..]));
                    InviterInput::Joined(invite)
                }
            };
            out.send.extend(inviter.handle(NOW, answer).send);
        }
        for (_, bytes) in out.send {
            let mut out = host.handle(NOW, &card, HostInput::Frame(link, bytes));
            for event in std::mem::take(&mut out.events) {
                match event {
                    HostEvent::Admit { join, .. } => {
                        let admitted = HostInput::Admitted(join.certificate.member(), b"bundle".to_vec());
                        to_inviter.extend(host.handle(NOW, &card, admitted).send);
                    }
                    HostEvent::Joined { member, .. } => met.push(member),
                    other => panic!("{other:?}"),
                }
            }
            to_inviter.extend(out.send);
        }
    }
    assert_eq!(met, [person(2).certificate.member()]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_kill_at_any_moment_burns_nothing(steps in steps(), knock in any::<bool>()) {
        let mut world = World::new(if knock { Admission::Knock } else { Admission::Direct });
        for step in steps {
            world.step(step);
        }
        world.finish();
        prop_assert!(world.joined);
        prop_assert!(!world.guest.wants_door());
        prop_assert!(world.guest_rows.is_empty());
        // Whoever comes second finds it used, however the first came in.
        let link = LinkId(1_000_000);
        let (host, card) = (&mut world.host, &world.card);
        let _ = host.handle(NOW, card, HostInput::LinkUp { link, invite: secret(1).name(), hash: [9; 32], peer: None });
        let out = host.handle(NOW, card, HostInput::Frame(link, frame::Frame::Ask.encode()));
        prop_assert_eq!(out.send, [(link, frame::Frame::Refused(Refusal::InviteUsed).encode())]);
    }
}
