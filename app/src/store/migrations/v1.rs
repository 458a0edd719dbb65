//! Version 1, the first: places, values and slots as `record` and `slots` describe them, archives as `archive` does.
//! Frozen: a change to any of them is a new version with its own file, which reads this one.

/// As the store's own record says.
pub(in crate::store) const VERSION: u32 = 1;
