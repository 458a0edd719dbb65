//! Altered bytes for every decoder of what a peer, a file or a person gives.
//!
//! In reading order: [`target`] is the list of entry points, [`sample`] are whole inputs to begin with, [`mutate`] alters
//! them from a seed. [`run`] feeds a target; a panic is a failure, and its input belongs into `tests/corpus/fuzz` as
//! `TARGET-NAME.hex`, which every run of the tests plays again.
//!
//! Absent on purpose: guidance by coverage. What the samples don't reach, chance won't.

pub mod mutate;
pub mod sample;
pub mod target;

use std::panic::{AssertUnwindSafe, catch_unwind};

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use target::Target;

/// Feeds a target so many inputs, each altered from one of its samples.
///
/// # Errors
/// The first input that it panicked on.
pub fn run(target: Target, seed: u64, inputs: u64) -> Result<(), Vec<u8>> {
    let samples = sample::of(target);
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ target as u64);
    for sample in &samples {
        one(target, sample)?;
    }
    for _ in 0..inputs {
        one(target, &mutate::altered(&mut rng, &samples))?;
    }
    Ok(())
}

/// Feeds a target one input.
///
/// # Errors
/// The input, where it panicked.
pub fn one(target: Target, input: &[u8]) -> Result<(), Vec<u8>> {
    catch_unwind(AssertUnwindSafe(|| target.feed(input))).map_err(|_| input.to_vec())
}
