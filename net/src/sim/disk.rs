//! A peer's disk: what a completed `Persist` wrote survives a crash, the rest doesn't.
//!
//! Writes are staged at once, so that the machine's [`History`] shows what it has asked to store, and become durable
//! together at the next [`Disk::sync`]; a crash undoes what was staged. In an ephemeral room what people wrote stays in
//! memory and goes with a crash whatever was synced.

use std::collections::BTreeMap;

use crypto::id::{DeviceId, EntryId};

use crate::room::{History, Located, StateRow, Stored, Write};
use crate::wire::{Kind, Place};

type Rows = BTreeMap<Vec<u8>, Vec<u8>>;

/// What a write replaced, to undo it.
#[derive(Debug)]
enum Undo {
    State(Vec<u8>, Option<Vec<u8>>),
    Key(Vec<u8>, Option<Vec<u8>>),
    Entry(Place),
}

/// One entry as it is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Which entry.
    pub id: EntryId,
    /// Where it stands in the total order.
    pub place: Place,
    /// What it holds.
    pub kind: Kind,
    /// The signed entry.
    pub bytes: Vec<u8>,
}

/// The disk of one peer.
#[derive(Debug, Default)]
pub struct Disk {
    ephemeral: bool,
    state: Rows,
    keys: Rows,
    entries: BTreeMap<(DeviceId, u64), Record>,
    places: BTreeMap<EntryId, Place>,
    staged: Vec<Undo>,
    /// For planted faults: the most entries that one read gives.
    pub batch_limit: Option<usize>,
}

fn put(rows: &mut Rows, key: &[u8], value: Option<Vec<u8>>) -> Option<Vec<u8>> {
    match value {
        Some(value) => rows.insert(key.to_vec(), value),
        None => rows.remove(key),
    }
}

impl Disk {
    /// Keeps what people write in memory from here on.
    pub fn be_ephemeral(&mut self) {
        self.ephemeral = true;
    }

    /// Stages one write; `false` where an entry is there already or another stands in its place.
    pub fn stage(&mut self, write: &Write) -> bool {
        match write {
            Write::State { key, value } => {
                let old = put(&mut self.state, key, value.as_ref().map(|value| value.to_vec()));
                self.staged.push(Undo::State(key.clone(), old));
            }
            Write::Key(row) => {
                let old = put(&mut self.keys, &row.key, row.value.as_ref().map(|value| value.to_vec()));
                self.staged.push(Undo::Key(row.key.clone(), old));
            }
            Write::Entry { place, id, kind, bytes, .. } => {
                let taken = self.entries.contains_key(&(place.device, place.seq)) || self.places.contains_key(id);
                if taken {
                    return false;
                }
                let record = Record { id: *id, place: *place, kind: *kind, bytes: bytes.clone() };
                self.entries.insert((place.device, place.seq), record);
                self.places.insert(*id, *place);
                self.staged.push(Undo::Entry(*place));
            }
        }
        true
    }

    /// Makes all that was staged durable.
    pub fn sync(&mut self) {
        self.staged.clear();
    }

    /// Loses what a crash loses.
    pub fn crash(&mut self) {
        while let Some(undo) = self.staged.pop() {
            match undo {
                Undo::State(key, old) => drop(put(&mut self.state, &key, old)),
                Undo::Key(key, old) => drop(put(&mut self.keys, &key, old)),
                Undo::Entry(place) => self.forget(place),
            }
        }
        if self.ephemeral {
            let written: Vec<Place> =
                self.entries.values().filter(|record| record.kind != Kind::ORDER).map(|record| record.place).collect();
            written.into_iter().for_each(|place| self.forget(place));
        }
    }

    fn forget(&mut self, place: Place) {
        if let Some(record) = self.entries.remove(&(place.device, place.seq)) {
            self.places.remove(&record.id);
        }
    }

    /// The rows of the machine's own state.
    #[must_use]
    pub fn state_rows(&self) -> Vec<StateRow> {
        self.state.iter().map(|(key, value)| StateRow { key: key.clone(), value: value.clone() }).collect()
    }

    /// The rows of the group keys.
    #[must_use]
    pub const fn key_rows(&self) -> &BTreeMap<Vec<u8>, Vec<u8>> {
        &self.keys
    }

    /// Every entry held, by device and sequence.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.entries.values()
    }

    /// An entry by its id.
    #[must_use]
    pub fn record(&self, id: EntryId) -> Option<&Record> {
        self.places.get(&id).and_then(|place| self.entries.get(&(place.device, place.seq)))
    }

    /// Bytes of the machine's own state and of the group keys.
    #[must_use]
    pub fn state_bytes(&self) -> usize {
        self.state.iter().chain(&self.keys).map(|(key, value)| key.len() + value.len()).sum()
    }
}

impl History for Disk {
    fn locate(&self, device: DeviceId, seq: u64) -> Option<Located> {
        self.entries.get(&(device, seq)).map(|record| Located { id: record.id, depth: record.place.depth })
    }

    fn entries(&self, device: DeviceId, from_seq: u64, max_count: usize, max_bytes: usize) -> Vec<Stored> {
        let max_count = self.batch_limit.map_or(max_count, |limit| limit.min(max_count));
        let (mut found, mut bytes) = (Vec::new(), 0);
        for ((_, seq), record) in self.entries.range((device, from_seq)..=(device, u64::MAX)).take(max_count) {
            bytes += record.bytes.len();
            let follows = *seq == from_seq + found.len() as u64;
            if !follows || (bytes > max_bytes && !found.is_empty()) {
                break;
            }
            found.push(Stored { seq: *seq, bytes: record.bytes.clone() });
        }
        found
    }

    fn by_id(&self, id: EntryId) -> Option<Place> {
        self.places.get(&id).copied()
    }
}

#[cfg(test)]
#[path = "disk_tests.rs"]
mod tests;
