//! A seeded world for the room machines: model keys, links that break, disks that forget, and one clock.
//!
//! In reading order: [`group`] stands in for the room's MLS group and is exactly replayable.
//!
//! Absent on purpose: real cryptography of groups, real time, threads, and any judgement of what is right. The
//! reference model that judges lives in the `tests` crate.

pub mod group;
