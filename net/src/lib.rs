//! Plumbing: rooms and links as sans-IO machines, and the swarm that drives them.
//!
//! In reading order: [`wire`] is what travels, [`room`] decides what it means, [`link`] decides whom to dial,
//! [`swarm`] (feature `swarm`) is the only I/O, [`sim`] (feature `sim`) replaces it by a seeded world.
//!
//! Absent on purpose: storage, the clock, and anything a person looks at.

#![warn(missing_docs)]

pub mod link;
pub mod room;
#[cfg(feature = "sim")]
pub mod sim;
#[cfg(feature = "swarm")]
pub mod swarm;
pub mod wire;
