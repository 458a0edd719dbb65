//! Throw-away profile directories for tests, without the passphrase hash's cost.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::Path;
use std::sync::OnceLock;

use crypto::secret::Passphrase;
use crypto::vault::{self, Header, KdfParams, MasterKey};
use tempfile::TempDir;

use super::profile::scratch::{fresh, reopen};
use super::{Opened, Result, SledStore};

/// One vault for all tests: its hash runs once a process.
pub fn vault() -> &'static (Header, MasterKey) {
    static VAULT: OnceLock<(Header, MasterKey)> = OnceLock::new();
    VAULT.get_or_init(|| vault::create(&passphrase(), KdfParams::LEAST, &mut rand::rng()).unwrap())
}

pub fn passphrase() -> Passphrase {
    Passphrase::new("three unrelated words".to_owned())
}

/// A store in a directory of its own.
pub struct Scratch {
    pub dir: TempDir,
    pub store: Option<SledStore>,
}

impl Scratch {
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Some(fresh(dir.path(), vault()));
        Self { dir, store }
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn store(&mut self) -> &mut SledStore {
        self.store.as_mut().unwrap()
    }

    pub fn close(&mut self) {
        self.store = None;
    }

    /// Closes and opens again, as the next process would.
    pub fn reopen(&mut self) -> Opened {
        self.close();
        reopen(self.path(), vault()).unwrap()
    }
}

/// Opens a copied directory, as a process after a crash would.
pub fn open_image(dir: &Path) -> Result<Opened> {
    reopen(dir, vault())
}

/// Copies a directory as it is just now.
pub fn copy_dir(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_dir(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}
