//! A room: its log, its orders, its members, and what they still owe each other. Sans-IO.

pub mod admission;
pub mod charter;
