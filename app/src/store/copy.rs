//! A consistent copy of a store that goes on being written: every record is read once, and what was written meanwhile
//! is recorded and appended. Since each write names its whole new value, records plus appended writes are exactly the
//! state at the end. A copy in which records are missing is none: the sum of what stood there at the beginning must be
//! the one that the store kept.

use std::collections::BTreeMap;
use std::io::Write;
use std::ops::{Bound, ControlFlow};
use std::sync::{Arc, Mutex, PoisonError};

use crypto::secret::Key32;

use super::archive::{Item, Kind, Writer};
use super::disk::{Disk, Writes};
use super::migrations;
use super::sum::{Scale, Sum, Weights};
use super::{Direction, Error, Result, SlotClass, SlotId};

/// A copy during which more than this is written fails, to be tried again in a calmer hour.
const MAX_RECORDED_BYTES: usize = 64 << 20;

/// What happens to the store while a copy is made.
#[derive(Debug)]
pub(super) struct Recording {
    writes: Writes,
    bytes: usize,
    slots: BTreeMap<SlotId, (SlotClass, Key32)>,
    /// What the records that stood there at the beginning have still to come to.
    missing: Sum,
    /// Up to where they were read.
    read: Option<Vec<u8>>,
}

impl Recording {
    pub(super) const fn new(slots: BTreeMap<SlotId, (SlotClass, Key32)>, sum: Sum) -> Self {
        Self { writes: Writes::new(), bytes: 0, slots, missing: sum, read: None }
    }

    /// `replaced` says what stands where these writes go.
    pub(super) fn wrote(&mut self, writes: &Writes, replaced: &Weights) {
        for (place, value) in writes {
            if self.read.as_ref().is_none_or(|read| place > read) && !self.writes.contains_key(place) {
                self.missing = self.missing.minus(replaced.get(place).copied().unwrap_or_default());
            }
            self.bytes = self.bytes.saturating_add(place.len()).saturating_add(value.as_ref().map_or(0, Vec::len));
            if self.bytes <= MAX_RECORDED_BYTES {
                self.writes.insert(place.clone(), value.clone());
            }
        }
    }

    /// A record was read off the disk.
    fn read(&mut self, place: &[u8], weight: Sum) {
        if !self.writes.contains_key(place) {
            self.missing = self.missing.minus(weight);
        }
        self.read = Some(place.to_vec());
    }

    pub(super) fn made(&mut self, slot: SlotId, class: SlotClass, key: &Key32) {
        self.slots.insert(slot, (class, key.clone()));
    }

    pub(super) fn destroyed(&mut self, slot: SlotId) {
        self.slots.remove(&slot);
    }
}

/// Where a copy comes from; runs on any thread.
#[derive(Debug)]
pub(super) struct Source {
    disk: Disk,
    scale: Scale,
    recording: Arc<Mutex<Recording>>,
    written: u64,
}

impl Source {
    pub(super) const fn new(disk: Disk, scale: Scale, recording: Arc<Mutex<Recording>>, written: u64) -> Self {
        Self { disk, scale, recording, written }
    }

    /// Writes the whole archive.
    ///
    /// # Errors
    /// [`Error::Damaged`] where a record is missing from the store, [`Error::UnwritableFile`].
    pub(super) fn write<W: Write>(self, out: W, kind: Kind, header: &[u8], key: Key32, vault: Vec<u8>) -> Result<W> {
        let mut writer = Writer::begin(out, kind, header, key).map_err(Error::UnwritableFile)?;
        let mut put = |item: &Item| writer.item(item).map_err(Error::UnwritableFile);
        put(&Item::Start { schema: migrations::CURRENT, written: self.written, vault })?;
        self.disk.scan((Bound::Unbounded, Bound::Unbounded), Direction::Forward, |place, value| {
            let weight = self.scale.weigh(place, value);
            self.recording.lock().unwrap_or_else(PoisonError::into_inner).read(place, weight);
            put(&Item::Put(place.to_vec(), value.to_vec())).map(ControlFlow::Continue)
        })?;
        let recording = self.recording.lock().unwrap_or_else(PoisonError::into_inner);
        if recording.missing != Sum::default() {
            return Err(Error::Damaged);
        }
        if recording.bytes > MAX_RECORDED_BYTES {
            return Err(Error::Failed("too much was written meanwhile"));
        }
        for (place, value) in &recording.writes {
            put(&match value {
                Some(value) => Item::Put(place.clone(), value.clone()),
                None => Item::Delete(place.clone()),
            })?;
        }
        if kind == Kind::Export {
            for (slot, (class, key)) in &recording.slots {
                put(&Item::Slot(*slot, *class, key.clone()))?;
            }
        }
        drop(recording);
        writer.end().map_err(Error::UnwritableFile)
    }
}
