//! The window: an egui immediate-mode app over the engine's contract.
//!
//! In reading order: [`port`] is all that the window asks of the engine; [`text`] draws and edits every string;
//! [`theme`] holds the design's tokens, [`i18n`] every sentence and [`flow`] which way they run; [`look`] joins these
//! for whoever draws;
//! [`widgets`] are the parts screens are built of; [`screens`] has a state and a view per noun; [`shell`] holds the
//! [`shell::App`], the route and what surrounds the screens.
//!
//! Absent on purpose: waiting, locks, stores and sockets. The window sends commands, draws snapshots, and sleeps until
//! the engine or the person wakes it. egui's own labels, buttons and text fields are banned (`clippy.toml`).

pub mod desktop;
pub mod flow;
pub mod i18n;
pub mod look;
pub mod port;
pub mod screens;
pub mod shell;
pub mod text;
pub mod theme;
pub mod widgets;

mod chooser;
mod engine_port;
mod figures;
#[cfg(test)]
mod frozen;
mod window;

pub use shell::Side;
pub use window::{Opening, WindowError, end, run, show};

#[cfg(any(test, feature = "stage"))]
pub mod stage;
#[cfg(any(test, feature = "stage"))]
pub mod studio;
