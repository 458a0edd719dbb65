//! Inspection, as one binary: a module per noun, plus the rules of the house.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test stops at the first surprise and says so"
)]

mod accessibility;
mod backup;
mod conversation;
mod demo;
mod desktop;
mod frozen;
mod fuzz;
mod gateway;
mod homes;
mod hostile;
mod house;
mod invite;
mod keyring;
mod kill;
mod leak;
mod notice;
mod profile;
mod retention;
mod room;
mod rpc;
mod scan;
mod simulation;
