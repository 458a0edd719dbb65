//! One number over all records, kept among them: where records are gone or stale without a word, it no longer adds up.
//!
//! Sled passes over a damaged part of its log in silence, and with it whatever a page gained or changed there; the rest
//! reads well. The sum is that of a keyed hash of each record as stored, modulo 2^128: in any order, and changed by a
//! write by no more than what is written differs from what stood there.

use std::collections::BTreeMap;

use crypto::kdf::{self, Label};
use crypto::secret::Key32;

/// What one record, or all of them, come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum(u128);

impl Sum {
    pub(super) const BYTES: usize = 16;

    #[must_use]
    pub(super) const fn plus(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    #[must_use]
    pub(super) const fn minus(self, other: Self) -> Self {
        Self(self.0.wrapping_sub(other.0))
    }

    pub(super) const fn encode(self) -> [u8; Self::BYTES] {
        self.0.to_be_bytes()
    }

    pub(super) const fn decode(bytes: [u8; Self::BYTES]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }
}

/// What some records come to, each by its place.
pub(super) type Weights = BTreeMap<Vec<u8>, Sum>;

/// Says what records come to.
#[derive(Debug, Clone)]
pub(super) struct Scale {
    key: Key32,
    /// Where the sum itself stands: it comes to nothing.
    own: Vec<u8>,
}

impl Scale {
    pub(super) const fn new(key: Key32, own: Vec<u8>) -> Self {
        Self { key, own }
    }

    /// What a record at `place` comes to, as it is stored.
    pub(super) fn weigh(&self, place: &[u8], stored: &[u8]) -> Sum {
        if place == self.own {
            return Sum::default();
        }
        let hash = kdf::keyed_hash(Label::StoreSum, &self.key, &[place, stored]);
        let (first, _) = hash.split_first_chunk().expect("a hash is longer than a sum");
        Sum::decode(*first)
    }
}

#[cfg(test)]
#[path = "sum_tests.rs"]
mod tests;
