//! Orders: signed entries that say who is a member and what holds in the room. `[tag, map]`.
//!
//! This file knows their form only; whether an order takes effect is decided in [`crate::room::orders`].

use crypto::id::{DeviceId, MemberId};
use crypto::identity::Certificate;
use crypto::secret::{Key32, Personal};
use minicbor::{Decode, Encode};

use super::entry::MAX_BODY_BYTES;
use super::{WireError, codec};
use crate::room::charter::{Charter, Rank};

/// The longest name and the longest title, in bytes; the engine's own rules are stricter.
pub const MAX_NAME_BYTES: usize = 512;
/// A removal names at most this many heads.
pub const MAX_HEADS: usize = 64;
const LAST_TAG: u64 = 9;

/// Who a member says they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// A person living with cancer.
    #[n(0)]
    Patient,
    /// A clinician; unverified without a certificate.
    #[n(1)]
    Doctor,
    /// A fellow: family, volunteer, group member.
    #[n(2)]
    Peer,
}

/// Whether a room is the one between two contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Purpose {
    /// Any number of members.
    #[n(0)]
    Group,
    /// Exactly two contacts.
    #[n(1)]
    Direct,
}

/// A device's last entry that still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Head {
    /// Whose log.
    #[n(0)]
    pub device: DeviceId,
    /// Entries above it are void.
    #[n(1)]
    pub seq: u64,
}

/// What an order says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Order {
    /// Makes the room; its header's hash is the room's id. The author becomes owner.
    #[n(0)]
    #[cbor(map)]
    Create {
        /// What the room is called.
        #[cbor(n(0), with = "codec::personal")]
        title: Personal,
        /// What holds.
        #[n(1)]
        charter: Charter,
        /// The author's device, vouched for by their persona.
        #[cbor(n(2), with = "minicbor::bytes")]
        certificate: Vec<u8>,
        /// The author's name here.
        #[cbor(n(3), with = "codec::personal")]
        name: Personal,
        /// Who the author says they are.
        #[n(4)]
        role: Role,
        /// Keeps two rooms of the same content apart.
        #[cbor(n(5), with = "minicbor::bytes")]
        nonce: [u8; 16],
        /// The MLS suite.
        #[n(6)]
        suite: u16,
        /// Between two contacts, or open.
        #[n(7)]
        purpose: Purpose,
    },
    /// Admits a person.
    #[n(1)]
    #[cbor(map)]
    Add {
        /// Their device.
        #[cbor(n(0), with = "minicbor::bytes")]
        certificate: Vec<u8>,
        /// Their name here.
        #[cbor(n(1), with = "codec::personal")]
        name: Personal,
        /// Who they say they are.
        #[n(2)]
        role: Role,
        /// What they may do.
        #[n(3)]
        rank: Rank,
        /// The invite's name in the inviter's ledger.
        #[cbor(n(4), with = "minicbor::bytes")]
        ticket: Option<[u8; 16]>,
    },
    /// The author goes.
    #[n(2)]
    #[cbor(map)]
    Leave {},
    /// Somebody is sent away.
    #[n(3)]
    #[cbor(map)]
    Remove {
        /// Who.
        #[n(0)]
        member: MemberId,
        /// The last entries of their devices that count.
        #[n(1)]
        heads: Vec<Head>,
    },
    /// The owner hands the room on.
    #[n(4)]
    #[cbor(map)]
    Transfer {
        /// To whom.
        #[n(0)]
        member: MemberId,
    },
    /// Gives a rank.
    #[n(5)]
    #[cbor(map)]
    Rank {
        /// To whom.
        #[n(0)]
        member: MemberId,
        /// Below owner.
        #[n(1)]
        rank: Rank,
    },
    /// Replaces charter and title.
    #[n(6)]
    #[cbor(map)]
    Charter {
        /// What holds from here on.
        #[n(0)]
        charter: Charter,
        /// What the room is called from here on.
        #[cbor(n(1), with = "codec::personal")]
        title: Personal,
    },
    /// A member's new device; it may sign this order itself, since the persona vouches for it.
    #[n(7)]
    #[cbor(map)]
    Device {
        /// The new device.
        #[cbor(n(0), with = "minicbor::bytes")]
        certificate: Vec<u8>,
        /// The device that no longer counts.
        #[n(1)]
        replaces: Option<DeviceId>,
    },
    /// Replaces the secret that links are opened with.
    #[n(8)]
    #[cbor(map)]
    LinkSecret {
        /// The new secret.
        #[cbor(n(0), with = "codec::key32")]
        secret: Key32,
        /// Higher is newer.
        #[n(1)]
        generation: u64,
    },
    /// The author's new name here.
    #[n(9)]
    #[cbor(map)]
    Name {
        /// The name.
        #[cbor(n(0), with = "codec::personal")]
        name: Personal,
    },
}

impl Order {
    /// The bytes that an entry carries.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        codec::encode(self)
    }

    /// Decodes an order; `None` for a tag that this version doesn't know.
    ///
    /// # Errors
    /// Any [`WireError`] but those of entries.
    pub fn decode(bytes: &[u8]) -> Result<Option<Self>, WireError> {
        if codec::tag(bytes).is_some_and(|tag| tag > LAST_TAG) {
            return Ok(None);
        }
        let order: Self = codec::decode(bytes, MAX_BODY_BYTES)?;
        order.check()?;
        Ok(Some(order))
    }

    /// Whether every field lies in its range; certificates are verified apart.
    ///
    /// # Errors
    /// [`WireError::OutOfRange`].
    pub fn check(&self) -> Result<(), WireError> {
        match self {
            Self::Create { title, name, charter, .. } => {
                check_name(title)?;
                check_name(name)?;
                charter.check().map_err(|_| WireError::OutOfRange("charter"))
            }
            Self::Add { name, .. } | Self::Name { name } => check_name(name),
            Self::Charter { charter, title } => {
                check_name(title)?;
                charter.check().map_err(|_| WireError::OutOfRange("charter"))
            }
            Self::Remove { heads, .. } => {
                let ascending = heads.iter().zip(heads.iter().skip(1)).all(|(a, b)| a.device < b.device);
                if heads.len() <= MAX_HEADS && ascending { Ok(()) } else { Err(WireError::OutOfRange("heads")) }
            }
            _ => Ok(()),
        }
    }

    /// The certificate of the device that this order introduces, verified.
    #[must_use]
    pub fn introduces(&self) -> Option<Certificate> {
        match self {
            Self::Create { certificate, .. } | Self::Add { certificate, .. } | Self::Device { certificate, .. } => {
                Certificate::decode(certificate).ok()
            }
            _ => None,
        }
    }
}

fn check_name(name: &Personal) -> Result<(), WireError> {
    if name.expose().len() > MAX_NAME_BYTES { Err(WireError::OutOfRange("name")) } else { Ok(()) }
}

#[cfg(test)]
#[path = "order_tests.rs"]
mod tests;
