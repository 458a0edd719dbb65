//! Where a demonstration lives: a folder of its own that is gone when it ends, and swept at the next one where it
//! could not be. What lies in it is encrypted under passphrases that were never written down.

use std::fs::{self, File, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// What every such folder's name begins with.
const PREFIX: &str = "hearth-demo-";

/// A folder that lives as long as this value does.
pub(super) struct Folder {
    // Dropped in this order: gone first, free then.
    home: TempDir,
    _held: File,
}

impl Folder {
    /// Makes one and holds it, so that nobody sweeps it.
    pub fn make() -> io::Result<Self> {
        Self::make_in(&std::env::temp_dir())
    }

    fn make_in(place: &Path) -> io::Result<Self> {
        loop {
            let home = {
                let mine = fs::Permissions::from_mode(0o700);
                tempfile::Builder::new().prefix(PREFIX).permissions(mine).tempdir_in(place)?
            };
            let held = File::open(home.path())?;
            held.lock()?;
            // Another start may have swept it between the two.
            if home.path().exists() {
                return Ok(Self { home, _held: held });
            }
        }
    }

    pub fn path(&self) -> &Path {
        self.home.path()
    }
}

/// Removes what demonstrations left that were killed.
pub(super) fn sweep() {
    sweep_in(&std::env::temp_dir());
}

fn sweep_in(place: &Path) {
    for left in leftovers(place) {
        // Somebody holds it: it is a demonstration under way.
        let Ok(held) = File::open(&left) else { continue };
        let free = match held.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
        };
        if free && let Err(error) = fs::remove_dir_all(&left) {
            tracing::warn!(%error, "Cannot remove an old demonstration");
        }
    }
}

/// Folders of this name that are ours, links aside.
fn leftovers(place: &Path) -> Vec<PathBuf> {
    let Ok(mine) = tempfile::tempfile_in(place).and_then(|file| file.metadata()) else { return Vec::new() };
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    ours.map(|entry| entry.path())
        .filter(|path| fs::symlink_metadata(path).is_ok_and(|of| of.is_dir() && of.uid() == mine.uid()))
        .collect()
}

#[cfg(test)]
#[path = "folder_tests.rs"]
mod tests;
