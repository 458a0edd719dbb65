//! Rooms in a seeded world, and what is held against them.
//!
//! In reading order: [`verdict`] names the rules, [`reference`] is what a perfect room would hold, [`oracle`] compares it
//! with the world after every step, [`convergence`] asks after a healed partition whether all is well again, in time and
//! within bytes, [`scenario`] generates what people and fate do, [`mutant`] plants faults that the oracle must catch, [`recorded`] are the true
//! group keys with a transcript,
//! [`story`] tells a seed in words.
//!
//! Absent on purpose: the machines under test, and the world they live in (`net::sim`).

pub mod convergence;
pub mod mutant;
pub mod oracle;
pub mod recorded;
pub mod reference;
pub mod scenario;
pub mod story;
pub mod verdict;
