//! Export and import: everything of a profile in one encrypted file with a passphrase of its own.
//!
//! The file begins with a vault header that wraps the profile's master key under the file's passphrase; inside stand
//! the profile's own vault header, its slots with their keys, and all records. Whoever imports it has the profile as
//! it was, and opens it from then on with the profile's passphrase.

use std::fs::{self, File};
use std::path::Path;

use crypto::kdf::Label;
use crypto::secret::{Key32, Passphrase};
use crypto::vault::{self, Header, MasterKey, WrapKind};

use super::copies::{Copies, Filling};
use super::layout::Mark;
use super::{Opened, Profile, no_memory, tuned};
use crate::store::archive::{Found, Item, Kind};
use crate::store::copy::Source;
use crate::store::disk::Disk;
use crate::store::files::{beside, create_private, sync_dir};
use crate::store::migrations;
use crate::store::sealed::StoreKeys;
use crate::store::slots::Slots;
use crate::store::{Error, Result, SledStore, SlotClass, SlotId};

/// Writes an encrypted copy of everything; runs on any thread while the store goes on.
#[derive(Debug)]
pub struct Exporter {
    source: Source,
    header: Header,
    master: MasterKey,
}

impl Copies {
    /// The header is read anew: the passphrase may have changed since the store was opened. A keyring's way stays here:
    /// its key is in the keyring of this computer.
    pub(in crate::store) fn exporter(&self, source: Source) -> Result<Exporter> {
        let header = Header::decode(&fs::read(self.layout.vault())?).map_err(|_| Error::Damaged)?;
        let header = header.without(WrapKind::Keyring).map_err(|_| Error::Damaged)?;
        Ok(Exporter { source, header, master: self.master.clone() })
    }
}

impl Exporter {
    /// Writes one encrypted file that opens with `passphrase`; never half-written, replacing what was there.
    pub fn write(self, path: &Path, passphrase: &Passphrase) -> Result<()> {
        let outer =
            vault::rewrap(&self.header, &self.master, WrapKind::Passphrase, passphrase, tuned()?, &mut rand::rng())
                .map_err(no_memory)?;
        let key = self.master.derive(Label::ProfileExport, &[]);
        let partial = beside(path)?;
        let file = create_private(&partial).map_err(Error::UnwritableFile)?;
        let written = self.source.write(file, Kind::Export, &outer.encode(), key, self.header.encode());
        let written = written
            .and_then(|file| file.sync_all().and_then(|()| fs::rename(&partial, path)).map_err(Error::UnwritableFile));
        if written.is_err() {
            // The failure that is told is the first one.
            let _ = fs::remove_file(&partial);
        } else if let Some(dir) = path.parent() {
            // The file is complete; only how soon its name is durable is left to the system.
            let _ = sync_dir(if dir.as_os_str().is_empty() { Path::new(".") } else { dir });
        }
        written
    }
}

impl Profile {
    /// Brings an exported profile into an empty directory and opens it. The profile keeps its own passphrase.
    ///
    /// # Errors
    /// [`Error::ProfileExists`], [`Error::WrongPassphrase`], [`Error::UnreadableFile`]; the directory is then as
    /// before.
    pub fn import(&self, path: &Path, passphrase: &Passphrase) -> Result<Opened> {
        if self.exists() {
            return Err(Error::ProfileExists);
        }
        let file = File::open(path).map_err(|_| Error::UnreadableFile)?;
        let found = Found::begin(file, Kind::Export)?;
        let outer = Header::decode(&found.header).map_err(|_| Error::UnreadableFile)?;
        let master = vault::open(&outer, passphrase).map_err(|error| match error {
            crypto::error::Error::WrongPassphrase => Error::WrongPassphrase { retry_after_ms: 0 },
            error => no_memory(error),
        })?;
        self.begin()?;
        let filled = self.fill(found, &master);
        let (store, header) = match filled {
            Ok(filled) => filled,
            Err(error) => {
                self.layout.remove_content()?;
                self.layout.unmark(Mark::Creating)?;
                return Err(error);
            }
        };
        self.finish(&header)?;
        Ok(Opened { store, notice: None, rewound: true })
    }

    fn fill(&self, found: Found<File>, master: &MasterKey) -> Result<(SledStore, Header)> {
        let keys = StoreKeys::of(master);
        let disk = Disk::open(&self.layout.db())?;
        let mut header = None;
        let mut slots: Vec<(SlotId, SlotClass, Key32)> = Vec::new();
        let mut filling = Filling::new(&disk);
        found.items(&master.derive(Label::ProfileExport, &[]), |item| match item {
            Item::Start { schema, vault, .. } => {
                if schema > migrations::CURRENT {
                    return Err(Error::NewerVersion { found: schema, known: migrations::CURRENT });
                }
                header = Some(Header::decode(&vault).map_err(|_| Error::UnreadableFile)?);
                Ok(())
            }
            Item::Slot(slot, class, key) => {
                slots.push((slot, class, key));
                Ok(())
            }
            record => filling.take(record),
        })?;
        filling.finish()?;
        let header = header.ok_or(Error::UnreadableFile)?;
        if !slots.iter().any(|(slot, ..)| *slot == SlotId::PROFILE) {
            return Err(Error::UnreadableFile);
        }
        let slots = Slots::create(&self.layout.slots(), keys.slots.clone(), &slots)?;
        // The first backup is due at once.
        let copies = Copies::new(self.layout.clone(), master.clone(), 0);
        let (mut store, standing) = SledStore::assemble(disk, slots, &keys, copies)?;
        migrations::migrate(&mut store, standing.schema)?;
        store.rewind()?;
        Ok((store, header))
    }
}

#[cfg(test)]
#[path = "transfer_tests.rs"]
mod tests;
