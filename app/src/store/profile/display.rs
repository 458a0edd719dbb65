//! The one file of a profile that is read before anything is unlocked and holds no secret: how the window looks.
//!
//! What is in it is the engine's matter. Sizes only are checked here.

use std::io::Read as _;
use std::path::Path;

use crate::store::files::{Old, create_private_dir, replace};
use crate::store::{Error, Result};

/// Its name in the folder.
pub(super) const FILE: &str = "display";
/// No file that Hearth writes is longer.
const MOST_BYTES: u64 = 4096;

/// What is kept, where there is anything.
#[must_use]
pub fn display(folder: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(folder.join(FILE)).ok()?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= MOST_BYTES).then_some(bytes)
}

/// Puts this in its place, wholly or not at all.
///
/// # Errors
/// Where the disk refuses.
pub fn set_display(folder: &Path, bytes: &[u8]) -> Result<()> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::TooLarge);
    }
    create_private_dir(folder)?;
    Ok(replace(&folder.join(FILE), bytes, Old::Leave)?)
}
