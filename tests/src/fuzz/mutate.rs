//! Alters bytes: a few of what makes decoders stumble, drawn from a seed.

use rand::{Rng, RngExt};

/// The longest input.
const MAX_BYTES: usize = 256 * 1024;
/// Numbers at which lengths go wrong.
const EDGES: [u8; 9] = [0, 1, 0x17, 0x18, 0x1b, 0x7f, 0x80, 0xfe, 0xff];

/// One of the samples, altered once or a few times.
#[must_use]
pub fn altered(rng: &mut impl Rng, samples: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = pick(rng, samples);
    for _ in 0..rng.random_range(1..=4) {
        alter(rng, &mut bytes, samples);
    }
    bytes.truncate(MAX_BYTES);
    bytes
}

fn pick(rng: &mut impl Rng, samples: &[Vec<u8>]) -> Vec<u8> {
    if samples.is_empty() { Vec::new() } else { samples[rng.random_range(0..samples.len())].clone() }
}

/// A part of the bytes, at most so long.
fn part(rng: &mut impl Rng, bytes: &[u8], longest: usize) -> std::ops::Range<usize> {
    if bytes.is_empty() {
        return 0..0;
    }
    let start = rng.random_range(0..bytes.len());
    let end = (start + rng.random_range(1..=longest)).min(bytes.len());
    start..end
}

fn alter(rng: &mut impl Rng, bytes: &mut Vec<u8>, samples: &[Vec<u8>]) {
    let at = part(rng, bytes, 8);
    match rng.random_range(0..9) {
        0 if !at.is_empty() => bytes[at.start] ^= 1 << rng.random_range(0..8),
        1 if !at.is_empty() => bytes[at.start] = EDGES[rng.random_range(0..EDGES.len())],
        2 => bytes[at].iter_mut().for_each(|byte| *byte = rng.random()),
        3 => bytes[at].fill(0xff),
        4 => drop(bytes.drain(at)),
        5 => {
            let again = bytes[part(rng, bytes, 64)].to_vec();
            drop(bytes.splice(at.start..at.start, again));
        }
        6 => bytes.truncate(at.start),
        7 => {
            let other = pick(rng, samples);
            let piece = other[part(rng, &other, 256)].to_vec();
            drop(bytes.splice(at, piece));
        }
        _ => {
            let end = rng.random_range(0..32);
            bytes.extend((0..end).map(|_| rng.random::<u8>()));
        }
    }
}
