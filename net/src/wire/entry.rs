//! One entry of one device's log: a signed header, and a body that can be erased apart.
//!
//! The signature is over the header bytes as received, and the id is their hash, so a header may carry keys that this
//! version doesn't know. The header names its body by a salted hash: with salt and body gone, what was said can't be
//! guessed from what remains.

use std::ops::Range;

use crypto::id::{DeviceId, EntryId, RoomId};
use crypto::identity::{Certificate, DeviceKey};
use crypto::kdf::{self, Label};
use minicbor::{Decode, Encode};

use super::{WireError, codec};

/// The version that is written.
pub const VERSION: u8 = 1;
/// An entry names at most this many heads.
pub const MAX_DEPS: usize = 16;
/// The longest header; what this version writes stays under 1 KiB.
pub const MAX_HEADER_BYTES: usize = 4 * 1024;
/// The longest body.
pub const MAX_BODY_BYTES: usize = 32 * 1024;
/// The longest entry.
pub const MAX_ENTRY_BYTES: usize = MAX_HEADER_BYTES + MAX_BODY_BYTES + 256;
/// Sequence numbers and depths stay far below overflow.
pub const MAX_DEPTH: u64 = 1 << 62;

/// What an entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Kind(#[n(0)] pub u16);

impl Kind {
    /// Governs the room; never erased.
    pub const ORDER: Self = Self(1);
    /// A message.
    pub const TEXT: Self = Self(16);
    /// New text for a message.
    pub const EDIT: Self = Self(17);
    /// A message taken back.
    pub const RETRACT: Self = Self(18);
    /// A reaction set or withdrawn.
    pub const REACT: Self = Self(19);
}

/// Another device's entry that the author had seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Dep {
    /// Whose log.
    #[n(0)]
    pub device: DeviceId,
    /// From 1.
    #[n(1)]
    pub seq: u64,
    /// Which entry stood there.
    #[n(2)]
    pub id: EntryId,
}

/// Where an entry stands in the room's one total order: by depth, then device, then sequence; never by a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode)]
pub struct Place {
    /// One more than the deepest entry its author had seen.
    #[n(0)]
    pub depth: u64,
    /// Whose log.
    #[n(1)]
    pub device: DeviceId,
    /// From 1.
    #[n(2)]
    pub seq: u64,
}

/// The signed part of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Header {
    /// [`VERSION`].
    #[n(0)]
    pub version: u8,
    /// All zeros in the create order, whose hash is the room's id.
    #[n(1)]
    pub room: RoomId,
    /// The author's device.
    #[n(2)]
    pub device: DeviceId,
    /// From 1, without gaps.
    #[n(3)]
    pub seq: u64,
    /// The device's entry before this one; zeros where `seq` is 1.
    #[n(4)]
    pub prev: EntryId,
    /// Heads of other devices that the author had seen, ascending, one per device.
    #[n(5)]
    pub deps: Vec<Dep>,
    /// One more than the deepest of `prev` and `deps`.
    #[n(6)]
    pub depth: u64,
    /// What the body is.
    #[n(7)]
    pub kind: Kind,
    /// The author's clock, Unix milliseconds: a claim.
    #[n(8)]
    pub sent_at: u64,
    /// Hash of salt and body.
    #[cbor(n(9), with = "minicbor::bytes")]
    pub body_hash: [u8; 32],
}

impl Header {
    /// The hash that a header names its body by.
    #[must_use]
    pub fn hash_body(salt: &[u8; 16], body: &[u8]) -> [u8; 32] {
        kdf::hash(Label::EntryBody, &[salt, body])
    }

    /// Where the entry stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        Place { depth: self.depth, device: self.device, seq: self.seq }
    }

    fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let header: Self = codec::decode(bytes, MAX_HEADER_BYTES)?;
        header.check()?;
        Ok(header)
    }

    /// What can be judged without knowing any other entry.
    fn check(&self) -> Result<(), WireError> {
        if self.version != VERSION {
            return Err(WireError::Version);
        }
        if !(1..=MAX_DEPTH).contains(&self.depth) {
            return Err(WireError::OutOfRange("depth"));
        }
        if !(1..=self.depth).contains(&self.seq) || (self.seq == 1) != (self.prev == EntryId::default()) {
            return Err(WireError::OutOfRange("seq"));
        }
        let ascending = self.deps.iter().zip(self.deps.iter().skip(1)).all(|(a, b)| a.device < b.device);
        let sane = |dep: &Dep| dep.device != self.device && (1..self.depth).contains(&dep.seq);
        if self.deps.len() > MAX_DEPS || !ascending || !self.deps.iter().all(sane) {
            return Err(WireError::OutOfRange("deps"));
        }
        Ok(())
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Outer<'b> {
    #[cbor(b(0), with = "minicbor::bytes")]
    header: &'b [u8],
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; 64],
    #[cbor(n(2), with = "minicbor::bytes")]
    salt: Option<[u8; 16]>,
    #[cbor(b(3), with = "minicbor::bytes")]
    body: Option<&'b [u8]>,
}

/// An entry as stored and sent. Its header is well formed and its body, where present, is the one that the header
/// names; the signature is checked apart, by [`SignedEntry::verify`].
#[derive(Clone, PartialEq, Eq)]
pub struct SignedEntry {
    bytes: Vec<u8>,
    header_at: Range<usize>,
    body_at: Option<Range<usize>>,
    signature: [u8; 64],
    header: Header,
    id: EntryId,
}

impl SignedEntry {
    /// Signs a new entry. The header's `body_hash` is filled in from salt and body.
    #[must_use]
    pub fn sign(mut header: Header, salt: [u8; 16], body: &[u8], key: &DeviceKey) -> Self {
        header.body_hash = Header::hash_body(&salt, body);
        let header = codec::encode(&header);
        let signature = key.sign(Label::EntrySignature, &header);
        let bytes = codec::encode(&Outer { header: &header, signature, salt: Some(salt), body: Some(body) });
        Self::decode(&bytes).expect("what was just signed is well formed")
    }

    /// Decodes an entry and checks all that needs no other entry and no key.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let outer: Outer<'_> = codec::decode(bytes, MAX_ENTRY_BYTES)?;
        let header = Header::decode(outer.header)?;
        match (outer.salt, outer.body) {
            (Some(_), Some(body)) if body.len() > MAX_BODY_BYTES => return Err(WireError::TooLarge),
            (Some(salt), Some(body)) if Header::hash_body(&salt, body) == header.body_hash => {}
            (_, None) => {}
            _ => return Err(WireError::Body),
        }
        let span = |part: &[u8]| {
            let from = part.as_ptr() as usize - bytes.as_ptr() as usize;
            from..from + part.len()
        };
        Ok(Self {
            id: EntryId(kdf::hash16(Label::EntryId, &[outer.header])),
            header_at: span(outer.header),
            body_at: outer.body.map(span),
            signature: outer.signature,
            header,
            bytes: bytes.to_vec(),
        })
    }

    /// The entry as received.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Takes the entry's bytes over.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The signed part.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The entry's id: the hash of its header.
    #[must_use]
    pub const fn id(&self) -> EntryId {
        self.id
    }

    /// Where the entry stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.header.place()
    }

    /// The body; `None` where it was erased.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.bytes.get(self.body_at.clone()?)
    }

    /// Whether the device of this certificate signed it.
    #[must_use]
    pub fn verify(&self, certificate: &Certificate) -> bool {
        let header = self.bytes.get(self.header_at.clone()).unwrap_or_default();
        certificate.device() == self.header.device
            && certificate.verify_device(Label::EntrySignature, header, &self.signature).is_ok()
    }

    /// The entry without salt and body: what remains once it is forgotten.
    #[must_use]
    pub fn erased(&self) -> Self {
        let header = self.bytes.get(self.header_at.clone()).unwrap_or_default();
        let outer = Outer { header, signature: self.signature, salt: None, body: None };
        Self::decode(&codec::encode(&outer)).expect("a shorter entry stays well formed")
    }
}

impl std::fmt::Debug for SignedEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedEntry").field("id", &self.id).field("header", &self.header).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "entry_tests.rs"]
mod tests;
