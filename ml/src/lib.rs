//! Study: models that run on this machine. Empty so far; the map follows with the first model.
//!
//! Absent on purpose: rooms, the network, and anything fetched at run time.

#![warn(missing_docs)]
