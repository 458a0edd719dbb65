//! A room: its log, its orders, its members, and what they still owe each other. Sans-IO.
//!
//! In reading order: [`charter`] is the policy, [`exchange`] is what goes in and comes out, [`machine`] is the room, whose
//! parts are `intake` (taking and making entries), `checking` (their signatures), `log` (what is held of each device), [`orders`] and [`membership`]
//! (who is a member), `ordering` (giving orders and following them), `talk` and `sync` (links), `outbox` (how far own
//! messages came), `chores` (the group keys), `contacts` (addresses), `presence` (who writes), `reading` (how far this
//! person has read) and [`keeping`] (rows).
//! [`text`] makes text harmless, [`admission`] lets guests in.
//!
//! Absent on purpose: the clock, randomness, storage and sockets, all of which are passed in or asked for.

pub mod admission;
#[cfg(test)]
mod cast;
pub mod charter;
mod checking;
mod chores;
mod contacts;
pub mod exchange;
mod intake;
pub mod keeping;
mod log;
pub mod machine;
pub mod membership;
mod ordering;
pub mod orders;
mod outbox;
mod presence;
mod reading;
mod sync;
mod talk;
pub mod text;

pub use exchange::{
    Applied, Deliveries, Delivery, Event, Founding, History, Identity, Input, JoinRequest, Located, Member, Millis,
    OrderRequest, Outputs, Refused, Standing, StateRow, Stored, Write,
};
pub use keeping::RoomError;
pub use machine::Room;
pub use presence::TYPING_MS;
