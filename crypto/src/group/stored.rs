//! What a group leaves on disk, row by row, and how it comes back.
//!
//! Key of a row: its kind, then whose it is. A row of an epoch is `e` ‖ epoch 16 ‖ openmls's cell; an epoch's
//! description `n` ‖ epoch; the count of what was sealed in it `s` ‖ epoch; a commit `c` ‖ commit 16; a key package's
//! private half `k` ‖ number 4 ‖ openmls's cell; the tip and the group's name `t`. Numbers are big-endian, values CBOR.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::keys::{CommitId, EpochId, KeyRow, KeysError};
use super::tree::{Commit, Epoch};
use super::{Group, internal};
use crate::id::RoomId;
use crate::identity::{Certificate, DeviceKey};

const CELL: u8 = b'e';
const EPOCH: u8 = b'n';
const SEALED: u8 = b's';
const COMMIT: u8 = b'c';
const KEY_PACKAGE: u8 = b'k';
const HEAD: u8 = b't';
const VERSION: u8 = 1;

/// The tip and what stands once per group.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Head {
    #[n(0)]
    version: u8,
    #[n(1)]
    pub tip: EpochId,
    /// How many Welcomes were taken.
    #[n(2)]
    pub joined: u32,
    /// MLS's name of the group; empty where none was entered yet.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub group: Vec<u8>,
}

impl Default for Head {
    fn default() -> Self {
        Self { version: VERSION, tip: EpochId::default(), joined: 0, group: Vec::new() }
    }
}

/// Rows to be written, beside those of openmls.
#[derive(Default)]
pub(super) struct Marks(BTreeMap<Vec<u8>, Option<Zeroizing<Vec<u8>>>>);

impl Marks {
    fn put(&mut self, key: Vec<u8>, value: &impl Encode<()>) {
        let bytes = minicbor::to_vec(value).expect("writing to memory cannot fail");
        self.0.insert(key, Some(Zeroizing::new(bytes)));
    }

    pub(super) fn head(&mut self, head: &Head) {
        self.put(vec![HEAD], head);
    }

    pub(super) fn epoch(&mut self, id: EpochId, epoch: &Epoch) {
        self.put(key(EPOCH, &id.0, &[]), epoch);
    }

    pub(super) fn sealed(&mut self, id: EpochId, count: u32) {
        self.put(key(SEALED, &id.0, &[]), &count);
    }

    pub(super) fn commit(&mut self, id: CommitId, commit: &Commit) {
        self.put(key(COMMIT, &id.0, &[]), commit);
    }

    pub(super) fn forget_epoch(&mut self, id: EpochId, cells: &[Vec<u8>]) {
        self.0.insert(key(EPOCH, &id.0, &[]), None);
        self.0.insert(key(SEALED, &id.0, &[]), None);
        self.0.extend(cells.iter().map(|cell| (key(CELL, &id.0, cell), None)));
    }

    pub(super) fn forget_commit(&mut self, id: CommitId) {
        self.0.insert(key(COMMIT, &id.0, &[]), None);
    }

    pub(super) fn forget_key_package(&mut self, number: u32, cells: &[Vec<u8>]) {
        self.0.extend(cells.iter().map(|cell| (key(KEY_PACKAGE, &number.to_be_bytes(), cell), None)));
    }
}

fn key(kind: u8, of: &[u8], cell: &[u8]) -> Vec<u8> {
    [&[kind], of, cell].concat()
}

impl Group {
    pub(super) fn drain_rows(&mut self) -> Vec<KeyRow> {
        let mut changed = std::mem::take(&mut self.marks.0);
        for (id, rows) in &mut self.rows {
            changed.extend(rows.take_dirty().into_iter().map(|(cell, value)| (key(CELL, &id.0, &cell), value)));
        }
        for (number, rows) in &mut self.pouch.0 {
            let dirty = rows.take_dirty().into_iter();
            changed.extend(dirty.map(|(cell, value)| (key(KEY_PACKAGE, &number.to_be_bytes(), &cell), value)));
        }
        changed.into_iter().map(|(key, value)| KeyRow { key, value }).collect()
    }

    /// The group as its rows say it was when they were last stored.
    ///
    /// # Errors
    /// [`KeysError::Internal`] where the rows are not what [`super::Keys::take_rows`] gave, or the certificate is
    /// another device's.
    pub fn load(
        room: RoomId,
        device: &DeviceKey,
        certificate: &Certificate,
        rows: Vec<(Vec<u8>, Zeroizing<Vec<u8>>)>,
    ) -> Result<Self, KeysError> {
        let mut group = Self::enter(room, device, certificate)?;
        for (key, value) in rows {
            group.restore(&key, value)?;
        }
        if group.head.version != VERSION {
            return Err(damaged());
        }
        let complete = group.tree.epochs.keys().eq(group.rows.keys());
        let stands = group.tree.epochs.is_empty() || group.tree.epochs.contains_key(&group.head.tip);
        if complete && stands { Ok(group) } else { Err(damaged()) }
    }

    fn restore(&mut self, key: &[u8], value: Zeroizing<Vec<u8>>) -> Result<(), KeysError> {
        let (kind, rest) = key.split_first().ok_or_else(damaged)?;
        if *kind == HEAD {
            self.head = minicbor::decode(&value).map_err(internal)?;
            return Ok(());
        }
        if *kind == KEY_PACKAGE {
            let (number, cell) = rest.split_first_chunk().ok_or_else(damaged)?;
            self.pouch.0.entry(u32::from_be_bytes(*number)).or_default().restore(cell.to_vec(), value);
            return Ok(());
        }
        let (id, cell) = rest.split_first_chunk::<16>().ok_or_else(damaged)?;
        let epoch = EpochId(*id);
        match *kind {
            CELL => self.rows.entry(epoch).or_default().restore(cell.to_vec(), value),
            EPOCH => drop(self.tree.epochs.insert(epoch, minicbor::decode(&value).map_err(internal)?)),
            SEALED => drop(self.sealed.insert(epoch, minicbor::decode(&value).map_err(internal)?)),
            COMMIT => drop(self.tree.commits.insert(CommitId(*id), minicbor::decode(&value).map_err(internal)?)),
            _ => return Err(damaged()),
        }
        Ok(())
    }
}

fn damaged() -> KeysError {
    KeysError::Internal("the stored rows are damaged".to_owned())
}

#[cfg(test)]
#[path = "stored_tests.rs"]
mod tests;
