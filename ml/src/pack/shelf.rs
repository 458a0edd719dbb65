//! The packs on this machine: those inside the program and those that a person added, several versions side by side,
//! and which version of each is in use. A pack is written to a folder of its own first and moved into place when whole;
//! what was added is remembered by its hash, so that one put there or altered by another hand is refused.

mod folder;
mod index;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::PackFault;

use super::manifest::{is_id, is_version, version_order};
use super::{Pack, builtin};
use index::Index;

pub(super) use folder::copy;

/// The packs on this machine.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// Where added packs lie; `None` where only those inside the program count.
    root: Option<PathBuf>,
}

/// A version of a pack, as it is listed.
#[derive(Debug)]
pub struct Entry {
    /// What programs call it.
    pub id: String,
    /// Which version.
    pub version: String,
    /// SHA-256 of its manifest.
    pub sha256: String,
    /// Whether it ships inside the program.
    pub builtin: bool,
    /// Whether it is the version in use.
    pub in_use: bool,
    /// The pack, or why it cannot be used.
    pub pack: Result<Pack, PackFault>,
}

/// What adding came to.
#[derive(Debug)]
pub struct Added {
    /// The pack.
    pub pack: Pack,
    /// Whether it was there already.
    pub already: bool,
    /// The version in use from now on.
    pub in_use: String,
}

impl Shelf {
    /// The packs under a data folder, which need not exist.
    #[must_use]
    pub fn at(data: &Path) -> Self {
        Self { root: Some(data.join("packs")) }
    }

    /// The packs inside the program, where there is no data folder.
    #[must_use]
    pub const fn builtin() -> Self {
        Self { root: None }
    }

    fn index(&self) -> Result<Index, PackFault> {
        self.root.as_deref().map_or_else(|| Ok(Index::default()), Index::load)
    }

    /// Where packs can be added.
    fn root(&self) -> Result<&Path, PackFault> {
        self.root.as_deref().ok_or(PackFault::NoFolder)
    }

    /// Every version of every pack: by id, the newest version first.
    ///
    /// # Errors
    /// Where the index cannot be read.
    pub fn list(&self) -> Result<Vec<Entry>, PackFault> {
        let index = self.index()?;
        let mut entries = Vec::new();
        for pack in builtin::all() {
            let pack = pack?;
            let (id, version) = (pack.manifest().id.clone(), pack.manifest().version.clone());
            entries.push(Entry {
                sha256: pack.sha256().to_owned(),
                id,
                version,
                builtin: true,
                in_use: false,
                pack: Ok(pack),
            });
        }
        for known in &index.packs {
            entries.push(Entry {
                id: known.id.clone(),
                version: known.version.clone(),
                sha256: known.sha256.clone(),
                builtin: false,
                in_use: false,
                pack: self.read(&known.id, &known.version, &known.sha256),
            });
        }
        for entry in &mut entries {
            entry.in_use = index.chosen(&entry.id).or_else(|| newest_builtin(&entry.id)) == Some(entry.version.clone());
        }
        let order = |entry: &Entry| (entry.id.clone(), std::cmp::Reverse(version_order(&entry.version)));
        entries.sort_by_key(order);
        Ok(entries)
    }

    /// The version in use of a pack.
    ///
    /// # Errors
    /// Where there is none, or it was changed; never another version instead.
    pub fn in_use(&self, id: &str) -> Result<Pack, PackFault> {
        let index = self.index()?;
        let version = index.chosen(id).or_else(|| newest_builtin(id)).ok_or_else(|| unknown(id, None))?;
        self.load(&index, id, &version)
    }

    /// One version of a pack.
    ///
    /// # Errors
    /// Where it is not there, or was changed.
    pub fn get(&self, id: &str, version: &str) -> Result<Pack, PackFault> {
        self.load(&self.index()?, id, version)
    }

    /// Verifies the pack in a folder and keeps a copy. The first version of a pack is used at once, a later one when
    /// it is chosen.
    ///
    /// # Errors
    /// Where the pack is refused, another of that id and version is there, or the disk fails.
    pub fn add(&self, from: &Path) -> Result<Added, PackFault> {
        let pack = folder::read(from)?;
        let (id, version) = (pack.manifest().id.clone(), pack.manifest().version.clone());
        let _alone = self.alone()?;
        let mut index = self.index()?;
        let same = |sha256: &str| if sha256 == pack.sha256() { Ok(()) } else { Err(PackFault::Taken) };
        let mut already = false;
        if let Some(inside) = builtin(&id, &version)? {
            same(inside.sha256())?;
            already = true;
        } else if let Some(known) = index.find(&id, &version) {
            same(&known.sha256)?;
            // Whole again where it was altered meanwhile.
            already = self.read(&id, &version, &known.sha256).is_ok();
        }
        if !already {
            folder::write(self.root()?, &pack)?;
            index.put(&id, &version, pack.sha256());
        }
        if index.chosen(&id).is_none() && newest_builtin(&id).is_none() {
            index.choose(&id, &version);
        }
        index.save(self.root()?)?;
        let in_use = index.chosen(&id).or_else(|| newest_builtin(&id)).unwrap_or(version);
        Ok(Added { pack, already, in_use })
    }

    /// Uses a version from now on; it is verified first.
    ///
    /// # Errors
    /// Where it is not there, or was changed.
    pub fn choose(&self, id: &str, version: &str) -> Result<Pack, PackFault> {
        let _alone = self.alone()?;
        let mut index = self.index()?;
        let pack = self.load(&index, id, version)?;
        index.choose(id, version);
        index.save(self.root()?)?;
        Ok(pack)
    }

    /// Removes a version that was added. Where it was in use, the one that ships with the program is from now on, or
    /// the newest that is left.
    ///
    /// # Errors
    /// Where it ships with the program, or is not there.
    pub fn remove(&self, id: &str, version: &str) -> Result<Option<String>, PackFault> {
        if builtin(id, version)?.is_some() {
            return Err(PackFault::BuiltIn);
        }
        let _alone = self.alone()?;
        let mut index = self.index()?;
        if !index.take(id, version) {
            return Err(unknown(id, Some(version)));
        }
        if index.chosen(id).is_none()
            && newest_builtin(id).is_none()
            && let Some(left) = index.newest(id)
        {
            index.choose(id, &left);
        }
        index.save(self.root()?)?;
        folder::erase(self.root()?, id, version)?;
        Ok(index.chosen(id).or_else(|| newest_builtin(id)))
    }

    fn load(&self, index: &Index, id: &str, version: &str) -> Result<Pack, PackFault> {
        if let Some(pack) = builtin(id, version)? {
            return Ok(pack);
        }
        let known = index.find(id, version).ok_or_else(|| unknown(id, Some(version)))?;
        self.read(id, version, &known.sha256)
    }

    /// Reads an added pack and compares it with what was added.
    fn read(&self, id: &str, version: &str, sha256: &str) -> Result<Pack, PackFault> {
        let pack = folder::read(&folder::place(self.root()?, id, version))?;
        let manifest = pack.manifest();
        if pack.sha256() != sha256 || manifest.id != id || manifest.version != version {
            return Err(PackFault::Changed(super::MANIFEST.to_owned()));
        }
        Ok(pack)
    }

    /// Keeps other processes from changing the shelf meanwhile.
    fn alone(&self) -> Result<File, PackFault> {
        let root = self.root()?;
        fs::create_dir_all(root)?;
        let lock = File::create(root.join(".lock"))?;
        lock.lock()?;
        Ok(lock)
    }
}

/// Verifies the pack in a folder, and keeps nothing.
///
/// # Errors
/// Where the pack is refused.
pub fn inspect(folder: &Path) -> Result<Pack, PackFault> {
    folder::read(folder)
}

fn builtin(id: &str, version: &str) -> Result<Option<Pack>, PackFault> {
    let of_that_name = |pack: &Result<Pack, PackFault>| {
        pack.as_ref().map_or(true, |pack| pack.manifest().id == id && pack.manifest().version == version)
    };
    builtin::all().find(of_that_name).transpose()
}

fn newest_builtin(id: &str) -> Option<String> {
    let versions = builtin::names().filter(|(other, _)| *other == id).map(|(_, version)| version);
    versions.max_by_key(|version| version_order(version))
}

/// The refusal of a pack that is not there; what was typed is shown only where it could be a name.
fn unknown(id: &str, version: Option<&str>) -> PackFault {
    let shown = match version {
        Some(version) if is_id(id) && is_version(version) => format!("{id} {version}"),
        None if is_id(id) => id.to_owned(),
        _ => "of that name".to_owned(),
    };
    PackFault::Unknown(shown)
}

#[cfg(test)]
#[path = "shelf_tests.rs"]
pub(crate) mod tests;
