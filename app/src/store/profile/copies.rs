//! Automatic backups: complete copies of the records, sealed under slot keys as they are and once more under a key of
//! the profile. They hold no slot key, so what a destroyed slot sealed cannot be read from them either.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Weak};

use crypto::vault::MasterKey;

use super::layout::{Layout, numbered};
use crate::store::archive::{Found, Item, Kind};
use crate::store::copy::Source;
use crate::store::disk::{Disk, Writes};
use crate::store::files::{create_private, create_private_dir, sync_dir};
use crate::store::sealed::StoreKeys;
use crate::store::{Error, Result};

/// How many backups are kept; the older one covers damage to the newer.
const KEPT: usize = 2;
/// Time between backups of a small store.
const INTERVAL_MS: u64 = 10 * 60 * 1000;
/// Time before the first one: a profile's keys should not be in one place for long.
const FIRST_MS: u64 = 5 * 1000;
/// A large store is copied more rarely: this much longer for each mebibyte.
const INTERVAL_MS_PER_MIB: u64 = 60 * 1000;
const LONGEST_INTERVAL_MS: u64 = 24 * 60 * 60 * 1000;
/// Records written at a time when a copy is read back.
const STAGE_RECORDS: usize = 500;

/// What a store needs to copy itself.
#[derive(Debug)]
pub(in crate::store) struct Copies {
    pub(super) layout: Layout,
    pub(super) master: MasterKey,
    due_ms: u64,
    copied: u64,
    alive: Arc<()>,
}

impl Copies {
    pub(super) fn new(layout: Layout, master: MasterKey, now_ms: u64) -> Self {
        let due_ms = now_ms.saturating_add(if numbered(&layout.backups()).is_empty() { FIRST_MS } else { INTERVAL_MS });
        Self { layout, master, due_ms, copied: 0, alive: Arc::new(()) }
    }

    /// Whether a backup is due, and that one is made.
    pub(in crate::store) fn take_due(&mut self, now_ms: u64, written: u64, file_bytes: u64) -> bool {
        // A clock set back must not put backups off for as long.
        self.due_ms = self.due_ms.min(now_ms.saturating_add(LONGEST_INTERVAL_MS));
        if now_ms < self.due_ms || written == self.copied {
            return false;
        }
        let by_size = (file_bytes >> 20).saturating_mul(INTERVAL_MS_PER_MIB).min(LONGEST_INTERVAL_MS);
        self.due_ms = now_ms.saturating_add(INTERVAL_MS.max(by_size));
        self.copied = written;
        true
    }

    pub(in crate::store) fn tide(&self) -> PathBuf {
        self.layout.tide()
    }

    pub(in crate::store) fn backup(&self, source: Source) -> Backup {
        let (layout, master) = (self.layout.clone(), self.master.clone());
        Backup { layout, master, source, alive: Arc::downgrade(&self.alive) }
    }
}

/// Writes a backup into the profile directory; runs on any thread while the store goes on.
#[derive(Debug)]
pub struct Backup {
    layout: Layout,
    master: MasterKey,
    source: Source,
    /// Gone once the store is closed: the profile may be erased next, and nothing may be added to it.
    alive: Weak<()>,
}

impl Backup {
    /// Writes it; the previous ones stay until this one is complete.
    pub fn run(self) -> Result<()> {
        let dir = self.layout.backups();
        create_private_dir(&dir)?;
        let next = numbered(&dir).last().map_or(1, |(number, _)| number.saturating_add(1));
        let path = dir.join(next.to_string());
        let fresh = path.with_extension("new");
        let result = write(&self.layout, self.source, &self.master, &fresh, &self.alive);
        if result.is_err() || self.alive.strong_count() == 0 {
            // Perhaps it was erased with everything else.
            let _ = fs::remove_file(&fresh);
            return result.and(Err(Error::Failed("the store was closed")));
        }
        fs::rename(&fresh, &path)?;
        sync_dir(&dir)?;
        let mut kept = numbered(&dir);
        kept.truncate(kept.len().saturating_sub(KEPT));
        for (_, old) in kept {
            fs::remove_file(old)?;
        }
        Ok(())
    }
}

fn write(layout: &Layout, source: Source, master: &MasterKey, path: &std::path::Path, alive: &Weak<()>) -> Result<()> {
    let out = WhileAlive { file: create_private(path)?, alive: alive.clone() };
    let key = StoreKeys::of(master).backup;
    let out = source.write(out, Kind::Backup, &[], key, Vec::new())?;
    out.file.sync_all()?;
    sync_dir(&layout.backups())?;
    Ok(())
}

/// A file that takes no more once the store is closed.
struct WhileAlive {
    file: File,
    alive: Weak<()>,
}

impl Write for WhileAlive {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.alive.strong_count() == 0 {
            return Err(std::io::ErrorKind::BrokenPipe.into());
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

/// A backup that can be read from beginning to end.
pub(super) struct Readable {
    path: PathBuf,
    pub(super) written: u64,
}

/// All such, newest first.
pub(super) fn readable(layout: &Layout, master: &MasterKey) -> Vec<Readable> {
    let paths = numbered(&layout.backups()).into_iter().rev();
    paths.filter_map(|(_, path)| Some(Readable { written: check(&path, master).ok()?, path })).collect()
}

fn check(path: &std::path::Path, master: &MasterKey) -> Result<u64> {
    let mut written = None;
    let found = Found::begin(File::open(path)?, Kind::Backup)?;
    found.items(&StoreKeys::of(master).backup, |item| {
        if let Item::Start { written: at, .. } = item {
            written = Some(at);
        }
        Ok(())
    })?;
    written.ok_or(Error::UnreadableFile)
}

/// Writes a backup's records into a new store.
pub(super) fn restore(layout: &Layout, master: &MasterKey, backup: &Readable) -> Result<()> {
    let disk = Disk::open(&layout.db())?;
    let found = Found::begin(File::open(&backup.path)?, Kind::Backup)?;
    let mut filling = Filling::new(&disk);
    found.items(&StoreKeys::of(master).backup, |item| filling.take(item))?;
    filling.finish()
}

/// Writes records of an archive into a store, a few at a time.
pub(super) struct Filling<'a> {
    disk: &'a Disk,
    staged: Writes,
}

impl<'a> Filling<'a> {
    pub(super) const fn new(disk: &'a Disk) -> Self {
        Self { disk, staged: Writes::new() }
    }

    /// Takes a record; other items are not its business.
    pub(super) fn take(&mut self, item: Item) -> Result<()> {
        match item {
            Item::Put(place, value) => self.staged.insert(place, Some(value)),
            Item::Delete(place) => self.staged.insert(place, None),
            Item::Start { .. } | Item::Slot(..) => return Ok(()),
        };
        if self.staged.len() >= STAGE_RECORDS { self.stage() } else { Ok(()) }
    }

    fn stage(&mut self) -> Result<()> {
        self.disk.stage(&std::mem::take(&mut self.staged))
    }

    /// Makes all of it durable.
    pub(super) fn finish(mut self) -> Result<()> {
        self.stage()?;
        self.disk.sync()
    }
}
