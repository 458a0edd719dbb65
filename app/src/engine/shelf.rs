//! The store as one turn sees it: what the turn has changed so far stands before what is on the disk, and all of it is
//! written at once when the turn ends.

use std::collections::BTreeMap;
use std::ops::Bound;

use minicbor::{Decode, Encode};

use crate::store::{self, Backup, Batch, Direction, Key, Range, Row, SledStore, SlotClass, SlotId, Store, Tree, Value};

use super::fault::Code;
use super::record;

type Sequence = (Tree, Vec<u8>);

/// The store and the turn's changes to it.
pub struct Shelf {
    store: SledStore,
    batch: Batch,
    /// Whether anything was written since the last backup.
    unsaved: bool,
    /// By sequence, then order: the new value, or that there is none.
    changed: BTreeMap<Sequence, BTreeMap<Vec<u8>, Option<Value>>>,
}

impl Shelf {
    /// No changes yet.
    pub fn new(store: SledStore) -> Self {
        Self { store, batch: Batch::new(), unsaved: false, changed: BTreeMap::new() }
    }

    /// Changes a record when the turn ends.
    pub fn put(&mut self, key: Key, slot: SlotId, value: impl Into<Value>) {
        let value = value.into();
        self.changed.entry((key.tree, key.id.clone())).or_default().insert(key.order.clone(), Some(value.clone()));
        self.batch.put(key, slot, value);
    }

    /// Removes a record when the turn ends.
    pub fn delete(&mut self, key: Key) {
        self.changed.entry((key.tree, key.id.clone())).or_default().insert(key.order.clone(), None);
        self.batch.delete(key);
    }

    /// Changes a record of the engine's own.
    pub fn save<T: Encode<()>>(&mut self, key: Key, slot: SlotId, value: &T) {
        self.put(key, slot, record::bytes(value));
    }

    /// A record's bytes.
    pub fn get(&self, key: &Key) -> Result<Option<Value>, Code> {
        let changed = self.changed.get(&(key.tree, key.id.clone())).and_then(|orders| orders.get(&key.order));
        match changed {
            Some(value) => Ok(value.clone()),
            None => self.store.get(key).map_err(|error| failed(&error)),
        }
    }

    /// A record of the engine's own.
    pub fn load<T: for<'b> Decode<'b, ()>>(&self, key: &Key) -> Result<Option<T>, Code> {
        self.get(key)?.map(|value| record::read(&value)).transpose()
    }

    /// Up to `limit` records of a sequence, from one end of a range.
    pub fn page(
        &self,
        tree: Tree,
        id: &[u8],
        range: Range<'_>,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Row>, Code> {
        let changed = self.changed.get(&(tree, id.to_vec()));
        let Some(changed) = changed.filter(|_| !empty(&range)) else {
            return self.store.page(tree, id, range, direction, limit).map_err(|error| failed(&error));
        };
        let owned = (range.0.map(<[u8]>::to_vec), range.1.map(<[u8]>::to_vec));
        let changed: Vec<_> = changed.range(owned).collect();
        let stored = self.store.page(tree, id, range, direction, limit + changed.len());
        let mut rows: BTreeMap<Vec<u8>, Value> = stored.map_err(|error| failed(&error))?.into_iter().collect();
        for (order, value) in changed {
            match value {
                Some(value) => rows.insert(order.clone(), value.clone()),
                None => rows.remove(order),
            };
        }
        Ok(match direction {
            Direction::Forward => rows.into_iter().take(limit).collect(),
            Direction::Backward => rows.into_iter().rev().take(limit).collect(),
        })
    }

    /// Removes every record of a sequence, at once.
    pub fn clear(&mut self, tree: Tree, id: &[u8]) -> Result<(), Code> {
        self.batch.clear(tree, id);
        self.changed.remove(&(tree, id.to_vec()));
        self.commit()
    }

    /// Makes an erasable key.
    pub fn new_slot(&mut self, class: SlotClass) -> Result<SlotId, Code> {
        self.store.new_slot(class).map_err(|error| failed(&error))
    }

    /// Destroys an erasable key, and with it every record under it.
    pub fn destroy_slot(&mut self, slot: SlotId) -> Result<(), Code> {
        // What the turn wrote under it must not be refused later for lack of the slot.
        self.commit()?;
        self.store.destroy_slot(slot).map_err(|error| failed(&error))
    }

    /// Whether the turn has changed anything.
    pub fn changed(&self) -> bool {
        !self.batch.is_empty()
    }

    /// Writes the turn's changes, durably.
    pub fn commit(&mut self) -> Result<(), Code> {
        self.changed.clear();
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        self.unsaved = true;
        self.store.write(batch).map_err(|error| failed(&error))
    }

    /// Whether anything was written since the last backup.
    pub const fn unsaved(&self) -> bool {
        self.unsaved
    }

    /// The next automatic backup, where one is due.
    pub fn backup(&mut self, now_ms: u64) -> Option<Backup> {
        let backup = self.store.backup(now_ms)?;
        self.unsaved = false;
        Some(backup)
    }

    /// The device was renewed after the store was found to be older than it ought to be.
    pub fn caught_up(&mut self) -> Result<(), Code> {
        self.commit()?;
        self.store.caught_up().map_err(|error| failed(&error))
    }

    /// The store itself, for figures.
    pub const fn store(&self) -> &SledStore {
        &self.store
    }
}

fn empty(range: &Range<'_>) -> bool {
    match *range {
        (Bound::Included(low), Bound::Included(high)) => low > high,
        (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
        _ => false,
    }
}

fn failed(error: &store::Error) -> Code {
    tracing::error!(%error, "the store refused");
    Code::StoreFailed
}

#[cfg(test)]
#[path = "shelf_tests.rs"]
mod tests;
