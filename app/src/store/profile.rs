//! A profile's directory: who holds it, its vault, its slots, its records, and their end.
//!
//! Calls that take a passphrase run Argon2 for up to a second: make them on a job thread. `now_ms` is Unix time.

use std::path::{Path, PathBuf};

use crypto::secret::Passphrase;

use super::{Error, Result, SledStore};
use crate::engine::snapshot::Notice;

/// A profile directory that this process holds; no other can until it is dropped.
#[derive(Debug)]
pub struct Profile {
    dir: PathBuf,
}

/// What an open profile consists of.
#[derive(Debug)]
pub struct Opened {
    /// The records.
    pub store: SledStore,
    /// What the person should know.
    pub notice: Option<Notice>,
    /// Whether the records are older than what was acknowledged: after an import or a restored backup. Group keys must
    /// then not be used to send; the device asks its peers to be let in anew.
    pub rewound: bool,
}

impl Profile {
    /// Takes hold of a directory, made if need be, readable by its owner only.
    pub fn claim(dir: &Path) -> Result<Self> {
        Ok(Self { dir: dir.to_owned() })
    }

    /// Whether there is a profile in it.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.dir.join("vault").exists()
    }

    /// Makes a profile and opens it.
    pub fn create(&self, _passphrase: &Passphrase, _now_ms: u64) -> Result<Opened> {
        Err(Error::NoProfile)
    }

    /// Opens the profile.
    pub fn unlock(&self, _passphrase: &Passphrase, _now_ms: u64) -> Result<Opened> {
        Err(Error::NoProfile)
    }

    /// Whether the passphrase is the right one, with the same limits as [`Profile::unlock`]; for what is open already.
    pub fn check(&self, _passphrase: &Passphrase, _now_ms: u64) -> Result<()> {
        Err(Error::NoProfile)
    }

    /// Wraps the master key anew.
    pub fn set_passphrase(&self, _old: &Passphrase, _new: &Passphrase, _now_ms: u64) -> Result<()> {
        Err(Error::NoProfile)
    }

    /// Destroys the profile and leaves the directory empty. Drop the store first.
    pub fn erase(&self, _passphrase: &Passphrase, _now_ms: u64) -> Result<()> {
        Err(Error::NoProfile)
    }

    /// Brings an exported profile into an empty directory and opens it. The profile keeps its own passphrase.
    pub fn import(&self, _path: &Path, _passphrase: &Passphrase) -> Result<Opened> {
        Err(Error::ProfileExists)
    }
}
