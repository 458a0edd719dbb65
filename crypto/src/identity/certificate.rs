//! A persona's word that a device is its own, and the device's that it agrees.
//!
//! Layout: `countersigned`, the persona first; the body is a CBOR map {0 version, 1 persona, 2 signing key,
//! 3 agreement key, 4 issued at}. The device's signature keeps anyone from claiming a stranger's device. The bytes are
//! kept as received, unknown keys included.

use std::fmt;

use minicbor::{Decode, Encode};

use super::{DeviceKey, PersonaKey, PersonaPublic, countersigned, device_id, verify};
use crate::error::Error;
use crate::id::{DeviceId, MemberId};
use crate::kdf::Label;

const VERSION: u8 = 1;

#[derive(Clone, Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    persona: [u8; 32],
    #[cbor(n(2), with = "minicbor::bytes")]
    device: [u8; 32],
    #[cbor(n(3), with = "minicbor::bytes")]
    agreement: [u8; 32],
    #[n(4)]
    issued_at_ms: u64,
}

/// A device certificate whose two signatures hold.
#[derive(Clone)]
pub struct Certificate {
    bytes: Vec<u8>,
    body: Body,
}

impl Certificate {
    /// Vouches for a device at `issued_at_ms`.
    #[must_use]
    pub fn issue(persona: &PersonaKey, device: &DeviceKey, issued_at_ms: u64) -> Self {
        let body = Body {
            version: VERSION,
            persona: persona.public().0,
            device: device.signing_public(),
            agreement: device.agreement_public(),
            issued_at_ms,
        };
        let sign = |encoded: &[u8]| persona.sign(Label::DeviceCertificate, encoded);
        let agree = |encoded: &[u8]| device.sign(Label::DeviceCertificate, encoded);
        Self { bytes: countersigned::sign(&body, sign, agree), body }
    }

    /// Reads and verifies a certificate.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Version`], [`Error::Signature`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        let (body, statement) = countersigned::read::<Body>(bytes)?;
        if body.version != VERSION {
            return Err(Error::Version);
        }
        statement.verify(Label::DeviceCertificate, &body.persona, &body.device)?;
        Ok(Self { bytes: bytes.to_vec(), body })
    }

    /// The bytes as issued or received.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Which device.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        device_id(&self.body.device)
    }

    /// Whose device, as a member.
    #[must_use]
    pub fn member(&self) -> MemberId {
        self.persona().member()
    }

    /// Whose device.
    #[must_use]
    pub const fn persona(&self) -> PersonaPublic {
        PersonaPublic(self.body.persona)
    }

    /// The device's public signing key.
    #[must_use]
    pub const fn signing_public(&self) -> &[u8; 32] {
        &self.body.device
    }

    /// The device's public agreement key.
    #[must_use]
    pub const fn agreement(&self) -> &[u8; 32] {
        &self.body.agreement
    }

    /// When the persona says it signed, in Unix milliseconds; a claim, no proof.
    #[must_use]
    pub const fn issued_at_ms(&self) -> u64 {
        self.body.issued_at_ms
    }

    /// Checks a signature made by [`DeviceKey::sign`].
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub fn verify_device(&self, label: Label, message: &[u8], signature: &[u8]) -> Result<(), Error> {
        verify(&self.body.device, label, message, signature)
    }
}

impl PartialEq for Certificate {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Certificate {}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({} of {})", self.device(), self.member())
    }
}

#[cfg(test)]
#[path = "certificate_tests.rs"]
mod tests;
