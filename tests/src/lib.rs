//! Inspection: real processes driven over their RPC, a cast of actors, and what they need.
//!
//! In reading order: [`process`] drives one `hearth rpc`, [`cast`] introduces people to each other.

pub mod cast;
pub mod process;
