//! What travels and what is stored: versioned entries and frames, their decoders and size caps.
//!
//! In reading order: [`codec`] is the one strict CBOR codec, [`entry`] is a device's signed log entry, [`body`] is what
//! people put into one, [`order`] is what governs the room, [`frame`] is what members say to each other on a link,
//! [`bundle`] is what a joiner is handed.
//!
//! Every decoder checks a size cap first, takes definite lengths and ascending integer keys only, and keeps what it
//! doesn't know by keeping the bytes as received. Absent on purpose: meaning. Whether an entry is *valid* in its place
//! is decided in [`crate::room`].

pub mod body;
pub mod bundle;
pub mod codec;
pub mod entry;
pub mod frame;
pub mod order;

pub use body::Body;
pub use entry::{Dep, Header, Kind, Place, SignedEntry};
pub use frame::Frame;
pub use order::{Order, Role};

/// Why bytes were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// Larger than its cap.
    #[error("Cannot accept bytes over their cap")]
    TooLarge,
    /// Not the one shape that the codec writes.
    #[error("Cannot decode malformed bytes")]
    Malformed,
    /// A version that this program doesn't read.
    #[error("Cannot read an unknown version")]
    Version,
    /// A field is out of its range; the word names the field.
    #[error("Cannot accept the field {0}: out of range")]
    OutOfRange(&'static str),
    /// The body is not the one that the header names.
    #[error("Cannot accept a body that its header doesn't name")]
    Body,
}
