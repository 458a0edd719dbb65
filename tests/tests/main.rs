//! Inspection, as one binary: a module per noun, plus the rules of the house.

mod house;
mod simulation;
