//! A file's bytes, with a cap, from ordinary files only: nothing here waits for a pipe or reads a device.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::Unreadable;

use super::MAX_FILE_BYTES;

/// Reads a whole file.
///
/// # Errors
/// Where there is none, it is no ordinary file, it is empty or too large, or the system refuses.
pub fn file(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let refusal = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unreadable::Missing,
        io::ErrorKind::IsADirectory => Unreadable::NoFile,
        _ => Unreadable::Refused,
    };
    // Asked before it is opened, since opening a pipe would wait for its other end.
    if !fs::metadata(path).map_err(refusal)?.is_file() {
        return Err(Unreadable::NoFile);
    }
    let file = File::open(path).map_err(refusal)?;
    let length = file.metadata().map_err(refusal)?.len();
    if length > MAX_FILE_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(refusal)?;
    match bytes.len() as u64 {
        0 => Err(Unreadable::Empty),
        length if length > MAX_FILE_BYTES => Err(Unreadable::TooLarge),
        _ => Ok(bytes),
    }
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
