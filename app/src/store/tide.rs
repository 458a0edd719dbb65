//! How many batches were acknowledged, kept beside the records: a store that comes back with fewer has lost some.
//!
//! The mark is written after the records are durable and is itself never waited for: it survives a kill, and after a
//! power cut it may be too low but never too high. `count 8 | end 1 | check 16`.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use crypto::kdf::{self, Label};
use crypto::secret::Key32;

use super::Result;
use super::files::create_or_open_private;

const MARK_BYTES: usize = 8 + 1 + 16;

/// How the store was last left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(super) enum End {
    /// In the middle of things.
    #[default]
    Open = 0,
    /// Closed.
    Closed = 1,
    /// With a fault: it is to be read through before it is trusted.
    Doubted = 2,
}

/// What the file said when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Mark {
    pub(super) acknowledged: u64,
    pub(super) end: End,
}

/// The open mark. A store that was only read leaves it as it was.
#[derive(Debug)]
pub(super) struct Tide {
    file: File,
    key: Key32,
    count: u64,
    acknowledged: u64,
    risen: bool,
    doubted: AtomicBool,
}

impl Tide {
    pub(super) fn open(path: &Path, key: Key32) -> Result<(Self, Mark)> {
        let mut file = create_or_open_private(path)?;
        let mut bytes = Vec::new();
        Read::by_ref(&mut file).take(MARK_BYTES as u64).read_to_end(&mut bytes)?;
        let mark = decode(&key, &bytes).unwrap_or_default();
        let acknowledged = mark.acknowledged;
        let doubted = AtomicBool::new(false);
        Ok((Self { file, key, count: acknowledged, acknowledged, risen: false, doubted }, mark))
    }

    /// Counts on from what the records say; the mark stays until the next batch.
    pub(super) const fn start(&mut self, count: u64) {
        self.count = count;
    }

    pub(super) const fn count(&self) -> u64 {
        self.count
    }

    /// One more batch is durable. A mark that cannot be written only warns of less.
    pub(super) fn rise(&mut self, count: u64) {
        (self.count, self.acknowledged, self.risen) = (count, count, true);
        let _ = self.write(End::Open);
    }

    /// A read or a write failed.
    pub(super) fn doubt(&self) {
        if !self.doubted.swap(true, Ordering::Relaxed) {
            let _ = self.write(End::Doubted);
        }
    }

    fn write(&self, end: End) -> io::Result<()> {
        let doubted = self.doubted.load(Ordering::Relaxed);
        let mut bytes = self.acknowledged.to_be_bytes().to_vec();
        bytes.push(if doubted { End::Doubted } else { end } as u8);
        bytes.extend_from_slice(&check(&self.key, &bytes));
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&bytes)
    }
}

impl Drop for Tide {
    fn drop(&mut self) {
        if self.risen {
            let _ = self.write(End::Closed);
        }
    }
}

fn decode(key: &Key32, bytes: &[u8]) -> Option<Mark> {
    let (content, found) = bytes.split_at_checked(MARK_BYTES - 16)?;
    if found != check(key, content) {
        return None;
    }
    let (count, end) = content.split_first_chunk::<8>()?;
    let end = match end {
        [1] => End::Closed,
        [2] => End::Doubted,
        _ => End::Open,
    };
    Some(Mark { acknowledged: u64::from_be_bytes(*count), end })
}

fn check(key: &Key32, content: &[u8]) -> [u8; 16] {
    let mut short = [0; 16];
    for (to, from) in short.iter_mut().zip(kdf::keyed_hash(Label::StoreRecords, key, &[content])) {
        *to = from;
    }
    short
}

#[cfg(test)]
#[path = "tide_tests.rs"]
mod tests;
