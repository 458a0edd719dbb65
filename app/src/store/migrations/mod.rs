//! From each version of the stored format to the next; one frozen file a version.
//!
//! A version covers everything under a profile directory: vault, slots, places, values, archives. [`v1`] is the first.

mod v1;
mod v2;

pub(super) use v2::VERSION as CURRENT;

use super::{Error, Result, SledStore};

/// Whether a store of this version keeps the sum of its records.
pub(super) const fn sums(schema: u32) -> bool {
    schema >= v2::VERSION
}

/// Brings a store to the current version. `found` is what the store says of itself; a new one says nothing.
pub(super) fn migrate(store: &mut SledStore, found: Option<u32>) -> Result<()> {
    match found {
        Some(CURRENT) => Ok(()),
        Some(v1::VERSION) => v2::migrate(store),
        None => store.set_schema(CURRENT),
        Some(found) => Err(Error::NewerVersion { found, known: CURRENT }),
    }
}
