//! The names in a profile directory. None says anything about a person.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::display::FILE;
use super::hold::LOCK_FILE;
use crate::store::Result;
use crate::store::files::{create_private, create_private_dir, shred, sync_dir};

/// Where `crate::log` writes.
const LOG_DIR: &str = "log";

/// Paths in one profile directory.
#[derive(Debug, Clone)]
pub(in crate::store) struct Layout {
    dir: PathBuf,
}

/// A file whose presence alone says that something was begun and not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Mark {
    /// The profile is being made; without a vault, what lies there was never used.
    Creating,
    /// The records are being restored from what was moved aside.
    Restoring,
    /// The profile is being erased; finish it.
    Erasing,
}

impl Mark {
    const ALL: [Self; 3] = [Self::Creating, Self::Restoring, Self::Erasing];

    const fn name(self) -> &'static str {
        match self {
            Self::Creating => "creating",
            Self::Restoring => "restoring",
            Self::Erasing => "erasing",
        }
    }
}

impl Layout {
    pub(in crate::store) fn new(dir: &Path) -> Self {
        Self { dir: dir.to_owned() }
    }

    /// Closes a directory that was there before to everyone else; one that holds other things is left as it is.
    #[cfg(unix)]
    pub(super) fn close_to_others(&self) -> Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let ours = self.vault().exists() || fs::read_dir(&self.dir)?.next().is_none();
        let mode = fs::metadata(&self.dir)?.permissions().mode();
        if ours && mode & 0o077 != 0 {
            fs::set_permissions(&self.dir, fs::Permissions::from_mode(0o700))?;
        }
        Ok(())
    }

    #[cfg(not(unix))]
    pub(super) fn close_to_others(&self) -> Result<()> {
        Ok(())
    }

    /// The ways to the master key.
    pub(in crate::store) fn vault(&self) -> PathBuf {
        self.dir.join("vault")
    }

    /// Wrong passphrases; outside the vault, since it is read before that opens.
    pub(super) fn attempts(&self) -> PathBuf {
        self.dir.join("attempts")
    }

    pub(in crate::store) fn slots(&self) -> PathBuf {
        self.dir.join("slots")
    }

    pub(in crate::store) fn tide(&self) -> PathBuf {
        self.dir.join("tide")
    }

    pub(in crate::store) fn db(&self) -> PathBuf {
        self.dir.join("db")
    }

    pub(in crate::store) fn backups(&self) -> PathBuf {
        self.dir.join("backup")
    }

    /// Stores that could not be opened, by number.
    pub(in crate::store) fn aside(&self) -> PathBuf {
        self.dir.join("aside")
    }

    pub(in crate::store) fn marked(&self, mark: Mark) -> bool {
        self.dir.join(mark.name()).exists()
    }

    pub(in crate::store) fn mark(&self, mark: Mark) -> Result<()> {
        create_private(&self.dir.join(mark.name()))?.sync_all()?;
        Ok(sync_dir(&self.dir)?)
    }

    pub(in crate::store) fn unmark(&self, mark: Mark) -> Result<()> {
        absent(fs::remove_file(self.dir.join(mark.name())))?;
        Ok(sync_dir(&self.dir)?)
    }

    /// Removes the records, the slots and what belongs to them; not the vault.
    pub(in crate::store) fn remove_content(&self) -> Result<()> {
        shred(&self.slots())?;
        shred(&self.tide())?;
        for dir in [self.db(), self.backups(), self.aside()] {
            remove_tree(&dir)?;
        }
        Ok(())
    }

    /// Removes everything; what held keys is overwritten first, and the vault goes before all else.
    pub(super) fn remove_all(&self) -> Result<()> {
        self.mark(Mark::Erasing)?;
        shred(&self.vault())?;
        shred(&self.vault().with_extension("new"))?;
        self.remove_content()?;
        remove_tree(&self.dir.join(LOG_DIR))?;
        for name in ["attempts", "attempts.new", FILE, "display.new", LOCK_FILE] {
            absent(fs::remove_file(self.dir.join(name)))?;
        }
        sync_dir(&self.dir)?;
        for mark in Mark::ALL {
            self.unmark(mark)?;
        }
        Ok(())
    }

    /// Moves the records aside, never to be touched again, and says where to.
    pub(in crate::store) fn move_aside(&self) -> Result<PathBuf> {
        create_private_dir(&self.aside())?;
        let next = self.newest_aside().map_or(1, |(number, _)| number.saturating_add(1));
        let to = self.aside().join(next.to_string());
        match fs::rename(self.db(), &to) {
            Err(error) if error.kind() == ErrorKind::NotFound => create_private_dir(&to)?,
            result => result?,
        }
        sync_dir(&self.aside())?;
        sync_dir(&self.dir)?;
        Ok(to)
    }

    /// The store moved aside last.
    pub(in crate::store) fn newest_aside(&self) -> Option<(u64, PathBuf)> {
        numbered(&self.aside()).pop()
    }
}

/// Entries of a directory that are named by a number, lowest first.
pub(in crate::store) fn numbered(dir: &Path) -> Vec<(u64, PathBuf)> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut numbered: Vec<_> =
        entries.filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path()))).collect();
    numbered.sort();
    numbered
}

/// Removes a directory and all in it. A copy that is just being written may add to it meanwhile, so it tries again.
pub(in crate::store) fn remove_tree(dir: &Path) -> Result<()> {
    for _ in 0..100 {
        match absent(fs::remove_dir_all(dir)) {
            Ok(()) => return Ok(()),
            Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty => {
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(fs::remove_dir_all(dir)?)
}

fn absent(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
