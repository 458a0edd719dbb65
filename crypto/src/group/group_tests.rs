//! Members who talk, enter, leave and come back, over the real MLS group.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

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

#[test]
fn a_message_costs_few_bytes_to_store_and_only_its_own_epochs() {
    let (mut people, orders) = room(10, &mut rng(2));
    let sealed = people[0].group.seal(&[7; 200], &orders).unwrap();
    assert!(sealed.len() < 640, "{} bytes on the wire", sealed.len());
    let stored = people[0].store();
    assert!(stored < 4 << 10, "{stored} bytes to store after sealing");
    people[1].group.open(&sealed).unwrap();
    let stored = people[1].store();
    assert!(stored < 4 << 10, "{stored} bytes to store after opening");
    assert!(people[1].group.take_rows().is_empty());
}

#[test]
fn a_kill_before_storing_sends_nothing_and_loses_nothing() {
    let (mut people, orders) = room(2, &mut rng(3));
    let [anna, ben] = &mut people[..] else { panic!() };
    let first = anna.say("one", &orders);
    let never_sent = anna.group.seal(b"never sent", &orders).unwrap();
    anna.restart();
    let second = anna.say("two", &orders);
    assert_ne!(never_sent, second);
    assert_eq!(anna.group.sealed_in_tip(), 2);
    ben.reads(&first, "one", anna.id());
    ben.group.open(&second).unwrap();
    ben.restart();
    ben.reads(&second, "two", anna.id());
    // A commit not stored was not made.
    let tip = anna.group.tip();
    anna.group.change(&[], &[], &[], &orders).unwrap();
    anna.restart();
    assert_eq!((anna.group.tip(), anna.group.commits().len()), (tip, 1));
    // A commit stored, but not heard of by the other yet: what is sealed in it waits for it.
    let id = anna.group.change(&[], &[], &[], &orders).unwrap().commit;
    anna.store();
    let third = anna.say("three", &orders);
    assert_eq!(ben.group.open(&third), Err(KeysError::UnknownEpoch));
    ben.group.accept(&anna.group.commit_bytes(id).unwrap(), &orders).unwrap();
    ben.restart();
    assert_eq!(ben.group.open(&third), Err(KeysError::UnknownEpoch), "the commit was not stored");
    ben.group.accept(&anna.group.commit_bytes(id).unwrap(), &orders).unwrap();
    ben.reads(&third, "three", anna.id());
}

#[test]
fn messages_open_out_of_order_within_the_window_and_once() {
    let (mut people, orders) = room(2, &mut rng(4));
    let [anna, ben] = &mut people[..] else { panic!() };
    let sealed: Vec<_> = (0..64).map(|n| anna.say(&n.to_string(), &orders)).collect();
    for (n, sealed) in sealed.iter().enumerate().rev() {
        ben.reads(sealed, &n.to_string(), anna.id());
        assert_eq!(ben.group.open(sealed), Err(KeysError::Refused));
    }
    let late = anna.say("late", &orders);
    for n in 0..65 {
        let sealed = anna.say(&n.to_string(), &orders);
        ben.reads(&sealed, &n.to_string(), anna.id());
    }
    assert_eq!(ben.group.open(&late), Err(KeysError::Refused), "older than the window");
}

#[test]
fn nothing_is_sealed_to_an_excluded_leaf_until_a_commit_removed_it() {
    let (mut people, mut orders) = room(3, &mut rng(5));
    let [anna, ben, carl] = &mut people[..] else { panic!() };
    let before = carl.say("before", &orders);
    orders.excluded.insert(carl.id());
    for person in [&mut *anna, &mut *ben] {
        person.group.settle(&orders);
        assert_eq!(person.group.seal(b"secret", &orders), Err(KeysError::Excluded));
    }
    assert_eq!(carl.group.seal(b"me too", &orders), Err(KeysError::Outside));
    assert_eq!(carl.group.change(&[], &[], &[], &orders), Err(KeysError::Outside));
    let removal = ben.group.change(&[], &[carl.id()], &[ORDER], &orders).unwrap();
    assert_eq!(removal.welcome, None);
    let removal = ben.group.commit_bytes(removal.commit).unwrap();
    assert_eq!(anna.group.accept(&removal, &orders), Ok(true));
    assert_eq!(anna.group.leaves(), [anna.id(), ben.id()]);
    let secret = anna.say("secret", &orders);
    ben.reads(&secret, "secret", anna.id());
    // What he sealed before is read after; what is sealed now he can't read, whatever he is handed.
    anna.reads(&before, "before", carl.id());
    let tip = carl.group.tip();
    assert_eq!(carl.group.accept(&removal, &orders), Ok(true));
    assert_eq!(carl.group.open(&secret), Err(KeysError::UnknownEpoch));
    assert_eq!((carl.group.tip(), carl.group.commits().len()), (tip, 1), "a commit he may pass on, yet not follow");
}

#[test]
fn a_removed_members_commit_is_valid_mls_and_never_the_tip() {
    let (mut people, mut orders) = room(3, &mut rng(6));
    let [anna, ben, carl] = &mut people[..] else { panic!() };
    // Carl does not know yet, or does not care; Anna removes him at the same time.
    let theirs = carl.group.change(&[], &[], &[], &orders).unwrap().commit;
    let theirs = carl.group.commit_bytes(theirs).unwrap();
    orders.excluded.insert(carl.id());
    let removal = anna.group.change(&[], &[carl.id()], &[ORDER], &orders).unwrap().commit;
    let removal = anna.group.commit_bytes(removal).unwrap();
    let tip = anna.group.tip();
    assert_eq!(anna.group.accept(&theirs, &orders), Ok(true));
    assert_eq!(anna.group.tip(), tip);
    // Ben hears of his first, and stays where he was: nobody built on it.
    let before = ben.group.tip();
    assert_eq!(ben.group.accept(&theirs, &orders), Ok(true));
    assert_eq!(ben.group.tip(), before);
    assert_eq!(ben.group.accept(&removal, &orders), Ok(true));
    assert_eq!(ben.group.tip(), tip);
    for person in [anna, ben] {
        person.store();
        person.restart();
        assert!(!person.group.settle(&orders));
        assert_eq!(person.group.tip(), tip);
    }
}

#[test]
fn an_unjustified_addition_waits_for_its_order() {
    let mut rng = rng(7);
    let (mut people, mut orders) = room(2, &mut rng);
    let mut guest = Person::guest(&mut rng, &mut orders);
    let [anna, ben] = &mut people[..] else { panic!() };
    let mut unaware = orders.clone();
    unaware.barred.insert(ORDER);
    let package = guest.group.key_package().unwrap();
    assert_eq!(anna.group.package_device(&package), Ok(guest.id()));
    assert_eq!(anna.group.change(std::slice::from_ref(&package), &[], &[ORDER], &unaware), Err(KeysError::Refused));
    let changed = anna.group.change(&[package], &[], &[ORDER], &orders).unwrap();
    let before = ben.group.tip();
    // The order itself is sealed in the epoch that the commit opens: it can be read, and only then moves the tip.
    let order = anna.say("the order", &orders);
    unaware.barred.remove(&EntryId([2; 16]));
    assert_eq!(ben.group.accept(&anna.group.commit_bytes(changed.commit).unwrap(), &unaware), Ok(true));
    assert_eq!(ben.group.tip(), before);
    ben.reads(&order, "the order", anna.id());
    ben.restart();
    assert!(ben.group.settle(&orders));
    assert_eq!(ben.group.tip(), anna.group.tip());
    guest.group.welcome(&changed.welcome.unwrap(), &orders).unwrap();
    assert_eq!(guest.group.tip(), anna.group.tip());
}

#[test]
fn a_device_enters_again_with_a_new_leaf() {
    let (mut people, orders) = room(3, &mut rng(8));
    let [anna, ben, carl] = &mut people[..] else { panic!() };
    // Carl lost his keys.
    carl.disk.clear();
    carl.group = Group::enter(ROOM, &carl.key, &carl.certificate).unwrap();
    let package = carl.group.key_package().unwrap();
    carl.store();
    let again = carl.id();
    assert_eq!(
        anna.group.change(std::slice::from_ref(&package), &[], &[ORDER], &orders),
        Err(KeysError::Refused),
        "two leaves"
    );
    let changed = anna.group.change(&[package], &[again], &[ORDER], &orders).unwrap();
    ben.group.accept(&anna.group.commit_bytes(changed.commit).unwrap(), &orders).unwrap();
    carl.restart();
    carl.group.welcome(changed.welcome.as_ref().unwrap(), &orders).unwrap();
    carl.store();
    carl.restart();
    assert_eq!(carl.group.leaves(), anna.group.leaves());
    let text = carl.say("back", &orders);
    anna.reads(&text, "back", carl.id());
    ben.reads(&text, "back", carl.id());
    // The key package is used up, and no state is ever replaced.
    assert_eq!(carl.group.welcome(&changed.welcome.unwrap(), &orders), Err(KeysError::Refused));
}

#[test]
fn key_packages_survive_a_restart_and_are_few() {
    let mut rng = rng(9);
    let (mut people, mut orders) = room(1, &mut rng);
    let mut guest = Person::guest(&mut rng, &mut orders);
    let packages: Vec<_> = (0..20).map(|_| guest.group.key_package().unwrap()).collect();
    guest.store();
    assert_eq!(guest.disk.len(), join::MAX_KEY_PACKAGES);
    guest.restart();
    let anna = &mut people[0];
    let forgotten = anna.group.change(&packages[..1], &[], &[ORDER], &orders).unwrap().welcome.unwrap();
    assert_eq!(guest.group.welcome(&forgotten, &orders), Err(KeysError::Refused));
    assert!(guest.group.take_rows().is_empty());
    anna.restart();
    let welcome = anna.group.change(&packages[19..], &[], &[ORDER], &orders).unwrap().welcome.unwrap();
    guest.group.welcome(&welcome, &orders).unwrap();
    guest.store();
    guest.restart();
    assert_eq!(guest.group.tip(), anna.group.tip());
    assert_eq!(guest.disk.keys().filter(|key| key[0] == b'k').count(), join::MAX_KEY_PACKAGES - 1);
}

#[test]
fn a_welcome_to_another_rooms_group_is_refused() {
    let mut rng = rng(10);
    let (mut people, mut orders) = room(1, &mut rng);
    let mut guest = Person::guest(&mut rng, &mut orders);
    guest.group = Group::enter(RoomId([8; 16]), &guest.key, &guest.certificate).unwrap();
    let package = guest.group.key_package().unwrap();
    let welcome = people[0].group.change(&[package], &[], &[ORDER], &orders).unwrap().welcome.unwrap();
    guest.group.take_rows();
    assert_eq!(guest.group.welcome(&welcome, &orders), Err(KeysError::Refused));
    assert!(guest.group.take_rows().is_empty());
}

#[test]
fn epochs_below_the_horizon_leave_the_disk() {
    let (mut people, orders) = room(2, &mut rng(11));
    let [anna, ben] = &mut people[..] else { panic!() };
    let old = anna.say("old", &orders);
    let mut rows = 0;
    for n in 0..50 {
        let id = anna.group.change(&[], &[], &[], &orders).unwrap().commit;
        ben.group.accept(&anna.group.commit_bytes(id).unwrap(), &orders).unwrap();
        anna.store();
        ben.store();
        if n == 40 {
            rows = ben.disk.len();
        }
    }
    assert_eq!(ben.disk.len(), rows);
    assert_eq!(ben.group.commits().len(), HORIZON_EPOCHS);
    ben.restart();
    assert_eq!(ben.group.open(&old), Err(KeysError::UnknownEpoch));
    let new = anna.say("new", &orders);
    ben.reads(&new, "new", anna.id());
}
