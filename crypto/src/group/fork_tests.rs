//! Seeded partitions with adds, removals, self-updates and kills: in the end all are in one epoch, and everybody has
//! read, once, every message of every epoch they were in, on whichever side of a fork it lay.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha12Rng;

use super::tests::{Person, rng};
use super::*;
use crate::id::MemberId;

/// An order, in the few words the keys need.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Added(DeviceId, MemberId),
    Removed(DeviceId),
}

impl Fact {
    fn id(&self) -> EntryId {
        let (tag, device) = match self {
            Self::Added(device, _) => (1, device),
            Self::Removed(device) => (2, device),
        };
        EntryId(kdf::hash16(Label::EntryId, &[&[tag], &device.0]))
    }
}

/// The orders one device holds.
#[derive(Clone, Default)]
struct Held(BTreeSet<Fact>);

impl Held {
    fn names(&self, orders: &[EntryId], want: impl Fn(&Fact) -> bool) -> bool {
        self.0.iter().any(|fact| want(fact) && orders.contains(&fact.id()))
    }
}

impl Roster for Held {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        self.0.iter().find_map(|fact| match fact {
            Fact::Added(held, member) if *held == device => Some(*member),
            _ => None,
        })
    }

    fn lists(&self, device: DeviceId) -> bool {
        self.member(device).is_some() && !self.0.contains(&Fact::Removed(device))
    }

    fn allows(&self, change: &LeafChange) -> bool {
        change
            .added
            .iter()
            .all(|new| self.names(&change.orders, |fact| matches!(fact, Fact::Added(held, _) if held == new)))
            && change.removed.iter().all(|old| self.names(&change.orders, |fact| *fact == Fact::Removed(*old)))
    }

    fn rank(&self, member: MemberId) -> u8 {
        member.0[0] % 4
    }
}

struct Sealed {
    bytes: Vec<u8>,
    text: String,
    sender: DeviceId,
    readers: Vec<DeviceId>,
}

struct Actor {
    person: Person,
    held: Held,
    /// Messages that reached this device, and those it read.
    got: BTreeSet<usize>,
    read: BTreeSet<usize>,
    side: usize,
}

struct World {
    rng: ChaCha12Rng,
    actors: Vec<Actor>,
    messages: Vec<Sealed>,
}

impl World {
    fn new(seed: u64, members: usize) -> Self {
        let mut rng = rng(seed);
        let mut orders = super::tests::Orders::default();
        let mut people = vec![Person::founder(&mut rng, &mut orders)];
        people.extend((1..members).map(|_| Person::guest(&mut rng, &mut orders)));
        let facts: BTreeSet<Fact> =
            people.iter().map(|person| Fact::Added(person.id(), person.certificate.member())).collect();
        let guests: Vec<_> = people[1..].iter().map(Person::id).collect();
        let actors = people.into_iter().map(|mut person| {
            person.store();
            Actor { person, held: Held(facts.clone()), got: BTreeSet::new(), read: BTreeSet::new(), side: 0 }
        });
        let mut world = Self { actors: actors.collect(), rng, messages: Vec::new() };
        while world.present(None).len() < members {
            world.change(0, &guests, &[]);
        }
        world
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    /// Actors of one side who may still act.
    fn present(&self, side: Option<usize>) -> Vec<usize> {
        let here = |actor: &Actor| {
            side.is_none_or(|side| actor.side == side)
                && actor.held.lists(actor.person.id())
                && actor.person.group.leaves().contains(&actor.person.id())
        };
        (0..self.actors.len()).filter(|at| here(&self.actors[*at])).collect()
    }

    /// Stores, or is killed before that; `true` where what was returned may be sent.
    fn commit_to_disk(&mut self, at: usize) -> bool {
        if self.chance(4) {
            self.actors[at].person.restart();
            let held = self.actors[at].held.clone();
            self.actors[at].person.group.settle(&held);
            return false;
        }
        self.actors[at].person.store();
        if self.chance(4) {
            self.actors[at].person.restart();
        }
        true
    }

    fn say(&mut self, at: usize) {
        let actor = &mut self.actors[at];
        let text = format!("message {}", self.messages.len());
        match actor.person.group.seal(text.as_bytes(), &actor.held) {
            Ok(bytes) => {
                let (sender, readers) = (actor.person.id(), actor.person.group.leaves());
                if self.commit_to_disk(at) {
                    self.actors[at].got.insert(self.messages.len());
                    self.actors[at].read.insert(self.messages.len());
                    self.messages.push(Sealed { bytes, text, sender, readers });
                }
            }
            Err(KeysError::Excluded) => assert!(self.tidy(at)),
            Err(error) => panic!("{error}"),
        }
    }

    /// Commits what the orders ask for and the tip lacks; `true` where there was anything.
    fn tidy(&mut self, at: usize) -> bool {
        let actor = &self.actors[at];
        let leaves = actor.person.group.leaves();
        let gone: Vec<_> = leaves.iter().copied().filter(|leaf| !actor.held.lists(*leaf)).collect();
        let missing: Vec<DeviceId> = actor
            .held
            .0
            .iter()
            .filter_map(|fact| match fact {
                Fact::Added(device, _) if actor.held.lists(*device) && !leaves.contains(device) => Some(*device),
                _ => None,
            })
            .collect();
        if gone.is_empty() && missing.is_empty() {
            return false;
        }
        self.change(at, &missing, &gone);
        true
    }

    fn change(&mut self, at: usize, add: &[DeviceId], remove: &[DeviceId]) {
        let packages: Vec<_> = add
            .iter()
            .map(|device| {
                let guest = self.actors.iter_mut().find(|actor| actor.person.id() == *device).unwrap();
                let package = guest.person.group.key_package().unwrap();
                guest.person.store();
                assert_eq!(guest.person.group.package_device(&package), Ok(*device));
                package
            })
            .collect();
        let actor = &mut self.actors[at];
        let names = |fact: &&Fact| match fact {
            Fact::Added(device, _) => add.contains(device),
            Fact::Removed(device) => remove.contains(device),
        };
        let orders: Vec<_> = actor.held.0.iter().filter(names).map(Fact::id).collect();
        let changed = actor.person.group.change(&packages, remove, &orders, &actor.held).unwrap();
        assert_eq!(changed.welcome.is_some(), !add.is_empty());
        let (held, side) = (actor.held.clone(), actor.side);
        if self.commit_to_disk(at)
            && let Some(welcome) = changed.welcome
        {
            for guest in self.actors.iter_mut().filter(|guest| add.contains(&guest.person.id())) {
                guest.held.0.extend(held.0.iter().cloned());
                guest.side = side;
                let held = guest.held.clone();
                guest.person.group.welcome(&welcome, &held).unwrap();
                guest.person.store();
            }
        }
    }

    fn act(&mut self, at: usize) {
        match self.rng.random_range(0..100) {
            0..60 => self.say(at),
            60..80 => self.change(at, &[], &[]),
            80..90 => {
                let mut orders = super::tests::Orders::default();
                let person = Person::guest(&mut self.rng, &mut orders);
                let id = person.id();
                self.actors[at].held.0.insert(Fact::Added(id, person.certificate.member()));
                let held = self.actors[at].held.clone();
                let side = self.actors[at].side;
                self.actors.push(Actor { person, held, got: BTreeSet::new(), read: BTreeSet::new(), side });
                self.change(at, &[id], &[]);
            }
            _ => {
                let others: Vec<_> = self.actors[at].person.group.leaves();
                let victim = others[self.rng.random_range(0..others.len())];
                let listed = others.iter().filter(|leaf| self.actors[at].held.lists(**leaf)).count();
                if victim != self.actors[at].person.id() && listed > 3 {
                    self.actors[at].held.0.insert(Fact::Removed(victim));
                    self.tidy(at);
                }
            }
        }
    }

    /// One device hands another all it has. The other may be killed before it stored any of it.
    fn pass(&mut self, from: usize, to: usize) {
        let facts = self.actors[from].held.0.clone();
        let commits = self.actors[from].person.group.commits();
        let commits: Vec<_> =
            commits.into_iter().map(|id| self.actors[from].person.group.commit_bytes(id).unwrap()).collect();
        let got = self.actors[from].got.clone();
        let actor = &mut self.actors[to];
        actor.held.0.extend(facts);
        actor.person.group.settle(&actor.held);
        let mut waiting = BTreeMap::new();
        for bytes in commits {
            match actor.person.group.accept(&bytes, &actor.held) {
                Ok(_) | Err(KeysError::UnknownEpoch) => {}
                Err(error) => waiting.insert(bytes, error).map_or((), |_| ()),
            }
        }
        assert!(waiting.is_empty(), "{waiting:?}");
        actor.got.extend(got);
        let mut read = actor.read.clone();
        for at in actor.got.difference(&actor.read) {
            let message = &self.messages[*at];
            match actor.person.group.open(&message.bytes) {
                Ok(opened) => {
                    assert_eq!((opened.plaintext, opened.sender), (message.text.clone().into_bytes(), message.sender));
                    read.insert(*at);
                }
                Err(KeysError::UnknownEpoch) => {}
                Err(error) => panic!("message {at}: {error}"),
            }
        }
        if self.commit_to_disk(to) {
            self.actors[to].read = read;
        }
    }

    fn gossip(&mut self, side: Option<usize>, rounds: usize) {
        for _ in 0..rounds {
            let here: Vec<usize> =
                (0..self.actors.len()).filter(|at| side.is_none_or(|side| self.actors[*at].side == side)).collect();
            let (from, to) = (here[self.rng.random_range(0..here.len())], here[self.rng.random_range(0..here.len())]);
            if from != to {
                self.pass(from, to);
            }
        }
    }

    fn all_to_all(&mut self) {
        for from in 0..self.actors.len() {
            for to in 0..self.actors.len() {
                if from != to {
                    self.pass(from, to);
                }
            }
        }
    }

    fn heal(&mut self) {
        for _ in 0..12 {
            self.all_to_all();
            self.all_to_all();
            // Whoever sees something due commits it; one a round, as the stagger of the room would have it.
            let mut present = self.present(None);
            present.shuffle(&mut self.rng);
            if !present.into_iter().any(|at| self.tidy(at)) {
                return;
            }
        }
        panic!("the room never comes to rest");
    }

    fn check(&self, seed: u64) {
        let present = self.present(None);
        let first = &self.actors[present[0]];
        let listed: BTreeSet<_> = first
            .held
            .0
            .iter()
            .filter_map(|fact| match fact {
                Fact::Added(device, _) if first.held.lists(*device) => Some(*device),
                _ => None,
            })
            .collect();
        assert_eq!(first.person.group.leaves().into_iter().collect::<BTreeSet<_>>(), listed, "seed {seed}");
        assert_eq!(present.len(), listed.len(), "seed {seed}: who is listed is present");
        for at in present {
            let actor = &self.actors[at];
            assert_eq!(actor.person.group.tip(), first.person.group.tip(), "seed {seed}: actor {at}");
            for (number, message) in self.messages.iter().enumerate() {
                if message.readers.contains(&actor.person.id()) {
                    assert!(actor.read.contains(&number), "seed {seed}: actor {at} never read message {number}");
                }
            }
        }
    }
}

fn run(seed: u64) -> usize {
    let members = 3 + usize::try_from(seed % 3).unwrap();
    let mut world = World::new(seed, members);
    for _ in 0..3 {
        for actor in 0..world.actors.len() {
            world.actors[actor].side = world.rng.random_range(0..2);
        }
        for _ in 0..10 {
            let present = world.present(None);
            let at = present[world.rng.random_range(0..present.len())];
            world.act(at);
            let side = world.actors[at].side;
            world.gossip(Some(side), 3);
        }
        if world.chance(50) {
            world.heal();
        }
    }
    world.heal();
    world.check(seed);
    world.messages.len()
}

#[test]
fn partitions_converge_and_everybody_reads_both_sides() {
    let messages: usize = (0..40).map(run).sum();
    assert!(messages > 200, "{messages} messages are too few to mean anything");
}
