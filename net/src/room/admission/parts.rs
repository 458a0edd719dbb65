//! A bundle in pieces that fit into link frames.

use super::frame::{Frame, Part};
use crate::wire::bundle::MAX_BUNDLE_BYTES;

const PART_BYTES: usize = 192 * 1024;

/// The frames that carry a bundle; none where it is empty or longer than [`MAX_BUNDLE_BYTES`].
pub(super) fn split(bundle: &[u8]) -> Vec<Frame> {
    if bundle.len() > MAX_BUNDLE_BYTES {
        return Vec::new();
    }
    let count = u8::try_from(bundle.len().div_ceil(PART_BYTES)).expect("the longest bundle has 22 parts");
    let part = |(index, bytes): (u8, &[u8])| Frame::Part(Part { index, count, bytes: bytes.to_vec() });
    (0..count).zip(bundle.chunks(PART_BYTES)).map(part).collect()
}

/// Puts the pieces of one link together again.
#[derive(Debug, Default)]
pub(super) struct Parts {
    next: u8,
    bytes: Vec<u8>,
}

/// The pieces are not those of one bundle, in order.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct OutOfTurn;

impl Parts {
    /// Takes the next piece; the bundle, once it is whole.
    pub(super) fn take(&mut self, part: &Part) -> Result<Option<Vec<u8>>, OutOfTurn> {
        let length = self.bytes.len().saturating_add(part.bytes.len());
        let full = part.bytes.len() == PART_BYTES;
        let last = part.index.saturating_add(1) == part.count;
        let fits = (1..=PART_BYTES).contains(&part.bytes.len()) && length <= MAX_BUNDLE_BYTES && (full || last);
        if part.index != self.next || part.index >= part.count || !fits {
            return Err(OutOfTurn);
        }
        self.bytes.extend_from_slice(&part.bytes);
        self.next = part.index.saturating_add(1);
        Ok(last.then(|| std::mem::take(self).bytes))
    }
}

#[cfg(test)]
#[path = "parts_tests.rs"]
mod tests;
