//! An old persona key hands over to a new one.
//!
//! Layout: `countersigned`, the old key first; the body is a CBOR map {0 version, 1 old, 2 new, 3 issued at}. The new key signs too, so that nobody can name a stranger as what they became. Everyone in the room
//! is shown the change; a key without a succession is another person.

use std::fmt;

use minicbor::{Decode, Encode};

use super::{PersonaKey, PersonaPublic, countersigned};
use crate::error::Error;
use crate::kdf::Label;

const VERSION: u8 = 1;

#[derive(Clone, Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    old: [u8; 32],
    #[cbor(n(2), with = "minicbor::bytes")]
    new: [u8; 32],
    #[n(3)]
    issued_at_ms: u64,
}

/// A succession whose two signatures hold.
#[derive(Clone)]
pub struct Succession {
    bytes: Vec<u8>,
    body: Body,
}

impl Succession {
    /// Hands over from `old` to `new` at `issued_at_ms`.
    #[must_use]
    pub fn issue(old: &PersonaKey, new: &PersonaKey, issued_at_ms: u64) -> Self {
        let body = Body { version: VERSION, old: old.public().0, new: new.public().0, issued_at_ms };
        let sign = |key: &PersonaKey, encoded: &[u8]| key.sign(Label::Succession, encoded);
        let bytes = countersigned::sign(&body, |encoded| sign(old, encoded), |encoded| sign(new, encoded));
        Self { bytes, body }
    }

    /// Reads and verifies a succession.
    ///
    /// # Errors
    /// [`Error::Malformed`], also where a key succeeds itself; [`Error::Version`], [`Error::Signature`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        let (body, statement) = countersigned::read::<Body>(bytes)?;
        if body.old == body.new {
            return Err(Error::Malformed);
        }
        if body.version != VERSION {
            return Err(Error::Version);
        }
        statement.verify(Label::Succession, &body.old, &body.new)?;
        Ok(Self { bytes: bytes.to_vec(), body })
    }

    /// The bytes as issued or received.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The key that is no longer used.
    #[must_use]
    pub const fn old(&self) -> PersonaPublic {
        PersonaPublic(self.body.old)
    }

    /// The key that replaces it.
    #[must_use]
    pub const fn new_key(&self) -> PersonaPublic {
        PersonaPublic(self.body.new)
    }

    /// When the old key says it signed, in Unix milliseconds.
    #[must_use]
    pub const fn issued_at_ms(&self) -> u64 {
        self.body.issued_at_ms
    }
}

impl fmt::Debug for Succession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Succession({} to {})", self.old().member(), self.new_key().member())
    }
}

#[cfg(test)]
#[path = "succession_tests.rs"]
mod tests;
