//! The store on disk.

use std::path::Path;

use crypto::secret::Passphrase;

use super::{Batch, Direction, Error, Key, Range, Result, Row, SlotClass, SlotId, Store, Tree, Value};

/// A [`Store`] in sled, sealed.
#[derive(Debug)]
pub struct SledStore {}

/// Writes an encrypted copy of everything; runs on any thread while the store goes on.
#[derive(Debug)]
pub struct Exporter {}

impl Exporter {
    /// Writes one encrypted file that opens with `passphrase`; never half-written.
    pub fn write(self, _path: &Path, _passphrase: &Passphrase) -> Result<()> {
        Err(Error::Failed("export"))
    }
}

/// Writes a backup into the profile directory; runs on any thread while the store goes on.
#[derive(Debug)]
pub struct Backup {}

impl Backup {
    /// Writes it; the previous one stays until this one is complete.
    pub fn run(self) -> Result<()> {
        Err(Error::Failed("backup"))
    }
}

impl SledStore {
    /// A consistent copy of the present state, to be written elsewhere.
    pub fn exporter(&self) -> Result<Exporter> {
        Ok(Exporter {})
    }

    /// The next automatic backup, if there is anything new since the last; ask now and then.
    pub fn backup(&self) -> Option<Backup> {
        None
    }
}

impl Store for SledStore {
    fn get(&self, _key: &Key) -> Result<Option<Value>> {
        Err(Error::Damaged)
    }

    fn page(&self, _: Tree, _: &[u8], _: Range<'_>, _: Direction, _: usize) -> Result<Vec<Row>> {
        Err(Error::Damaged)
    }

    fn write(&mut self, _batch: Batch) -> Result<()> {
        Err(Error::Damaged)
    }

    fn new_slot(&mut self, _class: SlotClass) -> Result<SlotId> {
        Err(Error::SlotsFull)
    }

    fn destroy_slot(&mut self, _slot: SlotId) -> Result<()> {
        Err(Error::Damaged)
    }

    fn slots(&self) -> Vec<(SlotId, SlotClass)> {
        Vec::new()
    }

    fn size_bytes(&self) -> u64 {
        0
    }
}
