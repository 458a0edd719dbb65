//! The store on disk: names hidden, values sealed, one atomic batch a write.

use std::ops::{Bound, ControlFlow};
use std::sync::{Arc, Mutex, PoisonError, Weak};

use crypto::kdf::Label;
use crypto::secret::Key32;
use crypto::vault::MasterKey;

use super::copy::{Recording, Source};
use super::disk::{Disk, Writes};
use super::profile::{Backup, Copies, Exporter};
use super::record::{self, First, Name, Names, Prefix};
use super::slots::Slots;
use super::sum::{Scale, Sum, Weights};
use super::tide::{End, Tide};
use super::{
    ALL, Batch, Change, Direction, Error, Key, Range, Result, Row, SlotClass, SlotId, Store, Tree, Value, check,
    check_order,
};

/// What the store keeps about itself is sealed under this name, which is no slot's.
const OWN: SlotId = SlotId(0);

/// A [`Store`] in sled, sealed.
#[derive(Debug)]
pub struct SledStore {
    disk: Disk,
    slots: Slots,
    names: Names,
    own_key: Key32,
    tide: Tide,
    scale: Scale,
    /// What all records come to, were none missing.
    sum: Sum,
    copies: Copies,
    /// Copies being made, which must see every write.
    recordings: Mutex<Vec<Weak<Mutex<Recording>>>>,
}

/// The keys that a store needs, from a profile's master key.
pub(super) struct StoreKeys {
    pub(super) names: Key32,
    pub(super) own: Key32,
    pub(super) slots: Key32,
    pub(super) backup: Key32,
}

impl StoreKeys {
    pub(super) fn of(master: &MasterKey) -> Self {
        Self {
            names: master.derive(Label::StoreNames, &[]),
            own: master.derive(Label::StoreRecords, &[]),
            slots: master.derive(Label::StoreSlots, &[]),
            backup: master.derive(Label::StoreBackup, &[]),
        }
    }
}

/// What the store knows of itself when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// The format's version; `None` in a new store.
    pub(super) schema: Option<u32>,
    /// Batches acknowledged, as the records themselves say.
    pub(super) written: u64,
    /// Batches acknowledged, as the mark beside them says.
    pub(super) acknowledged: u64,
    /// Whether every record was found to be there, as far as they were looked through.
    pub(super) whole: bool,
    /// How the last process left it.
    pub(super) end: End,
    /// Whether it came back older than it was, and nobody has made up for that yet.
    pub(super) rewound: bool,
}

impl Standing {
    /// Whether acknowledged batches are missing.
    pub(super) const fn behind(&self) -> bool {
        self.written < self.acknowledged
    }
}

/// A batch on its way: what is to be written, and what the records come to that it replaces.
#[derive(Default)]
struct Staged {
    writes: Writes,
    replaced: Weights,
}

const TIDE: &[u8] = b"tide";
const SUM: &[u8] = b"sum";
const SCHEMA: &[u8] = b"schema";
const REWOUND: &[u8] = b"rewound";

fn own(name: &[u8]) -> Key {
    Key::new(Tree::Internal, name)
}

impl SledStore {
    /// Puts a store together from its opened parts, and says where it stands.
    pub(super) fn assemble(disk: Disk, slots: Slots, keys: &StoreKeys, copies: Copies) -> Result<(Self, Standing)> {
        let (tide, mark) = Tide::open(&copies.tide(), keys.own.clone())?;
        let names = Names::new(keys.names.clone());
        let scale = Scale::new(keys.own.clone(), names.place(&own(SUM)));
        let (sum, recordings) = (Sum::default(), Mutex::default());
        let mut store = Self { disk, slots, names, own_key: keys.own.clone(), tide, scale, sum, copies, recordings };
        let written = store.own_number(TIDE)?.unwrap_or(0);
        let schema = store.own_number(SCHEMA)?.map(|schema| u32::try_from(schema).unwrap_or(u32::MAX));
        let rewound = store.own_number(REWOUND)?.is_some();
        store.sum = store.own_bytes(SUM)?.map(Sum::decode).unwrap_or_default();
        store.tide.start(written);
        let (acknowledged, end) = (mark.acknowledged, mark.end);
        Ok((store, Standing { schema, written, acknowledged, whole: true, end, rewound }))
    }

    fn own_number(&self, name: &[u8]) -> Result<Option<u64>> {
        Ok(self.own_bytes(name)?.map(u64::from_be_bytes))
    }

    fn own_bytes<const N: usize>(&self, name: &[u8]) -> Result<Option<[u8; N]>> {
        let Some(value) = self.get(&own(name))? else { return Ok(None) };
        value.as_slice().try_into().map(Some).map_err(|_| Error::Damaged)
    }

    /// Records the format's version.
    pub(super) fn set_schema(&mut self, version: u32) -> Result<()> {
        self.set_own_number(SCHEMA, u64::from(version))
    }

    /// Records that this store may be older than what was acknowledged.
    pub(super) fn rewind(&mut self) -> Result<()> {
        self.set_own_number(REWOUND, 1)
    }

    /// The engine has made up for the store's being old: group keys are new, peers were asked for what is missing.
    pub fn caught_up(&mut self) -> Result<()> {
        let mut staged = Staged::default();
        self.remove(&mut staged, &self.names.place(&own(REWOUND)))?;
        self.commit(staged)
    }

    fn set_own_number(&mut self, name: &[u8], number: u64) -> Result<()> {
        let mut staged = Staged::default();
        self.put(&mut staged, &own(name), OWN, &number.to_be_bytes())?;
        self.commit(staged)
    }

    /// A consistent copy of everything as it is now, to be written elsewhere on any thread.
    ///
    /// # Errors
    /// [`Error::Failed`] once a write has failed: what is on the disk is then not known.
    pub fn exporter(&self) -> Result<Exporter> {
        self.disk.sound()?;
        self.copies.exporter(self.source())
    }

    /// The automatic backup, where one is due; ask every minute or so and run it on a job thread.
    pub fn backup(&mut self, now_ms: u64) -> Option<Backup> {
        let (written, bytes) = (self.tide.count(), self.disk.size_bytes());
        if !self.copies.take_due(now_ms, written, bytes) {
            return None;
        }
        let source = self.source();
        Some(self.copies.backup(source))
    }

    /// Whether every record that was written is there, as it was written last.
    ///
    /// # Errors
    /// [`Error::Damaged`] where one cannot be read or has not the form of one.
    pub(super) fn whole(&self) -> Result<bool> {
        Ok(self.weigh()? == self.sum)
    }

    /// Takes the records that are there for all there are.
    pub(super) fn settle(&mut self) -> Result<()> {
        self.sum = self.weigh()?;
        self.commit(Staged::default())
    }

    fn weigh(&self) -> Result<Sum> {
        let mut sum = Sum::default();
        self.disk.scan((Bound::Unbounded, Bound::Unbounded), Direction::Forward, |place, value| {
            Prefix::decode(value)?;
            sum = sum.plus(self.scale.weigh(place, value));
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(sum)
    }

    /// The store is to be read through when it is opened next: records were found to be missing.
    pub fn doubt(&self) {
        self.tide.doubt();
    }

    /// Bytes of the record file alone.
    pub(super) fn file_bytes(&self) -> u64 {
        self.disk.size_bytes()
    }

    /// Begins a consistent copy of the present state.
    fn source(&self) -> Source {
        let slots = self.slots.all().map(|(id, slot)| (id, (slot.class, slot.key.clone()))).collect();
        let recording = Arc::new(Mutex::new(Recording::new(slots, self.sum)));
        let mut recordings = self.recordings.lock().unwrap_or_else(PoisonError::into_inner);
        recordings.retain(|recording| recording.strong_count() > 0);
        recordings.push(Arc::downgrade(&recording));
        Source::new(self.disk.clone(), self.scale.clone(), recording, self.tide.count())
    }

    fn recording(&mut self, mut record: impl FnMut(&mut Recording)) {
        self.recordings.get_mut().unwrap_or_else(PoisonError::into_inner).retain(|recording| {
            match recording.upgrade() {
                Some(recording) => {
                    record(&mut recording.lock().unwrap_or_else(PoisonError::into_inner));
                    true
                }
                None => false,
            }
        });
    }

    fn key(&self, slot: SlotId) -> Option<&Key32> {
        if slot == OWN { Some(&self.own_key) } else { self.slots.key(slot) }
    }

    /// Opens a stored value whole; `None` where its slot is gone.
    fn open(&self, place: &[u8], stored: &[u8]) -> Result<Option<First>> {
        let Some(key) = self.key(Prefix::decode(stored)?.slot) else { return Ok(None) };
        let mut first = record::open_first(place, key, stored)?;
        for index in 0..first.more {
            let chunk = self.names.chunk(place, index);
            let stored = self.disk.get(&chunk)?.ok_or(Error::Damaged)?;
            first.append(&chunk, key, &stored)?;
        }
        Ok(Some(first))
    }

    fn put(&self, staged: &mut Staged, key: &Key, slot: SlotId, value: &[u8]) -> Result<()> {
        let place = self.names.place(key);
        let slot_key = self.key(slot).ok_or(Error::UnknownSlot)?;
        self.remove(staged, &place)?;
        let sealed = record::seal_value(&self.names, &place, &key.order, slot, slot_key, value);
        for (index, chunk) in (0..).zip(sealed.chunks) {
            staged.writes.insert(self.names.chunk(&place, index), Some(chunk));
        }
        staged.writes.insert(place, Some(sealed.first));
        Ok(())
    }

    /// Stages the removal of a record and its chunks.
    fn remove(&self, staged: &mut Staged, place: &[u8]) -> Result<()> {
        let Some(stored) = self.standing(staged, place)? else { return Ok(()) };
        for index in 0..Prefix::decode(&stored)?.more {
            let chunk = self.names.chunk(place, index);
            self.standing(staged, &chunk)?;
            staged.writes.insert(chunk, None);
        }
        staged.writes.insert(place.to_vec(), None);
        Ok(())
    }

    /// What stands at a place as the batch has it so far; what it replaces on the disk is weighed on the way.
    fn standing(&self, staged: &mut Staged, place: &[u8]) -> Result<Option<Vec<u8>>> {
        if let Some(written) = staged.writes.get(place) {
            return Ok(written.clone());
        }
        let stored = self.disk.get(place)?;
        if let Some(stored) = &stored {
            staged.replaced.insert(place.to_vec(), self.scale.weigh(place, stored));
        }
        Ok(stored)
    }

    fn clear(&self, staged: &mut Staged, name: Name) -> Result<()> {
        let range = range(name, ALL);
        let mut places = Vec::new();
        self.disk.scan(range.clone(), Direction::Forward, |place, _| {
            places.push(place.to_vec());
            Ok(ControlFlow::Continue(()))
        })?;
        places.extend(staged.writes.range(range).map(|(place, _)| place.clone()));
        for place in places {
            self.remove(staged, &place)?;
        }
        Ok(())
    }

    fn commit(&mut self, mut staged: Staged) -> Result<()> {
        let count = self.tide.count().saturating_add(1);
        self.put(&mut staged, &own(TIDE), OWN, &count.to_be_bytes())?;
        let mut sum = staged.replaced.values().fold(self.sum, |sum, replaced| sum.minus(*replaced));
        for (place, value) in &staged.writes {
            sum = value.iter().fold(sum, |sum, value| sum.plus(self.scale.weigh(place, value)));
        }
        self.put(&mut staged, &own(SUM), OWN, &sum.encode())?;
        let Staged { writes, replaced } = staged;
        // A copy knows of a record before it can read it: what it has read and was not told of stood there before.
        self.recording(|recording| recording.wrote(&writes, &replaced));
        self.disk.commit(&writes).inspect_err(|_| self.tide.doubt())?;
        self.sum = sum;
        self.tide.rise(count);
        Ok(())
    }
}

impl Store for SledStore {
    fn get(&self, key: &Key) -> Result<Option<Value>> {
        check_order(&key.order)?;
        let place = self.names.place(key);
        let found =
            self.disk.get(&place).and_then(|stored| stored.map_or(Ok(None), |stored| self.open(&place, &stored)));
        Ok(found.inspect_err(|_| self.tide.doubt())?.map(|first| first.data))
    }

    fn page(&self, tree: Tree, id: &[u8], within: Range<'_>, direction: Direction, limit: usize) -> Result<Vec<Row>> {
        let (low, high) = range(self.names.name(tree, id), within);
        if limit == 0 || is_empty(&low, &high) {
            return Ok(Vec::new());
        }
        let mut page = Page { rows: Vec::new(), group: Vec::new(), head: Vec::new(), within, direction };
        let scanned = self.disk.scan((low, high), direction, |place, stored| {
            if record::group(place) != page.head.as_slice() {
                page.settle();
                if page.rows.len() >= limit {
                    return Ok(ControlFlow::Break(()));
                }
                page.head = record::group(place).to_vec();
            }
            if let Some(first) = self.open(place, stored)? {
                page.group.push((first.order, first.data));
            }
            Ok(ControlFlow::Continue(()))
        });
        scanned.inspect_err(|_| self.tide.doubt())?;
        page.settle();
        page.rows.truncate(limit);
        Ok(page.rows)
    }

    fn write(&mut self, batch: Batch) -> Result<()> {
        check(&batch)?;
        let mut staged = Staged::default();
        for change in &batch.changes {
            match change {
                Change::Put(_, OWN, _) => return Err(Error::UnknownSlot),
                Change::Put(key, slot, value) => self.put(&mut staged, key, *slot, value)?,
                Change::Delete(key) => self.remove(&mut staged, &self.names.place(key))?,
                Change::Clear(tree, id) => self.clear(&mut staged, self.names.name(*tree, id))?,
            }
        }
        if staged.writes.is_empty() { Ok(()) } else { self.commit(staged) }
    }

    fn new_slot(&mut self, class: SlotClass) -> Result<SlotId> {
        let slot = self.slots.add(class)?;
        let key = self.slots.key(slot).cloned().ok_or(Error::Damaged)?;
        self.recording(|recording| recording.made(slot, class, &key));
        Ok(slot)
    }

    fn destroy_slot(&mut self, slot: SlotId) -> Result<()> {
        self.slots.destroy(slot)?;
        self.recording(|recording| recording.destroyed(slot));
        Ok(())
    }

    fn slots(&self) -> Vec<(SlotId, SlotClass)> {
        self.slots.all().map(|(id, slot)| (id, slot.class)).collect()
    }

    fn size_bytes(&self) -> u64 {
        self.disk.size_bytes().saturating_add(self.slots.size_bytes())
    }
}

/// Rows of equal visible order are gathered, then sorted by the whole of it.
struct Page<'a> {
    rows: Vec<Row>,
    group: Vec<Row>,
    head: Vec<u8>,
    within: Range<'a>,
    direction: Direction,
}

impl Page<'_> {
    fn settle(&mut self) {
        let mut group = std::mem::take(&mut self.group);
        if group.len() > 1 {
            group.sort_by(|(a, _), (b, _)| if self.direction == Direction::Forward { a.cmp(b) } else { b.cmp(a) });
        }
        let within = self.within;
        self.rows.extend(group.into_iter().filter(|(order, _)| contains(within, order)));
    }
}

fn contains((low, high): Range<'_>, order: &[u8]) -> bool {
    let above = match low {
        Bound::Included(low) => order >= low,
        Bound::Excluded(low) => order > low,
        Bound::Unbounded => true,
    };
    let below = match high {
        Bound::Included(high) => order <= high,
        Bound::Excluded(high) => order < high,
        Bound::Unbounded => true,
    };
    above && below
}

/// The places that may hold orders of a range: its ends are rounded outwards to whole groups.
fn range(name: Name, (low, high): Range<'_>) -> (Bound<Vec<u8>>, Bound<Vec<u8>>) {
    let at = |order: &[u8]| [name.as_slice(), record::head(order)].concat();
    let low = match low {
        Bound::Included(order) | Bound::Excluded(order) => at(order),
        Bound::Unbounded => name.to_vec(),
    };
    // Longer than any place, so that it lies behind every one that begins like it.
    let mut high = match high {
        Bound::Included(order) | Bound::Excluded(order) => at(order),
        Bound::Unbounded => name.to_vec(),
    };
    high.extend_from_slice(&[u8::MAX; 32]);
    (Bound::Included(low), Bound::Included(high))
}

fn is_empty(low: &Bound<Vec<u8>>, high: &Bound<Vec<u8>>) -> bool {
    matches!((low, high), (Bound::Included(low), Bound::Included(high)) if low > high)
}

#[cfg(test)]
#[path = "sealed_tests.rs"]
mod tests;
