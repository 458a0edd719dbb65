//! What was added, by its hash, and which version of each pack is in use: one small file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::PackFault;

use super::super::manifest::{is_id, is_version, version_order};

const NAME: &str = "packs.json";
/// A few thousand packs.
const MAX_BYTES: u64 = 1024 * 1024;

/// The index of added packs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    format: u32,
    /// By id and version.
    pub packs: Vec<Known>,
    /// From id to version.
    #[serde(rename = "use")]
    chosen: BTreeMap<String, String>,
}

/// A pack that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    pub id: String,
    pub version: String,
    /// SHA-256 of its manifest.
    pub sha256: String,
}

impl Default for Index {
    fn default() -> Self {
        Self { format: 1, packs: Vec::new(), chosen: BTreeMap::new() }
    }
}

impl Index {
    /// Reads the index; an empty one where there is none.
    pub fn load(root: &Path) -> Result<Self, PackFault> {
        let path = root.join(NAME);
        let bytes = match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error.into()),
            Ok(metadata) if !metadata.is_file() || metadata.len() > MAX_BYTES => return Err(damaged()),
            Ok(_) => fs::read(&path)?,
        };
        let index: Self = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        let names = index.packs.iter().map(|pack| (&pack.id, &pack.version)).chain(&index.chosen);
        if index.format != 1 || names.into_iter().any(|(id, version)| !is_id(id) || !is_version(version)) {
            return Err(damaged());
        }
        Ok(index)
    }

    /// Replaces the index as a whole.
    pub fn save(&self, root: &Path) -> Result<(), PackFault> {
        let mut file = tempfile::NamedTempFile::new_in(root)?;
        serde_json::to_writer_pretty(&mut file, self).map_err(io::Error::from)?;
        file.flush()?;
        file.as_file().sync_all()?;
        file.persist(root.join(NAME)).map_err(|error| error.error)?;
        Ok(())
    }

    /// An added version.
    pub fn find(&self, id: &str, version: &str) -> Option<&Known> {
        self.packs.iter().find(|pack| pack.id == id && pack.version == version)
    }

    /// Remembers an added version.
    pub fn put(&mut self, id: &str, version: &str, sha256: &str) {
        self.take_pack(id, version);
        self.packs.push(Known { id: id.to_owned(), version: version.to_owned(), sha256: sha256.to_owned() });
        self.packs.sort_by(|one, other| (&one.id, &one.version).cmp(&(&other.id, &other.version)));
    }

    /// Forgets an added version, and that it was in use; whether it was there.
    pub fn take(&mut self, id: &str, version: &str) -> bool {
        if self.chosen(id).as_deref() == Some(version) {
            self.chosen.remove(id);
        }
        self.take_pack(id, version)
    }

    fn take_pack(&mut self, id: &str, version: &str) -> bool {
        let before = self.packs.len();
        self.packs.retain(|pack| pack.id != id || pack.version != version);
        self.packs.len() < before
    }

    /// The newest added version of a pack.
    pub fn newest(&self, id: &str) -> Option<String> {
        let versions = self.packs.iter().filter(|pack| pack.id == id).map(|pack| &pack.version);
        versions.max_by_key(|version| version_order(version)).cloned()
    }

    /// The version that a person chose.
    pub fn chosen(&self, id: &str) -> Option<String> {
        self.chosen.get(id).cloned()
    }

    /// Chooses a version.
    pub fn choose(&mut self, id: &str, version: &str) {
        self.chosen.insert(id.to_owned(), version.to_owned());
    }
}

const fn damaged() -> PackFault {
    PackFault::Unfit("the list of added packs is damaged; remove packs/packs.json and add them again")
}
