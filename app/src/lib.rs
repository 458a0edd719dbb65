//! Hearth: the engine and its four faces.
//!
//! In reading order: [`engine`] is the contract (commands in, snapshots and events out) and every use case;
//! [`store`] is the only sled; `keyring` speaks to the desktop's keyring; [`rpc`] and [`cli`] are thin faces; `ui` (feature `gui`) is the window; [`demo`] shows two.

pub mod cli;
#[cfg(feature = "gui")]
pub mod demo;
pub mod engine;
mod keyring;
pub mod log;
pub mod rpc;
pub mod store;
#[cfg(feature = "gui")]
pub mod ui;
