//! What can go wrong with what is kept on disk. No variant carries content, a name or a path.

use std::io;

/// Why the store or the profile directory refused.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no profile in the directory.
    #[error("Cannot open the profile: there is none")]
    NoProfile,
    /// There is one already.
    #[error("Cannot create the profile: there is one already")]
    ProfileExists,
    /// Another process has the directory open.
    #[error("Cannot open the profile: another process has it open")]
    InUse,
    /// The passphrase opens nothing here.
    #[error("Cannot open with this passphrase")]
    WrongPassphrase {
        /// How long every further attempt is refused; 0 for files.
        retry_after_ms: u64,
    },
    /// Refused for a while, whatever the passphrase.
    #[error("Cannot try a passphrase yet: too many attempts")]
    TooManyAttempts {
        /// From now.
        retry_after_ms: u64,
    },
    /// A file is not what it should be.
    #[error("Cannot read the file")]
    UnreadableFile,
    /// A file cannot be written.
    #[error("Cannot write the file")]
    UnwritableFile(#[source] io::Error),
    /// Written by a newer Hearth.
    #[error("Cannot read a store of version {found}: this Hearth knows versions up to {known}")]
    NewerVersion {
        /// Of the store.
        found: u32,
        /// The newest that this build reads.
        known: u32,
    },
    /// An order or a value is larger than the store takes.
    #[error("Cannot store a record of this size")]
    TooLarge,
    /// As many slots as there may be.
    #[error("Cannot make a slot: there are as many as there may be")]
    SlotsFull,
    /// The slot was destroyed or never made.
    #[error("Cannot write under a slot that is not there")]
    UnknownSlot,
    /// The records, the slots or the vault are damaged.
    #[error("Failed to read the store: it is damaged")]
    Damaged,
    /// The disk refused.
    #[error("Failed to use the disk")]
    Disk(#[from] io::Error),
    /// The engine underneath failed.
    #[error("Failed to use the store: {0}")]
    Failed(&'static str),
}

/// With [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
