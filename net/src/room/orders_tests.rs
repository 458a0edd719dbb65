//! Orders: strong removal, ranks, and that only the set counts, never the order of arrival.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::identity::{DeviceKey, PersonaKey};
use proptest::prelude::*;
use rand::{SeedableRng, seq::SliceRandom as _};
use rand_chacha::ChaCha12Rng;

use super::super::charter::{Charter, RetentionName};
use super::super::exchange::Standing;
use super::*;
use crate::wire::Kind;
use crate::wire::entry::VERSION;
use crate::wire::order::{Head, Role};

/// One device and the orders it has seen.
struct Quill {
    device: DeviceKey,
    certificate: Certificate,
    orders: Orders,
    seen: Vec<(SignedEntry, Order)>,
    last: Option<(u64, EntryId, u64)>,
}

struct Desk {
    room: RoomId,
    quills: Vec<Quill>,
    all: Vec<(SignedEntry, Order)>,
}

fn member(certificate: &Certificate) -> MemberId {
    certificate.member()
}

impl Desk {
    fn new(quills: usize, seed: u64) -> Self {
        let mut rng = ChaCha12Rng::seed_from_u64(seed);
        let mut desk = Self { room: RoomId::default(), quills: Vec::new(), all: Vec::new() };
        for _ in 0..quills {
            let device = DeviceKey::generate(&mut rng);
            let certificate = Certificate::issue(&PersonaKey::generate(&mut rng), &device, 1);
            let orders = Orders::new(RoomId::default());
            desk.quills.push(Quill { device, certificate, orders, seen: Vec::new(), last: None });
        }
        let create = Order::Create {
            title: "Room".into(),
            charter: super::super::cast::charter(RetentionName::Record),
            certificate: desk.quills[0].certificate.bytes().to_vec(),
            name: "0".into(),
            role: Role::Peer,
            nonce: [0; 16],
            suite: 0x4d,
            purpose: Purpose::Group,
        };
        let entry = desk.sign(0, &create);
        desk.room = RoomId(entry.id().0);
        for quill in &mut desk.quills {
            quill.orders = Orders::new(desk.room);
        }
        desk.keep(0, entry, create);
        desk
    }

    fn sign(&self, who: usize, order: &Order) -> SignedEntry {
        let quill = &self.quills[who];
        let (seq, prev, depth) = quill.last.unwrap_or_default();
        let mut deps: Vec<Dep> =
            quill.orders.heads().into_iter().filter(|dep| dep.device != quill.device.id()).take(16).collect();
        deps.sort();
        let deepest = deps.iter().filter_map(|dep| quill.orders.node(dep.id)).map(|node| node.place.depth).max();
        let header = Header {
            version: VERSION,
            room: self.room,
            device: quill.device.id(),
            seq: seq + 1,
            prev,
            deps,
            depth: depth.max(deepest.unwrap_or(0)) + 1,
            kind: Kind::ORDER,
            sent_at: 1,
            body_hash: [0; 32],
        };
        SignedEntry::sign(header, [0; 16], &order.encode(), &quill.device)
    }

    fn keep(&mut self, who: usize, entry: SignedEntry, order: Order) {
        let quill = &mut self.quills[who];
        quill.last = Some((entry.header().seq, entry.id(), entry.header().depth));
        quill.orders.insert(&entry, order.clone());
        quill.seen.push((entry.clone(), order.clone()));
        self.all.push((entry, order));
    }

    fn give(&mut self, who: usize, order: Order) -> EntryId {
        let entry = self.sign(who, &order);
        let id = entry.id();
        self.keep(who, entry, order);
        id
    }

    fn add(&mut self, who: usize, whom: usize, rank: Rank) -> EntryId {
        let certificate = self.quills[whom].certificate.bytes().to_vec();
        self.give(who, Order::Add { certificate, name: format!("{whom}").into(), role: Role::Peer, rank, ticket: None })
    }

    fn remove(&mut self, who: usize, whom: usize) -> EntryId {
        let head = Head { device: self.quills[whom].device.id(), seq: 3 };
        let order = Order::Remove { member: member(&self.quills[whom].certificate), heads: vec![head] };
        self.give(who, order)
    }

    /// `to` learns all that `from` has seen.
    fn tell(&mut self, from: usize, to: usize) {
        for (entry, order) in self.quills[from].seen.clone() {
            if self.quills[to].orders.insert(&entry, order.clone()) {
                self.quills[to].seen.push((entry, order));
            }
        }
    }

    fn tell_all(&mut self) {
        for _ in 0..2 {
            for from in 0..self.quills.len() {
                for to in 0..self.quills.len() {
                    self.tell(from, to);
                }
            }
        }
    }

    fn standing(&self, at: usize, whom: usize) -> Option<Standing> {
        let people = &self.quills[at].orders.now().people;
        people.get(&member(&self.quills[whom].certificate)).map(|person| person.view.standing)
    }

    fn rank(&self, at: usize, whom: usize) -> Option<Rank> {
        let now = self.quills[at].orders.now();
        now.present(member(&self.quills[whom].certificate)).map(|person| person.view.rank)
    }

    /// Owner 0, moderators 1 and 2, members 3 and 4; everybody knows.
    fn settled() -> Self {
        let mut desk = Self::new(6, 1);
        for (whom, rank) in [(1, Rank::Moderator), (2, Rank::Moderator), (3, Rank::Member), (4, Rank::Member)] {
            desk.add(0, whom, rank);
        }
        desk.tell_all();
        desk
    }
}

#[test]
fn two_equals_who_remove_each_other_are_both_gone() {
    let mut desk = Desk::settled();
    desk.remove(1, 2);
    desk.remove(2, 1);
    desk.tell_all();
    for at in 0..5 {
        assert_eq!((desk.standing(at, 1), desk.standing(at, 2)), (Some(Standing::Removed), Some(Standing::Removed)));
    }
}

#[test]
fn a_higher_rank_voids_what_its_target_ordered_meanwhile() {
    let mut desk = Desk::settled();
    desk.remove(0, 1);
    desk.remove(1, 3);
    desk.add(1, 5, Rank::Member);
    desk.tell_all();
    for at in 0..5 {
        assert_eq!(desk.standing(at, 1), Some(Standing::Removed));
        assert_eq!(desk.standing(at, 3), Some(Standing::Present), "the removal by the removed is void");
        assert_eq!(desk.standing(at, 5), None, "so is the admission");
    }
}

#[test]
fn what_was_ordered_before_the_removal_was_seen_to_happen_stands() {
    let mut desk = Desk::settled();
    desk.add(1, 5, Rank::Member);
    desk.tell_all();
    desk.remove(0, 1);
    desk.tell_all();
    assert_eq!(desk.standing(4, 5), Some(Standing::Present));
}

#[test]
fn a_demotion_voids_what_needs_the_rank_and_nothing_else() {
    let mut desk = Desk::settled();
    desk.give(0, Order::Rank { member: member(&desk.quills[1].certificate), rank: Rank::Member });
    desk.remove(1, 3);
    desk.give(1, Order::Name { name: "Same".into() });
    desk.tell_all();
    let at = &desk.quills[4].orders;
    assert_eq!(desk.standing(4, 3), Some(Standing::Present));
    assert_eq!(at.now().people[&member(&desk.quills[1].certificate)].view.name.expose(), "Same");
    assert_eq!(desk.rank(4, 1), Some(Rank::Member));
}

#[test]
fn members_and_strangers_order_nothing() {
    let mut desk = Desk::settled();
    desk.remove(3, 4);
    desk.add(3, 5, Rank::Member);
    desk.give(3, Order::Rank { member: member(&desk.quills[3].certificate), rank: Rank::Moderator });
    desk.give(1, Order::Transfer { member: member(&desk.quills[1].certificate) });
    desk.give(1, Order::Charter { charter: Charter::direct(), title: "Mine".into() });
    desk.remove(1, 0);
    desk.add(2, 5, Rank::Owner);
    desk.tell_all();
    assert_eq!(desk.quills[4].orders.now().count(), 5);
    assert_eq!(desk.rank(4, 0), Some(Rank::Owner));
    assert_eq!(desk.rank(4, 3), Some(Rank::Member));
    assert_eq!(desk.quills[4].orders.now().title.expose(), "Room");
    assert!(desk.quills[4].orders.certificate(desk.quills[5].device.id()).is_none());
}

#[test]
fn there_is_one_owner_whatever_happens() {
    let mut desk = Desk::settled();
    desk.give(0, Order::Transfer { member: member(&desk.quills[3].certificate) });
    desk.remove(1, 3);
    desk.tell_all();
    desk.give(0, Order::Leave {});
    desk.tell_all();
    for at in 0..5 {
        let now = desk.quills[at].orders.now();
        let owners = now.people.values().filter(|person| person.view.rank == Rank::Owner);
        let present = owners.filter(|person| person.view.standing == Standing::Present);
        assert_eq!(present.count(), 1);
    }
}

#[test]
fn a_commit_stays_allowed_when_its_reason_is_overtaken() {
    let mut desk = Desk::settled();
    let added = desk.add(1, 5, Rank::Member);
    desk.tell_all();
    let removed = desk.remove(0, 5);
    desk.remove(0, 1);
    desk.tell_all();
    let device = |who: usize| desk.quills[who].device.id();
    let change = |added: Vec<DeviceId>, removed: Vec<DeviceId>, orders: Vec<EntryId>| LeafChange {
        committer: device(1),
        added,
        removed,
        orders,
    };
    let roster = &desk.quills[4].orders;
    assert!(roster.allows(&change(vec![device(5)], vec![], vec![added])));
    assert!(roster.allows(&change(vec![], vec![device(5)], vec![removed])));
    assert!(roster.allows(&change(vec![device(5)], vec![device(5)], vec![added])), "entering again");
    assert!(!roster.allows(&change(vec![], vec![device(5)], vec![added])));
    assert!(!roster.allows(&change(vec![], vec![device(3)], vec![removed])));
    assert!(!roster.allows(&change(vec![device(4)], vec![], vec![added])));
    assert!(!roster.allows(&change(vec![device(5)], vec![], vec![EntryId([9; 16])])), "an order not held");
}

#[test]
fn the_secret_is_stale_until_one_is_made_after_the_removal() {
    let mut desk = Desk::settled();
    let secret = |generation| Order::LinkSecret {
        secret: crypto::secret::Key32::new([generation; 32]),
        generation: u64::from(generation),
    };
    desk.give(0, secret(0));
    desk.tell_all();
    desk.remove(0, 4);
    desk.give(1, secret(1));
    desk.tell_all();
    assert!(desk.quills[1].orders.secret_is_stale(), "made without knowing of the removal");
    desk.give(1, secret(2));
    desk.tell_all();
    assert!(!desk.quills[0].orders.secret_is_stale());
    assert_eq!(desk.quills[0].orders.now().secrets[0].generation, 2);
}

/// A random life of a room among six devices that gossip now and then.
fn live(seed: u64) -> Desk {
    let mut rng = ChaCha12Rng::seed_from_u64(seed);
    let mut desk = Desk::new(6, seed);
    for (whom, rank) in [(1, Rank::Moderator), (2, Rank::Moderator), (3, Rank::Member)] {
        desk.add(0, whom, rank);
    }
    desk.tell_all();
    for _ in 0..24 {
        let (who, whom) = (rng.random_range(0..6), rng.random_range(0..6));
        let target = member(&desk.quills[whom].certificate);
        match rng.random_range(0..9) {
            0 | 1 => drop(desk.add(who, whom, Rank::Member)),
            2 | 3 => drop(desk.remove(who, whom)),
            4 => drop(desk.give(who, Order::Rank { member: target, rank: Rank::Moderator })),
            5 => drop(desk.give(who, Order::Rank { member: target, rank: Rank::Member })),
            6 => drop(desk.give(who, Order::Transfer { member: target })),
            7 => drop(desk.give(who, Order::Name { name: format!("{who} as {seed}").into() })),
            _ if who != 0 => drop(desk.give(who, Order::Leave {})),
            _ => {}
        }
        for _ in 0..rng.random_range(0..4) {
            let (from, to) = (rng.random_range(0..6), rng.random_range(0..6));
            desk.tell(from, to);
        }
    }
    desk
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn only_the_set_counts(seed in any::<u64>()) {
        let desk = live(seed);
        let mut rng = ChaCha12Rng::seed_from_u64(!seed);
        let mut outcomes = Vec::new();
        for _ in 0..4 {
            let mut waiting = desk.all.clone();
            waiting.shuffle(&mut rng);
            let mut orders = Orders::new(desk.room);
            // Entries arrive after their causes, in any order otherwise.
            while !waiting.is_empty() {
                let ready = waiting.iter().position(|(entry, _)| {
                    let header = entry.header();
                    let prev = header.seq == 1 || orders.holds(header.prev);
                    prev && header.deps.iter().all(|dep| orders.holds(dep.id))
                });
                let (entry, order) = waiting.remove(ready.unwrap());
                orders.insert(&entry, order);
            }
            outcomes.push(orders);
        }
        for orders in &outcomes {
            prop_assert_eq!(orders.now(), outcomes[0].now());
            let again = Membership::compute(orders.nodes());
            prop_assert_eq!(&again, &Membership { voided: again.voided.clone(), ..orders.now().clone() });
            let owners = orders.now().people.values().filter(|p| p.view.rank == Rank::Owner && p.view.standing == Standing::Present);
            prop_assert_eq!(owners.count(), 1);
        }
    }
}
