//! The number two people read to each other, and the bytes their screens show each other.
//!
//! As Signal's numeric fingerprint (version 2: 5,200 iterations, 30 digits a person, sorted), with BLAKE3 for SHA-512.
//! The iterations make a search for a lookalike key dearer at a cost that is constant for the two of them.

use crate::kdf::{self, Label};

use super::PersonaPublic;

const ITERATIONS: u32 = 5_200;
const GROUPS: usize = 6;
const QR_VERSION: u8 = 1;

/// What two people compare; the same on both screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SafetyNumber {
    /// 60 digits in 12 groups of 5, joined by spaces.
    pub digits: String,
    /// Version 1 ‖ the smaller fingerprint 32 ‖ the larger 32.
    pub qr: Vec<u8>,
}

/// The safety number of two people, in either order.
#[must_use]
pub fn safety_number(a: &PersonaPublic, b: &PersonaPublic) -> SafetyNumber {
    let (a, b) = (fingerprint(a), fingerprint(b));
    let (first, second) = if a <= b { (a, b) } else { (b, a) };
    let groups: Vec<String> = groups(&first).chain(groups(&second)).collect();
    SafetyNumber { digits: groups.join(" "), qr: [&[QR_VERSION][..], &first, &second].concat() }
}

fn fingerprint(key: &PersonaPublic) -> [u8; 32] {
    let mut state = kdf::hash(Label::SafetyNumber, &[&key.0]);
    for _ in 1..ITERATIONS {
        state = kdf::hash(Label::SafetyNumber, &[&state, &key.0]);
    }
    state
}

/// Five bytes a group, so that no digit is noticeably likelier than another.
fn groups(fingerprint: &[u8; 32]) -> impl Iterator<Item = String> {
    fingerprint.chunks_exact(5).take(GROUPS).map(|chunk| {
        let number = chunk.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        format!("{:05}", number % 100_000)
    })
}

#[cfg(test)]
#[path = "safety_tests.rs"]
mod tests;
