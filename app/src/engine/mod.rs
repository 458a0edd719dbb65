//! The engine: commands in, snapshots and events out; one use-case file per noun.

pub mod command;
pub mod event;
pub mod fault;
pub mod health;
pub mod snapshot;
