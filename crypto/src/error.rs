//! What can go wrong in this crate, by origin. No error carries a key, a text or a name.

/// Why an operation was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not the format they should be, or exceed its cap.
    #[error("Cannot read malformed bytes")]
    Malformed,
    /// Written by a newer version of Hearth.
    #[error("Cannot read a version that is not known")]
    Version,
    /// The seal doesn't open with this key and associated data.
    #[error("Cannot open the seal")]
    Sealed,
    /// A signature doesn't hold, or the key it should hold under is no valid one.
    #[error("Cannot accept the signature")]
    Signature,
    /// A handshake or transport message is forged, out of order or too long.
    #[error("Cannot accept the handshake message")]
    Handshake,
    /// The session carried as many messages as its keys allow.
    #[error("Cannot go on with an exhausted session")]
    Exhausted,
    /// More was asked for than one message, link or header can hold.
    #[error("Cannot fit the content")]
    TooLong,
    /// The passphrase opens nothing here.
    #[error("Cannot open the vault with this passphrase")]
    WrongPassphrase,
    /// The memory that the passphrase hash needs is not there.
    #[error("Cannot find the memory that the passphrase hash needs")]
    OutOfMemory,
}

/// An invite link was altered, cut off, or is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Cannot read the invite: it was altered or cut off")]
pub struct Damaged;
