//! Inspection: real processes driven over their RPC, a cast of actors, and what they need.
//!
//! In reading order: [`process`] drives one `hearth rpc`, [`cast`] introduces people to each other,
//! [`gateway`] puts two of them on networks of their own and records what leaves;
//! [`screen`] is a display and a desktop for the real window, [`ring`] a keyring there, [`figures`] what that window costs;
//! [`frozen`] keeps a whole profile of each version, [`fuzz`] feeds every decoder altered bytes;
//! [`records`] measures the store;
//! [`simulation`] holds rooms in a seeded world against a reference; [`study`] measures the lung model.

#![allow(clippy::panic, clippy::indexing_slicing, reason = "an inspection stops at the first surprise")]

pub mod cast;
pub mod figures;
pub mod frozen;
pub mod fuzz;
pub mod gateway;
pub mod process;
pub mod records;
pub mod ring;
pub mod screen;
pub mod simulation;
pub mod study;
