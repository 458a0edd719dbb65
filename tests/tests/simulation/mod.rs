//! Rooms in seeded worlds: hundreds of seeds, the seeds that once failed, exact replay, and planted faults.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod mutants;
mod real;
mod seeds;
