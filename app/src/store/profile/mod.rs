//! A profile's directory: who holds it, its vault, its slots, its records, and their end.
//!
//! `vault` holds the ways to the master key, `attempts` the wrong passphrases since the last right one, `slots` the
//! erasable keys, `db` the records, `tide` how many batches were acknowledged, `backup` the newest copies, `aside`
//! stores that could not be opened, `display` how the window looks. Calls that take a passphrase run Argon2 for up to a second: make them on a job
//! thread. `now_ms` is Unix time.

mod copies;
mod display;
mod hold;
mod keyring;
mod layout;
mod open;
mod transfer;

use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Instant;

use crypto::secret::{Key32, Passphrase};
use crypto::vault::{self, Backoff, Header, KdfParams, MasterKey, RecoveryCode, WrapKind};

pub use copies::Backup;
pub(super) use copies::Copies;
pub use display::{display, set_display};
pub use transfer::Exporter;

use super::files::{Old, create_private_dir, replace};
use super::{Error, Result, SledStore};
use crate::engine::snapshot::Notice;
use hold::Hold;
use layout::{Layout, Mark};

/// A profile directory that this process holds; no other can until it is dropped.
#[derive(Debug)]
pub struct Profile {
    layout: Layout,
    /// One passphrase at a time, or the limit on attempts would be none.
    attempt: Mutex<()>,
    /// One change of the vault at a time, or one would undo another.
    changing: Mutex<()>,
    /// The ways into the vault beside the passphrase, as last read or written.
    ways: Mutex<Ways>,
    _hold: Hold,
}

/// Ways into a vault beside the passphrase.
#[derive(Debug, Default)]
struct Ways {
    recovery: bool,
    /// What the keyring knows its key by.
    keyring: Option<String>,
}

impl Ways {
    fn of(header: &Header) -> Self {
        Self { recovery: header.has(WrapKind::Recovery), keyring: header.keyring_name() }
    }
}

/// What an open profile consists of.
#[derive(Debug)]
pub struct Opened {
    /// The records.
    pub store: SledStore,
    /// What the person should know.
    pub notice: Option<Notice>,
    /// Whether the records may be older than what was acknowledged: after an import or a restored backup. Group keys
    /// must then not be used to send; the device asks its peers to be let in anew. It stays so over restarts until
    /// [`SledStore::caught_up`] is called.
    pub rewound: bool,
}

impl Profile {
    /// Takes hold of a directory, made if need be, readable by its owner only.
    ///
    /// # Errors
    /// [`Error::InUse`] while another process, or another claim of this one, holds it.
    pub fn claim(dir: &Path) -> Result<Self> {
        create_private_dir(dir)?;
        let hold = Hold::take(dir)?;
        let layout = Layout::new(dir);
        layout.close_to_others()?;
        if layout.marked(Mark::Erasing) {
            layout.remove_all()?;
        }
        let header = std::fs::read(layout.vault()).ok().and_then(|bytes| Header::decode(&bytes).ok());
        let ways = Mutex::new(header.as_ref().map(Ways::of).unwrap_or_default());
        Ok(Self { layout, attempt: Mutex::new(()), changing: Mutex::new(()), ways, _hold: hold })
    }

    /// Whether there is a profile in it.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.layout.vault().exists()
    }

    /// Makes a profile and opens it.
    pub fn create(&self, passphrase: &Passphrase, now_ms: u64) -> Result<Opened> {
        self.begin()?;
        let (header, master) = vault::create(passphrase, tuned()?, &mut rand::rng()).map_err(no_memory)?;
        let key = Key32::random(&mut rand::rng());
        let store = open::fresh(&self.layout, &master, &[key], now_ms)?;
        self.finish(&header)?;
        Ok(Opened { store, notice: None, rewound: false })
    }

    /// Opens the profile.
    pub fn unlock(&self, passphrase: &Passphrase, now_ms: u64) -> Result<Opened> {
        let (_, master) = self.open_vault(passphrase, now_ms)?;
        open::existing(&self.layout, &master, now_ms)
    }

    /// Whether the passphrase is the right one, with the same limits as [`Profile::unlock`]; for what is open already.
    pub fn check(&self, passphrase: &Passphrase, now_ms: u64) -> Result<()> {
        self.open_vault(passphrase, now_ms).map(|_| ())
    }

    /// Wraps the master key anew. The old passphrase opens nothing from then on, except exports made before.
    pub fn set_passphrase(&self, old: &Passphrase, new: &Passphrase, now_ms: u64) -> Result<()> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let (header, master) = self.open_vault(old, now_ms)?;
        let header = vault::rewrap(&header, &master, WrapKind::Passphrase, new, tuned()?, &mut rand::rng());
        self.keep(&header.map_err(no_memory)?)
    }

    /// Makes a second way to the master key, for whoever loses the passphrase. An earlier sheet opens nothing from then
    /// on.
    pub fn make_recovery(&self, passphrase: &Passphrase, now_ms: u64) -> Result<RecoveryCode> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let (header, master) = self.open_vault(passphrase, now_ms)?;
        let code = RecoveryCode::generate(&mut rand::rng());
        let kind = WrapKind::Recovery;
        // 128 random bits need no dearer hash than the least.
        let header = vault::rewrap(&header, &master, kind, code.secret(), KdfParams::LEAST, &mut rand::rng());
        self.keep(&header.map_err(no_memory)?)?;
        Ok(code)
    }

    /// Opens the profile by its recovery sheet and gives it a new passphrase, with the same limits as
    /// [`Profile::unlock`]. The sheet stays good.
    pub fn recover(&self, code: &RecoveryCode, new: &Passphrase, now_ms: u64) -> Result<Opened> {
        let master = self.renew_passphrase(code, new, now_ms)?;
        open::existing(&self.layout, &master, now_ms)
    }

    /// The same for what is open already.
    pub fn renew_passphrase(&self, code: &RecoveryCode, new: &Passphrase, now_ms: u64) -> Result<MasterKey> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let (header, master) = self.open_by(WrapKind::Recovery, code.secret(), now_ms)?;
        let header = vault::rewrap(&header, &master, WrapKind::Passphrase, new, tuned()?, &mut rand::rng());
        self.keep(&header.map_err(no_memory)?)?;
        Ok(master)
    }

    /// Whether a recovery sheet was made.
    #[must_use]
    pub fn has_recovery(&self) -> bool {
        self.ways.lock().unwrap_or_else(PoisonError::into_inner).recovery
    }

    /// Destroys the profile and leaves the directory empty. Drop the store first.
    pub fn erase(&self, passphrase: &Passphrase, now_ms: u64) -> Result<()> {
        self.check(passphrase, now_ms)?;
        self.layout.remove_all()?;
        *self.ways.lock().unwrap_or_else(PoisonError::into_inner) = Ways::default();
        Ok(())
    }

    /// Makes room for a new profile.
    fn begin(&self) -> Result<()> {
        if self.exists() {
            return Err(Error::ProfileExists);
        }
        if self.layout.marked(Mark::Creating) {
            // A making that was cut off: nothing in it was ever acknowledged.
            self.layout.remove_content()?;
        } else if self.layout.db().exists() {
            // Somebody took the vault away. What it opened is not ours to delete.
            let aside = self.layout.move_aside()?;
            for name in [self.layout.slots(), self.layout.tide()] {
                if let Some(file) = name.file_name() {
                    // Either may be missing, and a new one takes its place.
                    let _ = std::fs::rename(&name, aside.join(file));
                }
            }
        }
        self.layout.mark(Mark::Creating)
    }

    /// Makes the new profile one that exists.
    fn finish(&self, header: &Header) -> Result<()> {
        self.keep(header)?;
        self.layout.unmark(Mark::Creating)
    }

    /// Writes the vault, and remembers which ways lead into it.
    fn keep(&self, header: &Header) -> Result<()> {
        replace(&self.layout.vault(), &header.encode(), Old::Shred)?;
        *self.ways.lock().unwrap_or_else(PoisonError::into_inner) = Ways::of(header);
        Ok(())
    }

    fn header(&self) -> Result<Header> {
        if !self.exists() {
            return Err(Error::NoProfile);
        }
        Header::decode(&std::fs::read(self.layout.vault())?).map_err(|error| match error {
            crypto::error::Error::Version => Error::NewerVersion { found: 3, known: 2 },
            _ => Error::Damaged,
        })
    }

    fn open_vault(&self, passphrase: &Passphrase, now_ms: u64) -> Result<(Header, MasterKey)> {
        self.open_by(WrapKind::Passphrase, passphrase, now_ms)
    }

    fn open_by(&self, kind: WrapKind, secret: &Passphrase, now_ms: u64) -> Result<(Header, MasterKey)> {
        let _one = self.attempt.lock().unwrap_or_else(PoisonError::into_inner);
        if !self.exists() {
            return Err(Error::NoProfile);
        }
        let attempts = self.attempts(now_ms)?;
        attempts.check(now_ms).map_err(|retry_after_ms| Error::TooManyAttempts { retry_after_ms })?;
        let header = self.header()?;
        match vault::unwrap_kind(&header, kind, secret) {
            Ok(master) => {
                if attempts != Backoff::default() {
                    self.set_attempts(Backoff::default())?;
                }
                Ok((header, master))
            }
            Err(crypto::error::Error::WrongPassphrase) => {
                let attempts = attempts.after_failure(now_ms);
                self.set_attempts(attempts)?;
                Err(Error::WrongPassphrase { retry_after_ms: attempts.check(now_ms).err().unwrap_or(0) })
            }
            Err(error) => Err(no_memory(error)),
        }
    }

    /// Wrong passphrases so far. Whoever can damage the file can also remove it: it then counts from nothing.
    fn attempts(&self, now_ms: u64) -> Result<Backoff> {
        let Ok(bytes) = std::fs::read(self.layout.attempts()) else { return Ok(Backoff::default()) };
        let stored = Backoff::decode(&bytes).unwrap_or_default();
        let anchored = stored.anchored(now_ms);
        if anchored != stored {
            self.set_attempts(anchored)?;
        }
        Ok(anchored)
    }

    fn set_attempts(&self, attempts: Backoff) -> Result<()> {
        Ok(replace(&self.layout.attempts(), &attempts.encode(), Old::Leave)?)
    }
}

/// Costs for a passphrase hash of 0.3 to 1 s on this machine, measured once a process.
fn tuned() -> Result<KdfParams> {
    static TUNED: OnceLock<KdfParams> = OnceLock::new();
    if let Some(params) = TUNED.get() {
        return Ok(*params);
    }
    let start = Instant::now();
    let measured = vault::create(&Passphrase::new(String::new()), KdfParams::LEAST, &mut rand::rng());
    measured.map_err(no_memory)?;
    Ok(*TUNED.get_or_init(|| KdfParams::tuned(start.elapsed())))
}

fn no_memory(_: crypto::error::Error) -> Error {
    Error::Failed("there is no memory for the passphrase hash")
}

/// Ways past the passphrase, for tests of what lies behind it.
#[cfg(test)]
pub(super) mod scratch {
    use super::*;

    pub fn fresh(dir: &Path, (header, master): &(Header, MasterKey)) -> SledStore {
        let layout = Layout::new(dir);
        let store = open::fresh(&layout, master, &[Key32::random(&mut rand::rng())], 0).expect("a fresh store");
        replace(&layout.vault(), &header.encode(), Old::Leave).expect("a writable directory");
        store
    }

    pub fn reopen(dir: &Path, (_, master): &(Header, MasterKey)) -> Result<Opened> {
        open::existing(&Layout::new(dir), master, 0)
    }
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
