//! Version 2: the store keeps the sum of its records (`sum`), so that missing ones are noticed. All else is as in
//! version 1.

use crate::store::{Result, SledStore};

/// As the store's own record says.
pub(in crate::store) const VERSION: u32 = 2;

/// From version 1: what is there is taken for all there is.
pub(super) fn migrate(store: &mut SledStore) -> Result<()> {
    store.settle()?;
    store.set_schema(VERSION)
}
