//! The store's model: everything in ordered maps, nothing on disk. For simulations and as the measure of the real one.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::{
    Batch, Change, Direction, Error, Key, Range, Result, Row, SlotClass, SlotId, Store, Tree, Value, check, check_order,
};

type Place = (Tree, Vec<u8>, Vec<u8>);

/// A [`Store`] that forgets everything when dropped.
#[derive(Debug)]
pub struct MemoryStore {
    records: BTreeMap<Place, (SlotId, Value)>,
    slots: BTreeMap<SlotId, SlotClass>,
    next_slot: u64,
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl MemoryStore {
    /// An empty store with the profile's slot.
    #[must_use]
    pub fn new() -> Self {
        let slots = BTreeMap::from([(SlotId::PROFILE, SlotClass::Profile)]);
        Self { records: BTreeMap::new(), slots, next_slot: SlotId::PROFILE.0 + 1 }
    }

    fn clear(&mut self, tree: Tree, id: &[u8]) {
        self.records.retain(|(t, i, _), _| !(*t == tree && i == id));
    }
}

fn place(key: Key) -> Place {
    (key.tree, key.id, key.order)
}

fn bound(tree: Tree, id: &[u8], order: Bound<&[u8]>) -> Bound<Place> {
    order.map(|order| (tree, id.to_vec(), order.to_vec()))
}

fn is_empty(range: &Range<'_>) -> bool {
    match *range {
        (Bound::Included(low), Bound::Included(high)) => low > high,
        (Bound::Included(low) | Bound::Excluded(low), Bound::Included(high) | Bound::Excluded(high)) => low >= high,
        _ => false,
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &Key) -> Result<Option<Value>> {
        check_order(&key.order)?;
        Ok(self.records.get(&place(key.clone())).map(|(_, value)| value.clone()))
    }

    fn page(&self, tree: Tree, id: &[u8], range: Range<'_>, direction: Direction, limit: usize) -> Result<Vec<Row>> {
        if is_empty(&range) {
            return Ok(Vec::new());
        }
        let low = match bound(tree, id, range.0) {
            Bound::Unbounded => Bound::Included((tree, id.to_vec(), Vec::new())),
            low => low,
        };
        let mine = |(t, i, _): &Place| *t == tree && i == id;
        let rows = self.records.range((low, Bound::Unbounded)).take_while(|(place, _)| mine(place)).filter(
            |((_, _, order), _)| match range.1 {
                Bound::Included(high) => order.as_slice() <= high,
                Bound::Excluded(high) => order.as_slice() < high,
                Bound::Unbounded => true,
            },
        );
        let mut rows: Vec<Row> = rows.map(|((_, _, order), (_, value))| (order.clone(), value.clone())).collect();
        if direction == Direction::Backward {
            rows.reverse();
        }
        rows.truncate(limit);
        Ok(rows)
    }

    fn write(&mut self, batch: Batch) -> Result<()> {
        check(&batch)?;
        for change in &batch.changes {
            if let Change::Put(_, slot, _) = change
                && !self.slots.contains_key(slot)
            {
                return Err(Error::UnknownSlot);
            }
        }
        for change in batch.changes {
            match change {
                Change::Put(key, slot, value) => {
                    self.records.insert(place(key), (slot, value));
                }
                Change::Delete(key) => {
                    self.records.remove(&place(key));
                }
                Change::Clear(tree, id) => self.clear(tree, &id),
            }
        }
        Ok(())
    }

    fn new_slot(&mut self, class: SlotClass) -> Result<SlotId> {
        if self.slots.values().filter(|c| **c == class).count() >= class.cap() {
            return Err(Error::SlotsFull);
        }
        let slot = SlotId(self.next_slot);
        self.next_slot += 1;
        self.slots.insert(slot, class);
        Ok(slot)
    }

    fn destroy_slot(&mut self, slot: SlotId) -> Result<()> {
        self.slots.remove(&slot);
        self.records.retain(|_, (s, _)| *s != slot);
        Ok(())
    }

    fn slots(&self) -> Vec<(SlotId, SlotClass)> {
        self.slots.iter().map(|(slot, class)| (*slot, *class)).collect()
    }

    fn size_bytes(&self) -> u64 {
        self.records.iter().map(|((_, id, order), (_, value))| (id.len() + order.len() + value.len()) as u64).sum()
    }
}
