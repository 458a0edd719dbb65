//! The form of exports and backups: one sealed stream, in order, with an authenticated end.
//!
//! `magic 8 | version 1 | kind 1 | header length 4 | header | check 16`, then frames `length 4 | envelope`. A frame's
//! associated data are the check, its number and whether it is the last, so none can be altered, moved, dropped or
//! taken from another file. A frame holds whole items, each a CBOR array that begins with its tag. The header is a
//! vault header in an export, empty in a backup.

use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};

use crypto::kdf::{self, Label};
use crypto::seal;
use crypto::secret::Key32;
use minicbor::{Decoder, Encoder};
use zeroize::Zeroizing;

use super::slots::class_from;
use super::{Error, Result, SlotClass, SlotId};

const MAGIC: &[u8; 8] = b"HEARTHAR";
const VERSION: u8 = 1;
const CHECK_BYTES: usize = 16;
const MAX_HEADER_BYTES: usize = 8 * 1024;
/// A frame is sealed once it holds this much; one more item may exceed it.
const FRAME_BYTES: usize = 64 * 1024;
const MAX_FRAME_BYTES: usize = 2 * FRAME_BYTES;

/// What an archive is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    /// Everything, slot keys included; opens with a passphrase of its own.
    Export = 1,
    /// Records only: unreadable wherever their slots are destroyed.
    Backup = 2,
}

/// One thing in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    /// Stands first: the store's format, batches acknowledged, and in exports the profile's vault header.
    Start { schema: u32, written: u64, vault: Vec<u8> },
    /// A slot and its key; exports only.
    Slot(SlotId, SlotClass, Key32),
    /// A record as it stands in the store.
    Put(Vec<u8>, Vec<u8>),
    /// A record that was removed while the copy was made.
    Delete(Vec<u8>),
}

/// Writes an archive.
pub(super) struct Writer<W: Write> {
    out: BufWriter<W>,
    key: Key32,
    check: [u8; CHECK_BYTES],
    frame: Zeroizing<Vec<u8>>,
    number: u64,
}

impl<W: Write> Writer<W> {
    pub(super) fn begin(out: W, kind: Kind, header: &[u8], key: Key32) -> io::Result<Self> {
        let mut out = BufWriter::new(out);
        let start = start(kind, header);
        let check = check(&start);
        out.write_all(&start)?;
        out.write_all(&check)?;
        let frame = Zeroizing::new(Vec::with_capacity(MAX_FRAME_BYTES));
        Ok(Self { out, key, check, frame, number: 0 })
    }

    pub(super) fn item(&mut self, item: &Item) -> io::Result<()> {
        encode(item, &mut self.frame);
        if self.frame.len() >= FRAME_BYTES { self.seal(Last::No) } else { Ok(()) }
    }

    /// Seals the end; only now does the archive open.
    pub(super) fn end(mut self) -> io::Result<W> {
        self.seal(Last::Yes)?;
        self.out.into_inner().map_err(io::IntoInnerError::into_error)
    }

    fn seal(&mut self, last: Last) -> io::Result<()> {
        let sealed = seal::seal(&self.key, &mut rand::rng(), &associated(&self.check, self.number, last), &self.frame);
        let length = u32::try_from(sealed.len()).map_err(|_| ErrorKind::InvalidInput)?;
        self.out.write_all(&length.to_be_bytes())?;
        self.out.write_all(&sealed)?;
        self.frame.clear();
        self.number = self.number.saturating_add(1);
        Ok(())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    No = 0,
    Yes = 1,
}

/// An archive whose beginning was read and found whole.
pub(super) struct Found<R: Read> {
    input: BufReader<R>,
    /// The header, to make the key from.
    pub(super) header: Vec<u8>,
    check: [u8; CHECK_BYTES],
}

impl<R: Read> Found<R> {
    pub(super) fn begin(input: R, kind: Kind) -> Result<Self> {
        let mut input = BufReader::new(input);
        let fixed: [u8; 14] = array(&mut input)?;
        let [magic @ .., version, found_kind, l0, l1, l2, l3] = fixed;
        if &magic != MAGIC || found_kind != kind as u8 {
            return Err(Error::UnreadableFile);
        }
        if version > VERSION {
            return Err(Error::NewerVersion { found: version.into(), known: VERSION.into() });
        }
        let length = usize::try_from(u32::from_be_bytes([l0, l1, l2, l3])).map_err(|_| Error::UnreadableFile)?;
        if version == 0 || length > MAX_HEADER_BYTES {
            return Err(Error::UnreadableFile);
        }
        let mut header = vec![0; length];
        input.read_exact(&mut header).map_err(unreadable)?;
        let found: [u8; CHECK_BYTES] = array(&mut input)?;
        let check = check(&start(kind, &header));
        if found != check {
            return Err(Error::UnreadableFile);
        }
        Ok(Self { input, header, check })
    }

    /// Shows `visit` every item; fails unless the authenticated end was reached and nothing follows it.
    pub(super) fn items(mut self, key: &Key32, mut visit: impl FnMut(Item) -> Result<()>) -> Result<()> {
        for number in 0.. {
            let length: [u8; 4] = array(&mut self.input)?;
            let length = usize::try_from(u32::from_be_bytes(length)).map_err(|_| Error::UnreadableFile)?;
            if length > MAX_FRAME_BYTES + seal::OVERHEAD_BYTES {
                return Err(Error::UnreadableFile);
            }
            let mut sealed = vec![0; length];
            self.input.read_exact(&mut sealed).map_err(unreadable)?;
            let open = |last| seal::open(key, &associated(&self.check, number, last), &sealed);
            let (frame, last) = match open(Last::No) {
                Ok(frame) => (frame, Last::No),
                Err(_) => (open(Last::Yes).map_err(|_| Error::UnreadableFile)?, Last::Yes),
            };
            decode_all(&frame, &mut visit)?;
            if last == Last::Yes {
                break;
            }
        }
        match self.input.read(&mut [0]) {
            Ok(0) => Ok(()),
            _ => Err(Error::UnreadableFile),
        }
    }
}

fn start(kind: Kind, header: &[u8]) -> Vec<u8> {
    let length = u32::try_from(header.len()).expect("headers are a few kilobytes");
    let mut start = MAGIC.to_vec();
    start.extend_from_slice(&[VERSION, kind as u8]);
    start.extend_from_slice(&length.to_be_bytes());
    start.extend_from_slice(header);
    start
}

fn check(start: &[u8]) -> [u8; CHECK_BYTES] {
    kdf::hash16(Label::ArchiveCheck, &[start])
}

fn associated(check: &[u8; CHECK_BYTES], number: u64, last: Last) -> Vec<u8> {
    let mut associated = check.to_vec();
    associated.extend_from_slice(&number.to_be_bytes());
    associated.push(last as u8);
    associated
}

fn array<const N: usize>(input: &mut impl Read) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    input.read_exact(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn unreadable(error: io::Error) -> Error {
    if error.kind() == ErrorKind::UnexpectedEof { Error::UnreadableFile } else { Error::Disk(error) }
}

fn encode(item: &Item, frame: &mut Vec<u8>) {
    let mut e = Encoder::new(frame);
    let written = match item {
        Item::Start { schema, written, vault } => {
            e.array(4).and_then(|e| e.u8(0)?.u32(*schema)?.u64(*written)?.bytes(vault)?.ok())
        }
        Item::Slot(slot, class, key) => {
            e.array(4).and_then(|e| e.u8(1)?.u64(slot.0)?.u8(*class as u8)?.bytes(key.expose())?.ok())
        }
        Item::Put(place, value) => e.array(3).and_then(|e| e.u8(2)?.bytes(place)?.bytes(value)?.ok()),
        Item::Delete(place) => e.array(2).and_then(|e| e.u8(3)?.bytes(place)?.ok()),
    };
    written.expect("writing to memory cannot fail");
}

fn decode_all(frame: &[u8], visit: &mut impl FnMut(Item) -> Result<()>) -> Result<()> {
    let mut d = Decoder::new(frame);
    while d.position() < frame.len() {
        visit(decode(&mut d).map_err(|_| Error::UnreadableFile)?)?;
    }
    Ok(())
}

fn decode(d: &mut Decoder<'_>) -> std::result::Result<Item, minicbor::decode::Error> {
    let wrong = minicbor::decode::Error::message;
    let fields = d.array()?;
    match (d.u8()?, fields) {
        (0, Some(4)) => Ok(Item::Start { schema: d.u32()?, written: d.u64()?, vault: d.bytes()?.to_vec() }),
        (1, Some(4)) => {
            let slot = SlotId(d.u64()?);
            let class = class_from(d.u8()?).ok_or_else(|| wrong("class"))?;
            Ok(Item::Slot(slot, class, Key32::try_from(d.bytes()?).map_err(|_| wrong("key"))?))
        }
        (2, Some(3)) => Ok(Item::Put(d.bytes()?.to_vec(), d.bytes()?.to_vec())),
        (3, Some(2)) => Ok(Item::Delete(d.bytes()?.to_vec())),
        _ => Err(wrong("item")),
    }
}

/// Entry point for fuzzing: reads bytes as an archive under a known key, and as the content of one of its frames.
#[cfg(feature = "fuzz")]
pub fn fuzz_archive(data: &[u8]) {
    for kind in [Kind::Export, Kind::Backup] {
        if let Ok(found) = Found::begin(data, kind) {
            let _ = found.items(&Key32::new([7; 32]), |_| Ok(()));
        }
    }
    let _ = decode_all(data, &mut |_| Ok(()));
}

/// A small archive under the same key, and the content of one frame, to begin with.
#[cfg(feature = "fuzz")]
#[must_use]
pub fn fuzz_samples() -> Vec<Vec<u8>> {
    let key = Key32::new([7; 32]);
    let items = [
        Item::Start { schema: 1, written: 3, vault: vec![1, 2, 3] },
        Item::Slot(SlotId(9), SlotClass::Period, key.clone()),
        Item::Put(vec![4; 20], vec![5; 40]),
        Item::Delete(vec![6; 20]),
    ];
    let mut writer = Writer::begin(Vec::new(), Kind::Export, &[8; 16], key).expect("memory takes it");
    let mut frame = Vec::new();
    for item in &items {
        writer.item(item).expect("memory takes it");
        encode(item, &mut frame);
    }
    vec![writer.end().expect("memory takes it"), frame]
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod tests;
