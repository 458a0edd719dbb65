//! How a record looks on disk: where it stands and how it is sealed.
//!
//! Place: keyed hash of tree and id, 16 bytes; the order's first 8 bytes; where the order is longer, a keyed hash of
//! all of it, 16 bytes. Value: `version 1 | slot 8 | more 2 | envelope`, with place, version, slot and more as
//! associated data. Inside the envelope: `tail length 1 | tail | knot 8 if more | data`, the tail being the order
//! beyond its first 8 bytes.
//!
//! Data beyond [`CHUNK_BYTES`] goes on in `more` further records of the same form, tied to the first by its knot. Sled
//! writes a whole leaf at once, of up to twenty records, and puts what exceeds 128 KiB into files that it never syncs:
//! that is why a chunk is so small.

use crypto::kdf::{self, Label};
use crypto::seal;
use crypto::secret::Key32;
use rand::Rng;
use zeroize::Zeroizing;

use super::{Error, Key, Result, SlotId, Tree, Value};

/// Most data that one record holds.
pub(super) const CHUNK_BYTES: usize = 5 * 1024;
const VERSION: u8 = 1;
const NAME_BYTES: usize = 16;
const HEAD_BYTES: usize = 8;
const PREFIX_BYTES: usize = 1 + 8 + 2;
const KNOT_BYTES: usize = 8;
/// Not a [`Tree`] of the contract: the places of chunks.
const CHUNKS: u8 = 255;

/// The keyed hash of tree and id, under which all its records stand together.
pub(super) type Name = [u8; NAME_BYTES];

/// Hides where records live.
#[derive(Debug, Clone)]
pub(super) struct Names(Key32);

impl Names {
    pub(super) const fn new(key: Key32) -> Self {
        Self(key)
    }

    pub(super) fn name(&self, tree: Tree, id: &[u8]) -> Name {
        self.hide(&[&[tree as u8], id])
    }

    pub(super) fn place(&self, key: &Key) -> Vec<u8> {
        let mut place = self.name(key.tree, &key.id).to_vec();
        place.extend_from_slice(head(&key.order));
        if key.order.len() > HEAD_BYTES {
            place.extend_from_slice(&self.hide(&[&[key.tree as u8], &key.id, &key.order]));
        }
        place
    }

    /// Where the chunks of the record at `place` stand.
    pub(super) fn chunk(&self, place: &[u8], index: u16) -> Vec<u8> {
        let mut chunk = self.hide(&[&[CHUNKS], place]).to_vec();
        chunk.extend_from_slice(&index.to_be_bytes());
        chunk
    }

    fn hide(&self, parts: &[&[u8]]) -> Name {
        let mut name = [0; NAME_BYTES];
        for (to, from) in name.iter_mut().zip(kdf::keyed_hash(Label::StoreNames, &self.0, parts)) {
            *to = from;
        }
        name
    }
}

/// The part of an order that stands in clear.
pub(super) fn head(order: &[u8]) -> &[u8] {
    order.get(..HEAD_BYTES).unwrap_or(order)
}

/// The order's visible part as it stands in a place, with the name before it: records that share it may need sorting.
pub(super) fn group(place: &[u8]) -> &[u8] {
    place.get(..NAME_BYTES + HEAD_BYTES).unwrap_or(place)
}

/// The sealed parts of one value: the record itself, then its chunks.
#[derive(Debug)]
pub(super) struct Sealed {
    pub(super) first: Vec<u8>,
    pub(super) chunks: Vec<Vec<u8>>,
}

/// Seals a value for its place.
pub(super) fn seal_value(names: &Names, place: &[u8], order: &[u8], slot: SlotId, key: &Key32, data: &[u8]) -> Sealed {
    let (first, rest) = data.split_at(data.len().min(CHUNK_BYTES));
    let parts: Vec<&[u8]> = rest.chunks(CHUNK_BYTES).collect();
    let more = u16::try_from(parts.len()).expect("values are at most 16 MiB");
    let mut knot = [0; KNOT_BYTES];
    rand::rng().fill_bytes(&mut knot);
    let tail = order.get(HEAD_BYTES..).unwrap_or_default();
    let mut plain = Zeroizing::new(Vec::with_capacity(1 + tail.len() + KNOT_BYTES + first.len()));
    plain.push(u8::try_from(tail.len()).expect("orders are at most 128 bytes"));
    plain.extend_from_slice(tail);
    if more > 0 {
        plain.extend_from_slice(&knot);
    }
    plain.extend_from_slice(first);
    let chunks =
        (0..more).zip(parts).map(|(index, part)| seal_record(&names.chunk(place, index), slot, key, 0, &knot, part));
    Sealed { chunks: chunks.collect(), first: seal_record(place, slot, key, more, &[], &plain) }
}

fn seal_record(place: &[u8], slot: SlotId, key: &Key32, more: u16, knot: &[u8], plain: &[u8]) -> Vec<u8> {
    let prefix = Prefix { slot, more }.encode();
    let envelope = seal::seal(key, &mut rand::rng(), &associated(place, &prefix, knot), plain);
    [prefix.as_slice(), &envelope].concat()
}

fn associated(place: &[u8], prefix: &[u8; PREFIX_BYTES], knot: &[u8]) -> Vec<u8> {
    [prefix.as_slice(), place, knot].concat()
}

/// What stands before the envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix {
    /// Which key seals it.
    pub(super) slot: SlotId,
    /// How many chunks follow elsewhere.
    pub(super) more: u16,
}

impl Prefix {
    /// Reads it off a stored value.
    pub(super) fn decode(stored: &[u8]) -> Result<Self> {
        let (slot, more) = match stored.first_chunk::<PREFIX_BYTES>() {
            Some([VERSION, s0, s1, s2, s3, s4, s5, s6, s7, m0, m1]) => {
                (u64::from_be_bytes([*s0, *s1, *s2, *s3, *s4, *s5, *s6, *s7]), u16::from_be_bytes([*m0, *m1]))
            }
            _ => return Err(Error::Damaged),
        };
        Ok(Self { slot: SlotId(slot), more })
    }

    fn encode(self) -> [u8; PREFIX_BYTES] {
        let [s0, s1, s2, s3, s4, s5, s6, s7] = self.slot.0.to_be_bytes();
        let [m0, m1] = self.more.to_be_bytes();
        [VERSION, s0, s1, s2, s3, s4, s5, s6, s7, m0, m1]
    }
}

/// A record opened: its order, its data, and how to go on.
#[derive(Debug)]
pub(super) struct First {
    pub(super) order: Vec<u8>,
    pub(super) data: Value,
    pub(super) more: u16,
    knot: [u8; KNOT_BYTES],
}

/// Opens the first part of a value.
pub(super) fn open_first(place: &[u8], key: &Key32, stored: &[u8]) -> Result<First> {
    let prefix = Prefix::decode(stored)?;
    let plain = open_record(place, key, &[], stored)?;
    let (tail_length, rest) = plain.split_first().ok_or(Error::Damaged)?;
    let (tail, mut data) = rest.split_at_checked(usize::from(*tail_length)).ok_or(Error::Damaged)?;
    let mut knot = [0; KNOT_BYTES];
    if prefix.more > 0 {
        let (stored_knot, rest) = data.split_first_chunk::<KNOT_BYTES>().ok_or(Error::Damaged)?;
        (knot, data) = (*stored_knot, rest);
    }
    let mut order = place.get(NAME_BYTES..place.len().min(NAME_BYTES + HEAD_BYTES)).ok_or(Error::Damaged)?.to_vec();
    order.extend_from_slice(tail);
    Ok(First { order, data: Zeroizing::new(data.to_vec()), more: prefix.more, knot })
}

impl First {
    /// Appends a chunk, in order.
    pub(super) fn append(&mut self, place: &[u8], key: &Key32, stored: &[u8]) -> Result<()> {
        let part = open_record(place, key, &self.knot, stored)?;
        // Growing may move the content: make room first, so that no unwiped copy stays behind.
        if self.data.capacity() < self.data.len().saturating_add(part.len()) {
            let mut roomy = Zeroizing::new(Vec::with_capacity(
                usize::from(self.more).saturating_add(1).saturating_mul(CHUNK_BYTES),
            ));
            roomy.extend_from_slice(&self.data);
            self.data = roomy;
        }
        self.data.extend_from_slice(&part);
        Ok(())
    }
}

fn open_record(place: &[u8], key: &Key32, knot: &[u8], stored: &[u8]) -> Result<Value> {
    let (prefix, envelope) = stored.split_first_chunk::<PREFIX_BYTES>().ok_or(Error::Damaged)?;
    seal::open(key, &associated(place, prefix, knot), envelope).map_err(|_| Error::Damaged)
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
