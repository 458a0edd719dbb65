//! The true group keys, with a transcript of what they were asked and an observer's knowledge of what they sealed.
//!
//! MLS draws its own randomness, so a world over these keys is not replayed from its seed. The transcript of a failed one
//! is what there is to read; and since sealed bytes tell an observer nothing, the sealing itself is noted, so that the
//! oracle can ask who was able to open what.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crypto::group::Group;
use crypto::group::keys::{Changed, CommitId, EpochId, KeyRow, Keys, KeysError, Opened, Roster};
use crypto::id::{DeviceId, EntryId, RoomId};
use net::room::Identity;
use net::sim::fault::SimKeys;
use net::sim::group::Seal;

#[derive(Default)]
struct Record {
    lines: Vec<String>,
    seals: BTreeMap<u64, Seal>,
}

thread_local! {
    static RECORD: RefCell<Record> = RefCell::default();
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}

fn note(device: DeviceId, line: String) {
    RECORD.with_borrow_mut(|record| record.lines.push(format!("{device} {line}")));
}

/// What was noted since the last call, in this thread.
#[must_use]
pub fn transcript() -> Vec<String> {
    RECORD.with_borrow_mut(|record| std::mem::take(record).lines)
}

/// See the module.
pub struct Recorded {
    device: DeviceId,
    group: Group,
}

impl Recorded {
    fn of(identity: &Identity, group: Group) -> Self {
        Self { device: identity.device.id(), group }
    }

    fn noted<T: std::fmt::Debug>(&self, what: &str, outcome: T) -> T {
        note(self.device, format!("{what}: {:.80} (tip {:?})", format!("{outcome:?}"), self.group.tip()));
        outcome
    }
}

impl SimKeys for Recorded {
    fn found(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::of(identity, <Group as SimKeys>::found(room, identity, seed))
    }
    fn enter(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::of(identity, <Group as SimKeys>::enter(room, identity, seed))
    }
    fn load(
        room: RoomId,
        identity: &Identity,
        seed: u64,
        rows: &BTreeMap<Vec<u8>, Vec<u8>>,
    ) -> Result<Self, KeysError> {
        note(identity.device.id(), format!("loads {} rows", rows.len()));
        <Group as SimKeys>::load(room, identity, seed, rows).map(|group| Self::of(identity, group))
    }
    fn inspect(sealed: &[u8]) -> Option<Seal> {
        RECORD.with_borrow(|record| record.seals.get(&hash(sealed)).cloned())
    }
}

impl Keys for Recorded {
    fn tip(&self) -> EpochId {
        self.group.tip()
    }
    fn leaves(&self) -> Vec<DeviceId> {
        self.group.leaves()
    }
    fn seal(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError> {
        let sealed = self.group.seal(plaintext, roster);
        if let Ok(bytes) = &sealed {
            let (epoch, leaves) = (self.group.tip(), self.group.leaves());
            RECORD.with_borrow_mut(|record| {
                // MLS doesn't show its message keys; each sealing counts as one, which proves nothing about them.
                let generation = u32::try_from(record.seals.len()).unwrap_or(u32::MAX);
                let plaintext = plaintext.to_vec();
                record.seals.insert(hash(bytes), Seal { epoch, sender: self.device, generation, leaves, plaintext });
            });
        }
        let outcome = sealed.as_ref().map(Vec::len).map_err(Clone::clone);
        let _ = self.noted("seals", outcome);
        sealed
    }
    fn open(&mut self, sealed: &[u8]) -> Result<Opened, KeysError> {
        let opened = self.group.open(sealed);
        let _ = self.noted("opens", opened.as_ref().map(|opened| opened.sender).map_err(Clone::clone));
        opened
    }
    fn commits(&self) -> Vec<CommitId> {
        self.group.commits()
    }
    fn commit_bytes(&self, commit: CommitId) -> Option<Vec<u8>> {
        self.group.commit_bytes(commit)
    }
    fn accept(&mut self, commit: &[u8], roster: &dyn Roster) -> Result<bool, KeysError> {
        let outcome = self.group.accept(commit, roster);
        self.noted("accepts", outcome)
    }
    fn settle(&mut self, roster: &dyn Roster) -> bool {
        let moved = self.group.settle(roster);
        if moved { self.noted("settles", moved) } else { moved }
    }
    fn change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError> {
        let outcome = self.group.change(add, remove, orders, roster);
        let told = outcome.as_ref().map(|changed| changed.commit).map_err(Clone::clone);
        let _ = self.noted(&format!("adds {} and removes {}", add.len(), remove.len()), told);
        outcome
    }
    fn key_package(&mut self) -> Result<Vec<u8>, KeysError> {
        self.group.key_package()
    }
    fn package_device(&self, key_package: &[u8]) -> Result<DeviceId, KeysError> {
        self.group.package_device(key_package)
    }
    fn welcome(&mut self, welcome: &[u8], roster: &dyn Roster) -> Result<(), KeysError> {
        let outcome = self.group.welcome(welcome, roster);
        self.noted("is welcomed", outcome)
    }
    fn sealed_in_tip(&self) -> u32 {
        self.group.sealed_in_tip()
    }
    fn take_rows(&mut self) -> Vec<KeyRow> {
        self.group.take_rows()
    }
}
