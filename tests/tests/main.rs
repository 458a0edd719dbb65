//! Inspection, as one binary: a module per noun, plus the rules of the house.

mod backup;
mod conversation;
mod gateway;
mod hostile;
mod house;
mod invite;
mod kill;
mod leak;
mod profile;
mod retention;
mod room;
mod rpc;
mod simulation;
