//! What is said before membership. `[tag, map]`, each in one link frame.
//!
//! | tag | frame | from | to |
//! |---|---|---|---|
//! | 0 | Ask | guest | host of a room invite |
//! | 1 | Preview | host | guest |
//! | 2 | Join | guest | host |
//! | 3 | Pending | host | guest |
//! | 4 | Part | host | guest |
//! | 5 | Refused | either side that answers | the other |
//! | 6 | Introduce | host of a direct room | the one who gave the contact invite |
//! | 7 | Done | guest | host |

use crypto::identity::{Certificate, SIGNATURE_BYTES};
use crypto::secret::Personal;
use minicbor::{Decode, Decoder, Encode};

use super::Refusal;
use super::card::Card;
use crate::room::text::harmless;
use crate::wire::order::{MAX_NAME_BYTES, Role};
use crate::wire::{WireError, codec};

/// The longest frame.
pub const MAX_FRAME_BYTES: usize = 256 * 1024;
/// The longest key package.
pub const MAX_KEY_PACKAGE_BYTES: usize = 16 * 1024;
/// Key packages in one [`Join`].
pub const MAX_KEY_PACKAGES: usize = 2;

const LAST_TAG: u64 = 7;

/// Asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Join {
    /// The joiner's device.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub certificate: Vec<u8>,
    /// Ways to add it to the group: the second is for when the first was spent on a fork that lost.
    #[cbor(n(1), with = "codec::chunks")]
    pub key_packages: Vec<Vec<u8>>,
    /// The name chosen for this room.
    #[cbor(n(2), with = "codec::personal")]
    pub name: Personal,
    /// Who they say they are.
    #[n(3)]
    pub role: Role,
    /// The device's signature over this link and room.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub proof: [u8; SIGNATURE_BYTES],
}

impl Join {
    /// The certificate, where every field lies in its range.
    ///
    /// # Errors
    /// [`WireError::OutOfRange`].
    pub fn check(&self) -> Result<Certificate, WireError> {
        let name = self.name.expose();
        if name.trim().is_empty() || name.len() > MAX_NAME_BYTES || harmless(name) != name {
            return Err(WireError::OutOfRange("name"));
        }
        let fits = |package: &Vec<u8>| (1..=MAX_KEY_PACKAGE_BYTES).contains(&package.len());
        if !(1..=MAX_KEY_PACKAGES).contains(&self.key_packages.len()) || !self.key_packages.iter().all(fits) {
            return Err(WireError::OutOfRange("key packages"));
        }
        Certificate::decode(&self.certificate).map_err(|_| WireError::OutOfRange("certificate"))
    }
}

/// Says who made a direct room, to the one whose invite it answers.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Introduce {
    /// The signed create order, with its body.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub create: Vec<u8>,
    /// The device's signature over this link and room.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub proof: [u8; SIGNATURE_BYTES],
}

/// A piece of an admission bundle, in order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Part {
    /// From 0.
    #[n(0)]
    pub index: u8,
    /// How many there are.
    #[n(1)]
    pub count: u8,
    /// The piece.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// What is said before membership.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Frame {
    /// Asks for the card; says nothing about who asks.
    #[n(0)]
    Ask,
    /// The card.
    #[n(1)]
    Preview(#[n(0)] Card),
    /// Asks to be admitted.
    #[n(2)]
    Join(#[n(0)] Join),
    /// Somebody will be asked; here is the card meanwhile.
    #[n(3)]
    Pending(#[n(0)] Card),
    /// Admitted: a piece of the bundle.
    #[n(4)]
    Part(#[n(0)] Part),
    /// Not admitted.
    #[n(5)]
    Refused(#[n(0)] Refusal),
    /// A direct room was made for this invite.
    #[n(6)]
    Introduce(#[n(0)] Introduce),
    /// The bundle is stored.
    #[n(7)]
    Done,
}

impl Frame {
    /// The bytes to send.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// Decodes a frame; `None` for a tag that this version doesn't know.
    ///
    /// # Errors
    /// [`WireError::TooLarge`], [`WireError::Malformed`].
    pub fn decode(bytes: &[u8]) -> Result<Option<Self>, WireError> {
        if tag(bytes).is_some_and(|tag| tag > LAST_TAG) {
            return Ok(None);
        }
        codec::decode(bytes, MAX_FRAME_BYTES).map(Some)
    }
}

fn tag(bytes: &[u8]) -> Option<u64> {
    let mut decoder = Decoder::new(bytes);
    decoder.array().ok()??;
    decoder.u64().ok()
}

#[cfg(test)]
#[path = "frame_tests.rs"]
mod tests;
