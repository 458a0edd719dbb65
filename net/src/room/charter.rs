//! A room's one signed policy, and what may be asked for when it is made.

use serde::Serialize;

/// What a member may do; higher outranks lower.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Reads.
    Observer,
    /// Reads and writes.
    Member,
    /// Admits and removes.
    Moderator,
    /// Hands the room on.
    Owner,
}

/// The charter in force; every field is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Charter {}

/// The charter asked for; absent fields take the retention's defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharterRequest {}
