//! The rules of the house, held by a machine: length, direction, who may name what, nothing forgotten.

mod architecture;
mod direction;
mod forgotten;
mod length;
mod source;
