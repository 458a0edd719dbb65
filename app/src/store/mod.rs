//! Everything that is kept on disk, and the only place that names sled.
//!
//! In reading order: this file is the contract ([`Store`], [`Key`], [`Batch`]); [`memory`] is the model of it;
//! [`error`] says what can go wrong.
//!
//! A record lives under `(tree, id, order)`. Tree and id are hidden on disk by a keyed hash. Of the order only the
//! first eight bytes stand in clear, since that is what sled sorts by: make them a number (depth, sequence, time),
//! never part of an identifier. The rest of the order is hidden too and still sorts.
//!
//! A record is sealed under a *slot*: a random key of its own in a file that is overwritten in place. Destroying the
//! slot makes every record under it unreadable at once, in the store and in every backup; such records are then
//! simply absent.
//!
//! Absent on purpose: what a record means (that is the engine's), and any network type.

mod archive;
mod copy;
mod disk;
mod error;
mod files;
mod journal;
mod memory;
mod migrations;
mod profile;
mod record;
mod sealed;
mod slots;
mod sum;
mod tide;

#[cfg(feature = "fuzz")]
pub use archive::{fuzz_archive, fuzz_samples};
pub use error::{Error, Result};
pub use files::write_private;
pub use memory::MemoryStore;
pub use profile::{Backup, Exporter};
pub use profile::{Opened, Profile};
pub use profile::{display, set_display};
pub use sealed::SledStore;

use std::ops::Bound;

use zeroize::Zeroizing;

/// What is kept, by noun. The number is part of the stored format: never reuse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tree {
    /// What the store keeps about itself; not for the engine.
    Internal = 0,
    /// The profile's own records: name, role, keys.
    Meta = 1,
    /// Preferences.
    Settings = 2,
    /// One record a room.
    Room = 3,
    /// A room machine's state rows.
    RoomState = 4,
    /// A room's group keys.
    RoomKeys = 5,
    /// Signed entries, by room and device, in sequence.
    Entry = 6,
    /// From an entry's id to its place.
    EntryById = 7,
    /// Entries of a room in their total order.
    Timeline = 8,
    /// People known by their account key.
    Contact = 9,
    /// Invites given out and taken.
    Invite = 10,
    /// What waits to be sent.
    Outbox = 11,
    /// Where peers were last reached.
    Address = 12,
    /// The word index.
    Search = 13,
    /// How far each message came.
    Delivery = 14,
    /// What is due at a time: retention, retries.
    Due = 15,
    /// Anything kept of a member that the orders do not say.
    Member = 16,
    /// What was begun and not sent, by room.
    Draft = 17,
}

/// Where a record lives.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which noun.
    pub tree: Tree,
    /// Whose; hidden on disk.
    pub id: Vec<u8>,
    /// Where in the sequence of that id, big-endian; may be empty. Only its first eight bytes are visible on disk.
    pub order: Vec<u8>,
}

impl Key {
    /// A record that is one of a kind.
    #[must_use]
    pub fn new(tree: Tree, id: impl Into<Vec<u8>>) -> Self {
        Self { tree, id: id.into(), order: Vec::new() }
    }

    /// A record in a sequence.
    #[must_use]
    pub fn ordered(tree: Tree, id: impl Into<Vec<u8>>, order: impl Into<Vec<u8>>) -> Self {
        Self { tree, id: id.into(), order: order.into() }
    }
}

/// Longest order, in bytes.
pub const MAX_ORDER_BYTES: usize = 128;

/// Largest value, in bytes; larger ones belong into files.
pub const MAX_VALUE_BYTES: usize = 16 << 20;

/// A record's content; wiped from memory when dropped.
pub type Value = Zeroizing<Vec<u8>>;

/// A record of a [`Store::page`]: its order, its content.
pub type Row = (Vec<u8>, Value);

/// Names an erasable key. Never reused, not even after [`Store::destroy_slot`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId(pub u64);

impl SlotId {
    /// Made with the profile: for what lives as long as it does.
    pub const PROFILE: Self = Self(1);
}

/// What a slot's records have in common, and so are erased with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum SlotClass {
    /// They live as long as the profile.
    Profile = 1,
    /// One room.
    Room = 2,
    /// One retention period of a room.
    Period = 3,
    /// One MLS epoch of a room.
    Epoch = 4,
}

impl SlotClass {
    /// How many slots of the class may live at a time.
    #[must_use]
    pub const fn cap(self) -> usize {
        match self {
            Self::Profile => 16,
            Self::Room => 4_096,
            Self::Period | Self::Epoch => 16_384,
        }
    }
}

/// Which end of a range a page begins at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Lowest order first.
    Forward,
    /// Highest order first.
    Backward,
}

/// From where to where, by order.
pub type Range<'a> = (Bound<&'a [u8]>, Bound<&'a [u8]>);

/// The whole sequence of an id.
pub const ALL: Range<'static> = (Bound::Unbounded, Bound::Unbounded);

/// One change of a [`Batch`].
#[derive(Debug)]
pub(crate) enum Change {
    Put(Key, SlotId, Value),
    Delete(Key),
    Clear(Tree, Vec<u8>),
}

/// Changes that happen together or not at all, in the order given.
#[derive(Debug, Default)]
pub struct Batch {
    pub(crate) changes: Vec<Change>,
}

impl Batch {
    /// No changes yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes a record, replacing what was there.
    pub fn put(&mut self, key: Key, slot: SlotId, value: impl Into<Value>) {
        self.changes.push(Change::Put(key, slot, value.into()));
    }

    /// Removes a record; no matter whether there is one.
    pub fn delete(&mut self, key: Key) {
        self.changes.push(Change::Delete(key));
    }

    /// Removes every record of an id, those of destroyed slots included.
    pub fn clear(&mut self, tree: Tree, id: impl Into<Vec<u8>>) {
        self.changes.push(Change::Clear(tree, id.into()));
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many changes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.changes.len()
    }
}

/// A durable, ordered, sealed store.
pub trait Store: Send {
    /// A record's content.
    fn get(&self, key: &Key) -> Result<Option<Value>>;

    /// Up to `limit` records of an id within a range, from one end.
    fn page(&self, tree: Tree, id: &[u8], range: Range<'_>, direction: Direction, limit: usize) -> Result<Vec<Row>>;

    /// Does all changes at once; they are on the disk and visible to every read when this returns.
    fn write(&mut self, batch: Batch) -> Result<()>;

    /// Makes an erasable key.
    fn new_slot(&mut self, class: SlotClass) -> Result<SlotId>;

    /// Destroys an erasable key for good; its records are absent from then on. Destroying it again is no fault.
    fn destroy_slot(&mut self, slot: SlotId) -> Result<()>;

    /// All living slots, oldest first.
    fn slots(&self) -> Vec<(SlotId, SlotClass)>;

    /// Bytes on disk.
    fn size_bytes(&self) -> u64;
}

/// What every implementation checks before it touches anything.
pub(crate) fn check(batch: &Batch) -> Result<()> {
    for change in &batch.changes {
        match change {
            Change::Put(key, _, value) => {
                check_order(&key.order)?;
                if value.len() > MAX_VALUE_BYTES {
                    return Err(Error::TooLarge);
                }
            }
            Change::Delete(key) => check_order(&key.order)?,
            Change::Clear(..) => {}
        }
    }
    Ok(())
}

pub(crate) const fn check_order(order: &[u8]) -> Result<()> {
    if order.len() > MAX_ORDER_BYTES { Err(Error::TooLarge) } else { Ok(()) }
}

#[cfg(test)]
mod conformance;
#[cfg(test)]
mod holes;
#[cfg(test)]
mod images;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod scratch;
