//! A room's entries as they are kept: the machine's view of what it had stored, and where each body lies so that it can
//! be erased.
//!
//! One row an entry, by device and sequence. Where bodies have a time limit, that row holds the entry without its body
//! and lives as long as the room; the whole entry is a second row under the slot of its period. Of ephemeral rooms
//! only orders are on the disk.

use std::collections::BTreeMap;
use std::ops::Bound;

use crypto::id::{DeviceId, EntryId, RoomId};
use minicbor::{Decode, Encode};
use net::room::{History, Located, Stored};
use net::wire::{Kind, Place, SignedEntry};
use zeroize::Zeroizing;

use crate::store::{Direction, Key, SlotId, Tree, Value};

use super::record;
use super::shelf::Shelf;

/// Entries read from the store at a time.
const CHUNK: usize = 64;

/// One entry's row.
#[derive(Encode, Decode)]
#[cbor(map)]
struct Row {
    #[n(0)]
    id: EntryId,
    #[n(1)]
    depth: u64,
    /// The entry, whole or without its body.
    #[cbor(n(2), with = "minicbor::bytes")]
    bytes: Zeroized,
}

/// Bytes wiped when dropped.
struct Zeroized(Zeroizing<Vec<u8>>);

impl<C> minicbor::bytes::EncodeBytes<C> for Zeroized {
    fn encode_bytes<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(&self.0)?.ok()
    }
}

impl<'b, C> minicbor::bytes::DecodeBytes<'b, C> for Zeroized {
    fn decode_bytes(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(Self(Zeroizing::new(d.bytes()?.to_vec())))
    }
}

/// Where a room keeps its bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// With the entries.
    Record,
    /// Under the slot of a period.
    Timed(SlotId),
    /// Nowhere but in memory.
    Ephemeral,
}

/// Entries of an ephemeral room that are in memory only.
#[derive(Default)]
pub struct Memory {
    rows: BTreeMap<(DeviceId, u64), Value>,
    places: BTreeMap<EntryId, Place>,
}

fn sequence(room: RoomId, device: DeviceId) -> Vec<u8> {
    [room.0, device.0].concat()
}

fn bodies(room: RoomId, device: DeviceId) -> Vec<u8> {
    [&room.0[..], &device.0, b"body"].concat()
}

fn by_id(room: RoomId, id: EntryId) -> Key {
    Key::new(Tree::EntryById, [room.0, id.0].concat())
}

/// An entry to be kept.
pub struct Entry<'a> {
    pub room: RoomId,
    /// The room's own slot.
    pub slot: SlotId,
    pub place: Place,
    pub id: EntryId,
    pub kind: Kind,
    pub bytes: &'a [u8],
}

/// Keeps an entry with the turn.
pub fn keep(shelf: &mut Shelf, memory: &mut Memory, keeping: Keeping, entry: &Entry<'_>) {
    let Entry { room, slot, place, id, kind, bytes } = *entry;
    let row = |bytes: &[u8]| {
        let bytes = Zeroized(Zeroizing::new(bytes.to_vec()));
        record::bytes(&Row { id, depth: place.depth, bytes })
    };
    let key = Key::ordered(Tree::Entry, sequence(room, place.device), place.seq.to_be_bytes());
    match keeping {
        Keeping::Ephemeral if kind != Kind::ORDER => {
            memory.rows.insert((place.device, place.seq), row(bytes));
            memory.places.insert(id, place);
            return;
        }
        Keeping::Timed(period) if kind != Kind::ORDER => {
            let whole = Key::ordered(Tree::Entry, bodies(room, place.device), place.seq.to_be_bytes());
            shelf.put(whole, period, row(bytes));
            let stub = SignedEntry::decode(bytes).map(|entry| entry.erased().into_bytes());
            shelf.put(key, slot, row(stub.as_deref().unwrap_or(bytes)));
        }
        _ => shelf.put(key, slot, row(bytes)),
    }
    shelf.save(by_id(room, id), slot, &place);
}

/// Forgets the body of one entry, so that it is handed to nobody any more.
pub fn erase_body(shelf: &mut Shelf, memory: &mut Memory, room: RoomId, slot: SlotId, place: Place) {
    let at = (place.device, place.seq);
    let Some(row) = (Log { shelf, memory, room }).row(place.device, place.seq) else { return };
    let Ok(entry) = SignedEntry::decode(&row.bytes.0) else { return };
    let bytes = Zeroized(Zeroizing::new(entry.erased().into_bytes()));
    let stub = record::bytes(&Row { id: row.id, depth: row.depth, bytes });
    if let Some(held) = memory.rows.get_mut(&at) {
        *held = stub;
        return;
    }
    let order = place.seq.to_be_bytes();
    shelf.put(Key::ordered(Tree::Entry, sequence(room, place.device), order), slot, stub);
    shelf.delete(Key::ordered(Tree::Entry, bodies(room, place.device), order));
}

/// The machine's view of a room's entries.
pub struct Log<'a> {
    pub shelf: &'a Shelf,
    pub memory: &'a Memory,
    pub room: RoomId,
}

impl Log<'_> {
    fn row(&self, device: DeviceId, seq: u64) -> Option<Row> {
        let order = seq.to_be_bytes();
        if let Some(value) = self.memory.rows.get(&(device, seq)) {
            return record::read(value).ok();
        }
        let whole = Key::ordered(Tree::Entry, bodies(self.room, device), order);
        let kept = Key::ordered(Tree::Entry, sequence(self.room, device), order);
        let value = self.shelf.get(&kept).ok()??;
        let row: Row = record::read(&value).ok()?;
        match self.shelf.get(&whole).ok()? {
            Some(value) => record::read(&value).ok(),
            None => Some(row),
        }
    }

    /// Which entry stands at a place, and of what kind.
    pub fn kind(&self, device: DeviceId, seq: u64) -> Option<(EntryId, Kind)> {
        let row = self.row(device, seq)?;
        let entry = SignedEntry::decode(&row.bytes.0).ok()?;
        Some((row.id, entry.header().kind))
    }

    fn chunk(&self, device: DeviceId, from_seq: u64, count: usize) -> BTreeMap<u64, Row> {
        let from = from_seq.to_be_bytes();
        let range = (Bound::Included(&from[..]), Bound::Unbounded);
        let mut rows = BTreeMap::new();
        for id in [sequence(self.room, device), bodies(self.room, device)] {
            let page = self.shelf.page(Tree::Entry, &id, range, Direction::Forward, count).unwrap_or_default();
            for (order, value) in page {
                let seq = <[u8; 8]>::try_from(order.as_slice()).map(u64::from_be_bytes);
                if let (Ok(seq), Ok(row)) = (seq, record::read(&value)) {
                    rows.insert(seq, row);
                }
            }
        }
        let memory = self.memory.rows.range((device, from_seq)..=(device, u64::MAX)).take(count);
        for ((_, seq), value) in memory {
            if let Ok(row) = record::read(value) {
                rows.insert(*seq, row);
            }
        }
        rows
    }
}

impl History for Log<'_> {
    fn locate(&self, device: DeviceId, seq: u64) -> Option<Located> {
        let row = self.row(device, seq)?;
        Some(Located { id: row.id, depth: row.depth })
    }

    fn entries(&self, device: DeviceId, from_seq: u64, max_count: usize, max_bytes: usize) -> Vec<Stored> {
        let mut found: Vec<Stored> = Vec::new();
        let mut bytes = 0;
        let mut next = from_seq;
        loop {
            let mut rows = self.chunk(device, next, CHUNK.min(max_count - found.len()));
            let before = next;
            while let Some(row) = rows.remove(&next) {
                bytes += row.bytes.0.len();
                if !found.is_empty() && bytes > max_bytes {
                    return found;
                }
                found.push(Stored { seq: next, bytes: row.bytes.0.to_vec() });
                next += 1;
                if found.len() >= max_count {
                    return found;
                }
            }
            if next == before {
                return found;
            }
        }
    }

    fn by_id(&self, id: EntryId) -> Option<Place> {
        if let Some(place) = self.memory.places.get(&id) {
            return Some(*place);
        }
        self.shelf.load(&by_id(self.room, id)).ok().flatten()
    }
}
