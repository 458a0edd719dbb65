//! An old persona key hands over to a new one.
//!
//! Layout: old signature 64 ‖ new signature 64 ‖ body, where the body is a CBOR map {0 version, 1 old, 2 new,
//! 3 issued at}. The new key signs too, so that nobody can name a stranger as what they became. Everyone in the room
//! is shown the change; a key without a succession is another person.

use std::fmt;

use minicbor::{Decode, Encode};

use super::{PersonaKey, PersonaPublic, SIGNATURE_BYTES};
use crate::error::Error;
use crate::kdf::Label;

const VERSION: u8 = 1;
const MAX_BYTES: usize = 1024;

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
        let encoded = minicbor::to_vec(&body).expect("writing to memory cannot fail");
        let by_old = old.sign(Label::Succession, &encoded);
        let by_new = new.sign(Label::Succession, &encoded);
        Self { bytes: [&by_old[..], &by_new, &encoded].concat(), body }
    }

    /// Reads and verifies a succession.
    ///
    /// # Errors
    /// [`Error::Malformed`], also where a key succeeds itself; [`Error::Version`], [`Error::Signature`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_BYTES {
            return Err(Error::Malformed);
        }
        let (by_old, rest) = bytes.split_first_chunk::<SIGNATURE_BYTES>().ok_or(Error::Malformed)?;
        let (by_new, encoded) = rest.split_first_chunk::<SIGNATURE_BYTES>().ok_or(Error::Malformed)?;
        let mut decoder = minicbor::Decoder::new(encoded);
        let body: Body = decoder.decode().map_err(|_| Error::Malformed)?;
        if decoder.position() != encoded.len() || body.old == body.new {
            return Err(Error::Malformed);
        }
        if body.version != VERSION {
            return Err(Error::Version);
        }
        PersonaPublic(body.old).verify(Label::Succession, encoded, by_old)?;
        PersonaPublic(body.new).verify(Label::Succession, encoded, by_new)?;
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
