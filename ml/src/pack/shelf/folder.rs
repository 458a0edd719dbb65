//! A pack's folder on the disk: read with every check, written beside its place and moved there when whole.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::PackFault;

use super::super::manifest::{MAX_FILES, MAX_MANIFEST_BYTES, Manifest, is_file_name};
use super::super::{Bytes, MANIFEST, Pack};

/// Where a version lies.
pub fn place(root: &Path, id: &str, version: &str) -> PathBuf {
    root.join(id).join(version)
}

/// Reads and verifies a folder: nothing but ordinary files that the manifest names, each with its hash.
pub fn read(folder: &Path) -> Result<Pack, PackFault> {
    let names = names(folder)?;
    if !names.contains(&MANIFEST.to_owned()) {
        return Err(PackFault::Manifest("is missing"));
    }
    let manifest_bytes = content(&folder.join(MANIFEST), MAX_MANIFEST_BYTES as u64)?.ok_or(PackFault::TooLarge)?;
    let manifest = Manifest::read(&manifest_bytes)?;
    let mut files = BTreeMap::new();
    for name in names.iter().filter(|name| *name != MANIFEST) {
        let listed = manifest.files.get(name).ok_or(PackFault::Stray("a file that its manifest does not name"))?;
        let bytes = content(&folder.join(name), listed.bytes)?.ok_or_else(|| PackFault::Changed(name.clone()))?;
        files.insert(name.clone(), Bytes::Read(bytes));
    }
    Pack::verified(&manifest_bytes, files)
}

/// Names of what lies in a folder, all of them ordinary files with harmless names.
fn names(folder: &Path) -> Result<Vec<String>, PackFault> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // Of the entry itself: a link is not followed.
        if !entry.file_type()?.is_file() {
            return Err(PackFault::Stray("a folder, a link or something else that is no ordinary file"));
        }
        let name = entry.file_name().into_string().ok().filter(|name| is_file_name(name));
        names.push(name.ok_or(PackFault::Stray("a file whose name no pack may use"))?);
        if names.len() > MAX_FILES + 1 {
            return Err(PackFault::TooLarge);
        }
    }
    Ok(names)
}

/// The bytes of a file; `None` where there are more than told.
fn content(path: &Path, most: u64) -> Result<Option<Vec<u8>>, PackFault> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(PackFault::Stray("something that is no ordinary file"));
    }
    if metadata.len() > most {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= most).then_some(bytes))
}

/// Writes a pack to its place; what lies there already was checked to be of no use.
pub fn write(root: &Path, pack: &Pack) -> Result<(), PackFault> {
    let manifest = pack.manifest();
    let new = tempfile::Builder::new().prefix(".new-").tempdir_in(root)?;
    copy(pack, new.path())?;
    let to = place(root, &manifest.id, &manifest.version);
    let parent = to.parent().unwrap_or(root);
    fs::create_dir_all(parent)?;
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    fs::rename(new.path(), &to)?;
    // Moved away: nothing is left to clean up.
    drop(new.keep());
    File::open(parent)?.sync_all()?;
    Ok(())
}

/// Writes a pack's files into a folder that has none of them.
pub fn copy(pack: &Pack, folder: &Path) -> Result<(), PackFault> {
    for (name, bytes) in &pack.files {
        put(&folder.join(name), bytes.as_slice())?;
    }
    put(&folder.join(MANIFEST), &pack.manifest_bytes)?;
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Removes a version's folder, first out of sight, then from the disk.
pub fn erase(root: &Path, id: &str, version: &str) -> Result<(), PackFault> {
    let from = place(root, id, version);
    if !from.exists() {
        return Ok(());
    }
    let old = tempfile::Builder::new().prefix(".old-").tempdir_in(root)?;
    fs::rename(&from, old.path().join(version))?;
    old.close()?;
    // Stays where other versions lie in it.
    let _ = fs::remove_dir(root.join(id));
    Ok(())
}
