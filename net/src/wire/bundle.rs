//! What a joiner is handed: all orders, the way into the group, and where every log stood.

use crypto::id::DeviceId;
use crypto::id::EntryId;
use minicbor::{Decode, Encode};

use super::{WireError, codec};

/// The longest bundle. It may exceed one frame, so whoever carries it splits it.
pub const MAX_BUNDLE_BYTES: usize = 4 * 1024 * 1024;

/// Where one device's log stood when the joiner was admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Stand {
    /// Whose log.
    #[n(0)]
    pub device: DeviceId,
    /// The joiner's floor and head in it.
    #[n(1)]
    pub seq: u64,
    /// That entry's depth.
    #[n(2)]
    pub depth: u64,
    /// That entry.
    #[n(3)]
    pub id: EntryId,
}

/// What a joiner is handed, sealed inside the invite's link.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Bundle {
    /// Every order of the room as a signed entry, in the room's order; the link secrets are among them.
    #[cbor(n(0), with = "codec::chunks")]
    pub orders: Vec<Vec<u8>>,
    /// The MLS Welcome.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub welcome: Vec<u8>,
    /// Where every log stood.
    #[n(2)]
    pub stands: Vec<Stand>,
    /// Address records of members, so that others than the host are found too.
    #[cbor(n(3), with = "codec::chunks")]
    pub addresses: Vec<Vec<u8>>,
}

impl Bundle {
    /// The bytes to hand over.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// Decodes a bundle.
    ///
    /// # Errors
    /// [`WireError::TooLarge`], [`WireError::Malformed`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        codec::decode(bytes, MAX_BUNDLE_BYTES)
    }
}

#[cfg(test)]
#[path = "bundle_tests.rs"]
mod tests;
