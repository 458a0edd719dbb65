//! The few ways in which files are made, replaced and destroyed here: private to their owner, never half-written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rand::Rng;

use super::{Error, Result};

fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600)
    }
    #[cfg(not(unix))]
    options
}

/// A new, empty file in place of whatever was there.
pub(super) fn create_private(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().read(true).write(true).create(true).truncate(true)).open(path)
}

/// An existing file.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(path)
}

/// A file, made if it is not there.
pub(super) fn create_or_open_private(path: &Path) -> io::Result<File> {
    private(OpenOptions::new().read(true).write(true).create(true).truncate(false)).open(path)
}

/// A directory, with those above it, that only its owner can enter.
pub(super) fn create_private_dir(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Makes the entries of a directory as durable as the files they name.
pub(super) fn sync_dir(path: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
}

/// Puts a whole file in place of the one at `path`, or leaves that as it is. What it replaces is overwritten first
/// where `old` says so, but only once the new one is safe.
pub(super) fn replace(path: &Path, content: &[u8], old: Old) -> io::Result<()> {
    let fresh = path.with_extension("new");
    let mut file = create_private(&fresh)?;
    file.write_all(content)?;
    file.sync_all()?;
    let outgoing = open_private(path);
    fs::rename(&fresh, path)?;
    if let Some(dir) = path.parent() {
        sync_dir(dir)?;
    }
    if let (Old::Shred, Ok(outgoing)) = (old, outgoing) {
        overwrite(outgoing)?;
    }
    Ok(())
}

/// Where a file of the person's own is written before it takes its name.
pub(super) fn beside(path: &Path) -> Result<PathBuf> {
    let refused = || Error::UnwritableFile(io::ErrorKind::InvalidInput.into());
    let mut name = path.file_name().ok_or_else(refused)?.to_owned();
    name.push(".part");
    if path.is_dir() { Err(refused()) } else { Ok(path.with_file_name(name)) }
}

/// Writes a file of the person's own that only they may read: whole, or not at all.
///
/// # Errors
/// [`Error::UnwritableFile`].
pub fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    let partial = beside(path)?;
    let mut file = create_private(&partial).map_err(Error::UnwritableFile)?;
    let written = file.write_all(content).and_then(|()| file.sync_all()).and_then(|()| fs::rename(&partial, path));
    if written.is_err() {
        // The failure that is told is the first one.
        let _ = fs::remove_file(&partial);
    }
    written.map_err(Error::UnwritableFile)
}

/// What becomes of the content that [`replace`] replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Old {
    /// It may stay in free blocks.
    Leave,
    /// It held keys.
    Shred,
}

/// Overwrites a file that held keys, then removes it. One that is not there is no fault.
pub(super) fn shred(path: &Path) -> Result<()> {
    match open_private(path) {
        Ok(file) => {
            overwrite(file)?;
            fs::remove_file(path)?;
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn overwrite(mut file: File) -> io::Result<()> {
    let mut left = file.metadata()?.len();
    file.seek(SeekFrom::Start(0))?;
    let mut block = [0; 4096];
    while left > 0 {
        rand::rng().fill_bytes(&mut block);
        let size = usize::try_from(left).unwrap_or(usize::MAX).min(block.len());
        file.write_all(block.get(..size).unwrap_or(&block))?;
        left = left.saturating_sub(size as u64);
    }
    file.sync_all()
}
