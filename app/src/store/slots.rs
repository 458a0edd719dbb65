//! The slot file: random keys that can be erased, because each is overwritten where it stands.
//!
//! A slot has two copies, each in a 512-byte sector of its own and 4 KiB apart, so that no single torn or failing
//! block takes both. A sector is `magic 4 | version 1 | state 1 | zero 2 | serial 8 | envelope 73 | … | check 16`; the
//! envelope holds class and key under the profile's slot key, the check is keyed too. Destroying overwrites and syncs
//! one copy, then the other; whatever a crash leaves between is finished when the file is opened.
//!
//! Beyond its reach: disks and file systems that write elsewhere than where they are told (SSDs, copy-on-write) may
//! keep old blocks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use crypto::kdf::{self, Label};
use crypto::seal;
use crypto::secret::Key32;
use rand::Rng;

use super::files::{create_private, open_private};
use super::{Error, Result, SlotClass, SlotId};

pub(super) const SECTOR_BYTES: usize = 512;
/// Slots whose first copies lie together, followed by their second copies.
const GROUP: u32 = 8;
const HALF_GROUP_BYTES: u64 = SECTOR_BYTES as u64 * GROUP as u64;
const MAGIC: &[u8; 4] = b"HSLT";
const VERSION: u8 = 1;
const LIVE: u8 = 1;
const DESTROYED: u8 = 2;
const PREFIX_BYTES: usize = 16;
const ENVELOPE_BYTES: usize = 33 + seal::OVERHEAD_BYTES;
const CHECK_BYTES: usize = 16;
/// More sectors than all caps together need; a longer file is not ours.
const MAX_FILE_BYTES: u64 = 128 << 20;

type Sector = [u8; SECTOR_BYTES];

/// A living slot.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) class: SlotClass,
    pub(super) key: Key32,
    index: u32,
}

/// The open slot file.
#[derive(Debug)]
pub(super) struct Slots {
    file: File,
    wrap: Key32,
    live: BTreeMap<SlotId, Slot>,
    free: BTreeSet<u32>,
    next_serial: u64,
    /// Slots of which neither copy can be read.
    pub(super) damaged: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Copy {
    Blank,
    Live(SlotId, SlotClass, Key32),
    Destroyed(SlotId),
    Unreadable,
}

impl Slots {
    /// Makes the file, with the given slots in it; for a new profile or an import.
    pub(super) fn create(path: &Path, wrap: Key32, slots: &[(SlotId, SlotClass, Key32)]) -> Result<Self> {
        let file = create_private(path)?;
        let live = BTreeMap::new();
        let mut made = Self { file, wrap, live, free: BTreeSet::new(), next_serial: 1, damaged: 0 };
        for (slot, class, key) in slots {
            made.next_serial = made.next_serial.max(slot.0.saturating_add(1));
            made.place(*slot, *class, key.clone())?;
        }
        made.file.sync_all()?;
        Ok(made)
    }

    /// Opens the file, finishing what a crash left half done.
    pub(super) fn open(path: &Path, wrap: Key32) -> Result<Self> {
        let file = open_private(path)?;
        let length = file.metadata()?.len();
        if length > MAX_FILE_BYTES {
            return Err(Error::Damaged);
        }
        let live = BTreeMap::new();
        let mut opened = Self { file, wrap, live, free: BTreeSet::new(), next_serial: 1, damaged: 0 };
        let groups = u32::try_from(length.div_ceil(2 * HALF_GROUP_BYTES)).map_err(|_| Error::Damaged)?;
        for index in 0..groups.saturating_mul(GROUP) {
            opened.load(index)?;
        }
        Ok(opened)
    }

    pub(super) fn key(&self, slot: SlotId) -> Option<&Key32> {
        self.live.get(&slot).map(|slot| &slot.key)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (SlotId, &Slot)> {
        self.live.iter().map(|(id, slot)| (*id, slot))
    }

    /// Makes a slot; it is on the disk, twice, when this returns.
    pub(super) fn add(&mut self, class: SlotClass) -> Result<SlotId> {
        if self.live.values().filter(|slot| slot.class == class).count() >= class.cap() {
            return Err(Error::SlotsFull);
        }
        let slot = SlotId(self.next_serial);
        self.next_serial = self.next_serial.checked_add(1).ok_or(Error::SlotsFull)?;
        self.place(slot, class, Key32::random(&mut rand::rng()))?;
        Ok(slot)
    }

    /// Overwrites a slot's key, twice; the key is gone from the disk when this returns.
    pub(super) fn destroy(&mut self, slot: SlotId) -> Result<()> {
        let Some(gone) = self.live.remove(&slot) else { return Ok(()) };
        let index = gone.index;
        drop(gone);
        self.write_both(index, &Copy::Destroyed(slot))?;
        self.free.insert(index);
        Ok(())
    }

    pub(super) fn size_bytes(&self) -> u64 {
        self.file.metadata().map_or(0, |metadata| metadata.len())
    }

    fn place(&mut self, slot: SlotId, class: SlotClass, key: Key32) -> Result<()> {
        let index = match self.free.first() {
            Some(index) => *index,
            None => self.grow()?,
        };
        self.write_both(index, &Copy::Live(slot, class, key.clone()))?;
        self.free.remove(&index);
        self.live.insert(slot, Slot { class, key, index });
        Ok(())
    }

    fn grow(&mut self) -> Result<u32> {
        let length = self.file.metadata()?.len();
        let groups = length.div_ceil(2 * HALF_GROUP_BYTES);
        let first = u32::try_from(groups).ok().and_then(|groups| groups.checked_mul(GROUP)).ok_or(Error::SlotsFull)?;
        if groups.saturating_add(1).saturating_mul(2 * HALF_GROUP_BYTES) > MAX_FILE_BYTES {
            return Err(Error::SlotsFull);
        }
        self.file.seek(SeekFrom::Start(groups.saturating_mul(2 * HALF_GROUP_BYTES)))?;
        self.file.write_all(&[0; 2 * HALF_GROUP_BYTES as usize])?;
        self.file.sync_all()?;
        self.free.extend(first..first.saturating_add(GROUP));
        Ok(first)
    }

    fn load(&mut self, index: u32) -> Result<()> {
        let (first, second) = (self.read(index, 0)?, self.read(index, 1)?);
        let settled = settle(&first, &second);
        match &settled {
            Copy::Blank => {
                self.free.insert(index);
            }
            Copy::Live(slot, class, key) => {
                self.live.insert(*slot, Slot { class: *class, key: key.clone(), index });
            }
            Copy::Destroyed(_) => {
                self.free.insert(index);
            }
            Copy::Unreadable => self.damaged = self.damaged.saturating_add(1),
        }
        if let Copy::Live(SlotId(serial), ..) | Copy::Destroyed(SlotId(serial)) = settled {
            self.next_serial = self.next_serial.max(serial.saturating_add(1));
        }
        if settled != Copy::Unreadable && (first != settled || second != settled) {
            self.write_both(index, &settled)?;
        }
        Ok(())
    }

    fn read(&mut self, index: u32, copy: u64) -> Result<Copy> {
        let mut sector = [0; SECTOR_BYTES];
        self.file.seek(SeekFrom::Start(offset(index, copy)))?;
        let mut rest = sector.as_mut_slice();
        while !rest.is_empty() {
            // A file cut short reads as zeros.
            let read = self.file.read(rest)?;
            if read == 0 {
                break;
            }
            rest = rest.get_mut(read..).unwrap_or_default();
        }
        Ok(decode(&self.wrap, index, copy, &sector))
    }

    fn write_both(&mut self, index: u32, content: &Copy) -> Result<()> {
        for copy in 0..2 {
            let sector = encode(&self.wrap, index, copy, content);
            self.file.seek(SeekFrom::Start(offset(index, copy)))?;
            self.file.write_all(&sector)?;
            self.file.sync_data()?;
        }
        Ok(())
    }
}

/// What two copies mean together. A destroyed copy outweighs a living one of the same slot: its end had begun.
fn settle(first: &Copy, second: &Copy) -> Copy {
    match (first, second) {
        (Copy::Unreadable, Copy::Unreadable) => Copy::Unreadable,
        // The first copy is written first: unreadable beside a blank or destroyed one, it is a making that was cut off.
        (Copy::Unreadable, other) | (other, Copy::Unreadable | Copy::Blank) => other.clone(),
        (Copy::Blank, other) => other.clone(),
        (Copy::Live(a, ..) | Copy::Destroyed(a), Copy::Live(b, ..) | Copy::Destroyed(b)) if a != b => {
            if a > b {
                first.clone()
            } else {
                second.clone()
            }
        }
        (Copy::Destroyed(slot), _) | (_, Copy::Destroyed(slot)) => Copy::Destroyed(*slot),
        _ => first.clone(),
    }
}

fn offset(index: u32, copy: u64) -> u64 {
    let (group, within) = (u64::from(index / GROUP), u64::from(index % GROUP));
    (group * 2 + copy) * HALF_GROUP_BYTES + within * SECTOR_BYTES as u64
}

fn encode(wrap: &Key32, index: u32, copy: u64, content: &Copy) -> Sector {
    let mut sector = [0; SECTOR_BYTES];
    let (state, slot) = match content {
        Copy::Live(slot, ..) => (LIVE, slot),
        Copy::Destroyed(slot) => (DESTROYED, slot),
        Copy::Blank | Copy::Unreadable => return sector,
    };
    rand::rng().fill_bytes(&mut sector);
    let mut prefix = Vec::with_capacity(PREFIX_BYTES);
    prefix.extend_from_slice(MAGIC);
    prefix.extend_from_slice(&[VERSION, state, 0, 0]);
    prefix.extend_from_slice(&slot.0.to_be_bytes());
    let mut body = prefix.clone();
    if let Copy::Live(_, class, key) = content {
        let mut plain = zeroize::Zeroizing::new(Vec::with_capacity(33));
        plain.push(*class as u8);
        plain.extend_from_slice(key.expose());
        body.extend_from_slice(&seal::seal(wrap, &mut rand::rng(), &prefix, &plain));
    }
    for (to, from) in sector.iter_mut().zip(body) {
        *to = from;
    }
    let check = check(wrap, index, copy, &sector);
    for (to, from) in sector.iter_mut().skip(SECTOR_BYTES - CHECK_BYTES).zip(check) {
        *to = from;
    }
    sector
}

fn decode(wrap: &Key32, index: u32, copy: u64, sector: &Sector) -> Copy {
    if sector.iter().all(|byte| *byte == 0) {
        return Copy::Blank;
    }
    decode_written(wrap, index, copy, sector).unwrap_or(Copy::Unreadable)
}

fn decode_written(wrap: &Key32, index: u32, copy: u64, sector: &Sector) -> Option<Copy> {
    if sector.get(SECTOR_BYTES - CHECK_BYTES..)? != check(wrap, index, copy, sector) {
        return None;
    }
    let (prefix, rest) = sector.split_at(PREFIX_BYTES);
    let state = match prefix.first_chunk::<6>()? {
        [magic @ .., VERSION, state] if magic == MAGIC => *state,
        _ => return None,
    };
    let slot = SlotId(u64::from_be_bytes(*prefix.last_chunk::<8>()?));
    match state {
        DESTROYED => Some(Copy::Destroyed(slot)),
        LIVE => {
            let plain = seal::open(wrap, prefix, rest.get(..ENVELOPE_BYTES)?).ok()?;
            let (class, key) = plain.split_first()?;
            Some(Copy::Live(slot, class_from(*class)?, Key32::try_from(key).ok()?))
        }
        _ => None,
    }
}

fn check(wrap: &Key32, index: u32, copy: u64, sector: &Sector) -> [u8; CHECK_BYTES] {
    let (content, _) = sector.split_at(SECTOR_BYTES - CHECK_BYTES);
    let hash = kdf::keyed_hash(Label::StoreSlots, wrap, &[&index.to_be_bytes(), &copy.to_be_bytes(), content]);
    let mut short = [0; CHECK_BYTES];
    for (to, from) in short.iter_mut().zip(hash) {
        *to = from;
    }
    short
}

/// The class with this number in the stored format.
pub(super) const fn class_from(number: u8) -> Option<SlotClass> {
    match number {
        1 => Some(SlotClass::Profile),
        2 => Some(SlotClass::Room),
        3 => Some(SlotClass::Period),
        4 => Some(SlotClass::Epoch),
        _ => None,
    }
}

#[cfg(test)]
#[path = "slots_tests.rs"]
mod tests;
