//! Model packs: a folder with a manifest, the hash of every file, a licence, and a card for people. A pack is used only
//! after every byte of it was compared; one that is unknown or changed is refused with the reason.
//!
//! In reading order: [`manifest`] is what a pack says about itself, [`builtin`] the ones that ship inside the program,
//! [`shelf`] the ones a person added, and which version is in use.
//!
//! Absent on purpose: any download, and any silent fall-back to another pack than the one in use.

pub mod builtin;
pub mod manifest;
pub mod shelf;

use std::collections::BTreeMap;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::PackFault;

pub use manifest::Manifest;
pub use shelf::Shelf;

/// The name of the manifest in a pack's folder.
pub const MANIFEST: &str = "manifest.json";

/// The pack that CT slices of the lungs are looked at with.
pub const LUNG: &str = "lung-ct";

/// A pack, verified: the bytes are those that its manifest names.
#[derive(Debug, Clone)]
pub struct Pack {
    manifest: Manifest,
    manifest_bytes: Vec<u8>,
    sha256: String,
    files: BTreeMap<String, Bytes>,
}

/// Bytes in the program, or read from a folder.
#[derive(Debug, Clone)]
enum Bytes {
    Inside(&'static [u8]),
    Read(Vec<u8>),
}

impl Bytes {
    fn as_slice(&self) -> &[u8] {
        match self {
            Self::Inside(bytes) => bytes,
            Self::Read(bytes) => bytes,
        }
    }
}

/// SHA-256 in lowercase hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

impl Pack {
    /// Verifies a manifest and the files given with it.
    fn verified(manifest_bytes: &[u8], files: BTreeMap<String, Bytes>) -> Result<Self, PackFault> {
        let manifest = Manifest::read(manifest_bytes)?;
        for (name, listed) in &manifest.files {
            let bytes = files.get(name).ok_or_else(|| PackFault::Missing(name.clone()))?.as_slice();
            if bytes.len() as u64 != listed.bytes || sha256(bytes) != listed.sha256 {
                return Err(PackFault::Changed(name.clone()));
            }
        }
        if files.len() != manifest.files.len() {
            return Err(PackFault::Stray("a file that its manifest does not name"));
        }
        Ok(Self { sha256: sha256(manifest_bytes), manifest, manifest_bytes: manifest_bytes.to_vec(), files })
    }

    /// What it says about itself.
    #[must_use]
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// SHA-256 of the manifest, which holds those of all other files: it names the pack down to the last byte.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// One of its files.
    ///
    /// # Errors
    /// [`PackFault::Missing`] where it has none of that name.
    pub fn file(&self, name: &str) -> Result<&[u8], PackFault> {
        self.files.get(name).map(Bytes::as_slice).ok_or_else(|| PackFault::Missing(name.to_owned()))
    }

    /// Writes its files into an empty folder.
    ///
    /// # Errors
    /// [`PackFault::Disk`], also where one of them is there already.
    pub fn copy_to(&self, folder: &std::path::Path) -> Result<(), PackFault> {
        shelf::copy(self, folder)
    }

    /// The card, as text for people.
    ///
    /// # Errors
    /// [`PackFault::Manifest`] where it is no text.
    pub fn card(&self) -> Result<&str, PackFault> {
        std::str::from_utf8(self.file(&self.manifest.card)?)
            .map_err(|_| PackFault::Manifest("names a card that is no text"))
    }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
