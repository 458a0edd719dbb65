//! The packs that ship inside the program. `build.rs` lists them; they are verified like any other.

use std::collections::BTreeMap;

use crate::PackFault;

use super::{Bytes, MANIFEST, Manifest, Pack};

/// Name and bytes of every file of a pack.
type Files = &'static [(&'static str, &'static [u8])];

/// Every version of every pack in `packs/`.
const PACKS: &[Files] = include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

fn manifest(files: Files) -> Option<&'static [u8]> {
    files.iter().find(|(name, _)| *name == MANIFEST).map(|(_, bytes)| *bytes)
}

/// Id and version of each, without verifying its files.
pub(super) fn names() -> impl Iterator<Item = (String, String)> {
    PACKS
        .iter()
        .filter_map(|files| Manifest::read(manifest(files)?).ok())
        .map(|manifest| (manifest.id, manifest.version))
}

/// All of them, verified.
pub(super) fn all() -> impl Iterator<Item = Result<Pack, PackFault>> {
    PACKS.iter().map(|files| {
        let manifest = manifest(files);
        let others = files.iter().filter(|(name, _)| *name != MANIFEST);
        let others: BTreeMap<_, _> = others.map(|(name, bytes)| ((*name).to_owned(), Bytes::Inside(bytes))).collect();
        Pack::verified(manifest.ok_or_else(|| PackFault::Missing(MANIFEST.to_owned()))?, others)
    })
}
