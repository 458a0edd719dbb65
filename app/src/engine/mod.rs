//! The engine: commands in, snapshots and events out; one use-case file per noun.
//!
//! In reading order: [`command`], [`event`], [`snapshot`], [`fault`] and [`handle`] are the contract with every face.
//! `run` is the thread, `turn` what one turn gathers, `phase` which calls are allowed when. Then the nouns.
//!
//! Absent on purpose: any protocol of its own (those are machines of `net`), and anything that is drawn.

mod clock;
mod closing;
mod contact;
mod context;
mod dispatch;
pub mod display;
mod doors;
mod draft;
mod file;
mod guest;
mod happened;
mod home;
mod host;
mod invite;
mod keyring;
mod load;
mod log;
mod membership;
mod message;
mod name;
mod notice;
mod phase;
mod profile;
mod reach;
mod record;
mod recovery;
mod retention;
mod room;
mod run;
mod scan;
mod search;
mod settings;
mod shelf;
mod text;
mod timeline;
mod turn;
mod typing;
mod view;
mod void;
mod window;

pub mod command;
pub mod event;
pub mod fault;
pub mod handle;
pub mod health;
pub mod passphrase;
pub mod snapshot;

pub use handle::{EngineHandle, Options};

#[cfg(test)]
pub(crate) use window::tests::Library;
