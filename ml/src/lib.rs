//! Study: models that run on this machine, and the decoders of what they look at.
//!
//! In reading order: [`scan`] turns a file into a picture and says what can be said about it; [`pack`] is where models
//! come from and why one is refused; [`runtime`] runs them; [`job`] is how long work is watched, stopped and bounded.
//!
//! Absent on purpose: rooms, profiles, the network, anything fetched at run time, and any claim about a person's health:
//! every result is for research.

#![warn(missing_docs)]

pub mod error;
pub mod job;
pub mod pack;
pub mod runtime;
pub mod scan;

pub use error::{Error, PackFault, Unreadable};
