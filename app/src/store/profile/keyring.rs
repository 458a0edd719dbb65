//! A way into the vault by a key that the desktop's keyring holds. The keyring itself is spoken to elsewhere; here is
//! what its key opens.

use std::sync::PoisonError;

use crypto::secret::Passphrase;
use crypto::vault::{self, KdfParams, MasterKey, WrapKind};

use super::{Opened, Profile, no_memory, open};
use crate::store::{Error, Result};

impl Profile {
    /// What the keyring knows this vault's key by; `None` where it holds none.
    #[must_use]
    pub fn keyring_name(&self) -> Option<String> {
        self.ways.lock().unwrap_or_else(PoisonError::into_inner).keyring.clone()
    }

    /// Makes a key, has it put away under its name, and only then makes it a way into the vault. An earlier one opens
    /// nothing from then on.
    ///
    /// # Errors
    /// Those of the passphrase; inside, why the key could not be put away: the vault is then as before.
    pub fn make_keyring<E>(
        &self,
        passphrase: &Passphrase,
        now_ms: u64,
        put: impl FnOnce(&str, &Passphrase) -> std::result::Result<(), E>,
    ) -> Result<std::result::Result<(), E>> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let (header, master) = self.open_vault(passphrase, now_ms)?;
        let key = vault::keyring_key(&mut rand::rng());
        // 256 random bits need no dearer hash than the least.
        let header = vault::rewrap(&header, &master, WrapKind::Keyring, &key, KdfParams::LEAST, &mut rand::rng())
            .map_err(no_memory)?;
        let name = header.keyring_name().ok_or(Error::Failed("the new way has no name"))?;
        match put(&name, &key) {
            Ok(()) => self.keep(&header).map(Ok),
            Err(error) => Ok(Err(error)),
        }
    }

    /// Takes that way out of the vault.
    pub fn remove_keyring(&self) -> Result<()> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let header = self.header()?;
        if header.keyring_name().is_none() {
            return Ok(());
        }
        self.keep(&header.without(WrapKind::Keyring).map_err(|_| Error::Damaged)?)
    }

    /// Opens the profile by the keyring's key. No pauses: such a key is never guessed.
    pub fn unlock_by_keyring(&self, key: &Passphrase, now_ms: u64) -> Result<Opened> {
        open::existing(&self.layout, &self.master_by_keyring(key)?, now_ms)
    }

    /// Whether it would, for what is open already.
    pub fn check_keyring(&self, key: &Passphrase) -> Result<()> {
        self.master_by_keyring(key).map(|_| ())
    }

    fn master_by_keyring(&self, key: &Passphrase) -> Result<MasterKey> {
        vault::unwrap_kind(&self.header()?, WrapKind::Keyring, key).map_err(|error| match error {
            crypto::error::Error::WrongPassphrase => Error::WrongPassphrase { retry_after_ms: 0 },
            error => no_memory(error),
        })
    }
}
