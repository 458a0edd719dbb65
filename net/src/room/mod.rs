//! A room: its log, its orders, its members, and what they still owe each other. Sans-IO.
//!
//! In reading order: [`charter`] is the policy, [`exchange`] is what goes in and comes out, [`text`] makes text harmless.

pub mod admission;
pub mod charter;
pub mod exchange;
pub mod text;

pub use exchange::{
    Applied, Deliveries, Delivery, Event, Founding, History, Identity, Input, JoinRequest, Located, Member, Millis,
    OrderRequest, Outputs, Refused, Standing, StateRow, Stored, Write,
};
