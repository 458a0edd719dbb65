//! The rules of the house, held by a machine: length, direction, who may name what, nothing forgotten.

mod architecture;
mod direction;
mod drawing;
mod forgotten;
mod length;
mod look;
mod source;
