//! Eyes and ears: calls, devices and codecs. Empty so far; the map follows with the first call.
//!
//! Absent on purpose: rooms. What a call means to a room is joined in `app/engine/call`.

#![warn(missing_docs)]
