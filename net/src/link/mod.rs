//! Whom to dial and when, and what an address is: sans-IO.
//!
//! [`address`] reads and shows addresses, [`dialer`] decides when which of them is dialled, [`record`] is the signed
//! list of addresses that a device hands to its room.
//!
//! Absent on purpose: sockets (they are in `swarm`), the clock, and any knowledge of rooms beyond a [`DoorId`].

pub mod address;
pub mod dialer;
pub mod record;

pub use dialer::{Dial, Dialer, Input, Target};

/// Names one authenticated link of one swarm; never used twice by the same swarm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub u64);

/// Names a door, which is one secret that a link can be opened with: a room's link secret or an invite. What stands
/// behind it is the caller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DoorId(pub u64);
