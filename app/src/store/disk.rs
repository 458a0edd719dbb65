//! Sled, kept on a leash: only this file and `journal` name it.
//!
//! What is known of sled 0.34 and met here: its default cache is 1 GiB; `flush` is only `sync_file_range`, so the file
//! is synced besides; recovery and reads of a damaged image may panic or wait for ever, so they run guarded and, when
//! opening, on a thread with a deadline; its background flusher wakes twice a second, so there is none.

use std::collections::BTreeMap;
use std::fs::File;
use std::ops::{Bound, ControlFlow};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::files::{create_private_dir, sync_dir};
use super::{Direction, Error, Result, journal};

/// Sled's page cache. More makes pages of old history faster and the process larger.
const CACHE_BYTES: u64 = 16 << 20;
/// Recovery of a store of a gigabyte takes seconds; beyond this it is stuck.
const OPEN_DEADLINE: Duration = Duration::from_secs(120);
/// Handles of a store closed just before may live on for some milliseconds.
const LOCK_ATTEMPTS: u32 = 200;

/// Raw writes by place; `None` deletes.
pub(super) type Writes = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// Raw records in one sled tree.
#[derive(Debug, Clone)]
pub(super) struct Disk {
    db: sled::Db,
    shared: std::sync::Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    file: File,
    path: PathBuf,
    failed: AtomicBool,
}

impl Disk {
    /// Opens or makes the store in `dir`. A damaged one is an error, never a panic.
    pub(super) fn open(dir: &Path) -> Result<Self> {
        create_private_dir(dir)?;
        let path = dir.to_owned();
        let (sender, receiver) = mpsc::sync_channel(1);
        let opener = thread::Builder::new().name("store-open".to_owned()).spawn(move || {
            // Nobody waits any more where the send fails.
            let _ = sender.send(guarded(|| {
                let db = open_sled(&path)?;
                journal::recover(&db)?;
                Ok(db)
            }));
        })?;
        let db = receiver.recv_timeout(OPEN_DEADLINE).map_err(|_| Error::Damaged)??;
        opener.join().map_err(|_| Error::Damaged)?;
        let path = dir.join("db");
        let file = File::options().read(true).write(true).open(&path)?;
        make_private(dir)?;
        sync_dir(dir)?;
        let shared = Shared { file, path, failed: AtomicBool::new(false) };
        Ok(Self { db, shared: std::sync::Arc::new(shared) })
    }

    pub(super) fn get(&self, place: &[u8]) -> Result<Option<Vec<u8>>> {
        guarded(|| Ok(self.db.get(place)?.map(|value| value.to_vec())))
    }

    /// Shows `visit` the records of a range until it breaks off.
    pub(super) fn scan(
        &self,
        range: (Bound<Vec<u8>>, Bound<Vec<u8>>),
        direction: Direction,
        mut visit: impl FnMut(&[u8], &[u8]) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let mut rows = self.db.range(range);
        loop {
            let row = guarded(|| match direction {
                Direction::Forward => rows.next().transpose(),
                Direction::Backward => rows.next_back().transpose(),
            })?;
            let Some((place, value)) = row else { return Ok(()) };
            if visit(&place, &value)?.is_break() {
                return Ok(());
            }
        }
    }

    /// Writes all or nothing; durable on return. After a failure the store takes no more writes: what is on the disk
    /// is known again only once it is opened anew.
    pub(super) fn commit(&self, writes: &Writes) -> Result<()> {
        self.stage(writes)?;
        self.sync()
    }

    /// Writes all or nothing, durable only after [`Disk::sync`].
    pub(super) fn stage(&self, writes: &Writes) -> Result<()> {
        self.or_fail(|| journal::write(&self.db, writes))
    }

    pub(super) fn sync(&self) -> Result<()> {
        self.or_fail(|| {
            self.db.flush()?;
            self.shared.file.sync_data()?;
            Ok(())
        })
    }

    pub(super) fn size_bytes(&self) -> u64 {
        std::fs::metadata(&self.shared.path).map_or(0, |metadata| metadata.len())
    }

    /// Whether every write so far succeeded.
    pub(super) fn sound(&self) -> Result<()> {
        if self.shared.failed.load(Ordering::Relaxed) { Err(Error::Failed("an earlier write failed")) } else { Ok(()) }
    }

    fn or_fail<T>(&self, f: impl FnOnce() -> sled::Result<T>) -> Result<T> {
        self.sound()?;
        let result = guarded(f);
        if result.is_err() {
            self.shared.failed.store(true, Ordering::Relaxed);
        }
        result
    }
}

fn open_sled(dir: &Path) -> sled::Result<sled::Db> {
    let config = sled::Config::new().path(dir).cache_capacity(CACHE_BYTES).flush_every_ms(None);
    for _ in 0..LOCK_ATTEMPTS {
        match config.open() {
            Err(sled::Error::Io(error)) if error.to_string().contains("could not acquire lock") => {
                thread::sleep(Duration::from_millis(10));
            }
            result => return result,
        }
    }
    config.open()
}

/// Turns sled's errors and panics into ours. Its version is fixed, so what it calls unsupported is damage. Its errors may quote paths and bytes: they are not passed on.
fn guarded<T>(f: impl FnOnce() -> sled::Result<T>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(f)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(sled::Error::Io(error))) if !is_damage(&error) => Err(Error::Disk(error)),
        Ok(Err(_)) | Err(_) => Err(Error::Damaged),
    }
}

fn is_damage(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::UnexpectedEof | std::io::ErrorKind::InvalidData)
}

/// Sled makes its files as the umask says; the directory above is closed to others, and these are as well.
#[cfg(unix)]
fn make_private(dir: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let mode = if entry.file_type()?.is_dir() { 0o700 } else { 0o600 };
        std::fs::set_permissions(entry.path(), std::fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_private(_dir: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[path = "disk_tests.rs"]
mod tests;
