//! One process per profile: a lock on the directory itself, so that nothing of it stays behind.

use std::fs::{File, TryLockError};
use std::path::Path;

use crate::store::files::create_or_open_private;
use crate::store::{Error, Result};

/// Where a directory cannot be locked, this file in it is.
pub(super) const LOCK_FILE: &str = "lock";

/// The lock; the system gives it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Hold {
    _locked: File,
}

impl Hold {
    pub(super) fn take(dir: &Path) -> Result<Self> {
        if let Ok(directory) = File::open(dir) {
            match directory.try_lock() {
                Ok(()) => return Ok(Self { _locked: directory }),
                Err(TryLockError::WouldBlock) => return Err(Error::InUse),
                Err(TryLockError::Error(_)) => {}
            }
        }
        let file = create_or_open_private(&dir.join(LOCK_FILE))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _locked: file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
