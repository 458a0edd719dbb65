//! A seeded world for the room machines: model keys, links that break, disks that forget, and one clock.
//!
//! In reading order: [`group`] stands in for the room's MLS group and is exactly replayable; [`clock`], [`links`] and
//! [`disk`] are what surrounds a machine; [`real`] lets the true MLS group in, for worlds that are recorded rather than
//! replayed; [`peer`] is one simulated device, [`world`] all of them; [`step`] is what an
//! observer is told; [`fault`] is where a test may meddle.
//!
//! Absent on purpose: real time, threads, and any judgement of what is right. The
//! reference model that judges lives in the `tests` crate.

pub mod clock;
pub mod disk;
pub mod fault;
pub mod group;
pub mod links;
pub mod peer;
pub mod real;
pub mod step;
pub mod world;
