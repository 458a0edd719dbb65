#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]
//! Members who talk, enter, leave and come back, over the real MLS group.

use std::collections::{BTreeMap, BTreeSet};

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::SeedableRng;
use zeroize::Zeroizing;

use super::*;
use crate::id::MemberId;
use crate::identity::PersonaKey;

/// What the orders would say: every order is in force the moment somebody names it.
#[derive(Clone, Default)]
pub(super) struct Orders {
    pub members: BTreeMap<DeviceId, MemberId>,
    pub excluded: BTreeSet<DeviceId>,
    pub barred: BTreeSet<EntryId>,
    pub ranks: BTreeMap<MemberId, u8>,
}

impl Roster for Orders {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        self.members.get(&device).copied()
    }

    fn lists(&self, device: DeviceId) -> bool {
        self.members.contains_key(&device) && !self.excluded.contains(&device)
    }

    fn allows(&self, change: &LeafChange) -> bool {
        !change.orders.is_empty() && change.orders.iter().all(|order| !self.barred.contains(order))
    }

    fn rank(&self, member: MemberId) -> u8 {
        self.ranks.get(&member).copied().unwrap_or(1)
    }
}

/// A device, its keys, and its disk.
pub(super) struct Person {
    pub key: DeviceKey,
    pub certificate: Certificate,
    pub group: Group,
    pub disk: BTreeMap<Vec<u8>, Zeroizing<Vec<u8>>>,
}

pub(super) const ROOM: RoomId = RoomId([7; 16]);
pub(super) const ORDER: EntryId = EntryId([1; 16]);

impl Person {
    fn keys(rng: &mut ChaCha12Rng) -> (DeviceKey, Certificate) {
        let persona = PersonaKey::generate(rng);
        let key = DeviceKey::generate(rng);
        let certificate = Certificate::issue(&persona, &key, 0);
        (key, certificate)
    }

    pub fn founder(rng: &mut ChaCha12Rng, orders: &mut Orders) -> Self {
        let (key, certificate) = Self::keys(rng);
        orders.members.insert(key.id(), certificate.member());
        let group = Group::found(ROOM, &key, &certificate, rng).unwrap();
        Self { key, certificate, group, disk: BTreeMap::new() }
    }

    pub fn guest(rng: &mut ChaCha12Rng, orders: &mut Orders) -> Self {
        let (key, certificate) = Self::keys(rng);
        orders.members.insert(key.id(), certificate.member());
        let group = Group::enter(ROOM, &key, &certificate).unwrap();
        Self { key, certificate, group, disk: BTreeMap::new() }
    }

    pub fn id(&self) -> DeviceId {
        self.key.id()
    }

    /// Stores what changed, as the caller of `Keys` must before it sends; how many bytes that were.
    pub fn store(&mut self) -> usize {
        let rows = self.group.take_rows();
        let bytes = rows.iter().filter_map(|row| row.value.as_ref()).map(|value| value.len()).sum();
        for row in rows {
            match row.value {
                Some(value) => drop(self.disk.insert(row.key, value)),
                None => drop(self.disk.remove(&row.key)),
            }
        }
        bytes
    }

    /// What a kill does: all that was not stored is gone.
    pub fn restart(&mut self) {
        let rows = self.disk.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        self.group = Group::load(ROOM, &self.key, &self.certificate, rows).unwrap();
    }

    pub fn say(&mut self, text: &str, orders: &Orders) -> Vec<u8> {
        let sealed = self.group.seal(text.as_bytes(), orders).unwrap();
        self.store();
        sealed
    }

    #[track_caller]
    pub fn reads(&mut self, sealed: &[u8], text: &str, sender: DeviceId) {
        let opened = self.group.open(sealed).unwrap();
        assert_eq!((opened.plaintext.as_slice(), opened.sender), (text.as_bytes(), sender));
        self.store();
    }
}

pub(super) fn rng(seed: u64) -> ChaCha12Rng {
    ChaCha12Rng::seed_from_u64(seed)
}

/// `n` people in one room, all in the same epoch.
pub(super) fn room(n: usize, rng: &mut ChaCha12Rng) -> (Vec<Person>, Orders) {
    let mut orders = Orders::default();
    let mut people = vec![Person::founder(rng, &mut orders)];
    for _ in 1..n {
        people.push(Person::guest(rng, &mut orders));
    }
    let packages: Vec<_> = people[1..].iter_mut().map(|guest| guest.group.key_package().unwrap()).collect();
    if n > 1 {
        let changed = people[0].group.change(&packages, &[], &[ORDER], &orders).unwrap();
        let welcome = changed.welcome.unwrap();
        for guest in &mut people[1..] {
            guest.group.welcome(&welcome, &orders).unwrap();
        }
    }
    for person in &mut people {
        person.store();
    }
    (people, orders)
}

#[test]
fn two_members_talk_and_come_back_from_their_rows() {
    let (mut people, orders) = room(2, &mut rng(1));
    let [anna, ben] = &mut people[..] else { panic!() };
    assert_eq!(anna.group.tip(), ben.group.tip());
    assert_eq!(anna.group.leaves(), ben.group.leaves());
    let hello = anna.say("hello", &orders);
    ben.reads(&hello, "hello", anna.id());
    anna.restart();
    ben.restart();
    let answer = ben.say("good morning", &orders);
    anna.reads(&answer, "good morning", ben.id());
    assert_eq!(anna.group.open(&hello), Err(KeysError::Own));
    assert_eq!(ben.group.open(&hello), Err(KeysError::Refused), "the second time");
    assert_eq!((anna.group.sealed_in_tip(), ben.group.sealed_in_tip()), (1, 1));
    // A self-update by each, the other following.
    for turn in 0..2 {
        let (one, other) = if turn == 0 { (&mut *anna, &mut *ben) } else { (&mut *ben, &mut *anna) };
        let id = one.group.change(&[], &[], &[], &orders).unwrap().commit;
        one.store();
        let commit = one.group.commit_bytes(id).unwrap();
        assert_eq!(other.group.accept(&commit, &orders), Ok(true));
        assert_eq!(other.group.accept(&commit, &orders), Ok(false));
        assert_eq!(one.group.accept(&commit, &orders), Ok(false));
        other.store();
        assert_eq!(one.group.tip(), other.group.tip());
        assert_eq!(one.group.sealed_in_tip(), 0);
        one.restart();
        other.restart();
        let text = one.say("in the new epoch", &orders);
        other.reads(&text, "in the new epoch", one.id());
    }
}
