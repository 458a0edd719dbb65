//! Account, persona and device keys, and the numbers people compare.
//!
//! A *persona* key stands for a person in one room; the *account* key is the persona shown to contacts and in record
//! rooms. A *device* key signs one device's log and is its MLS leaf; the persona vouches for it by a [`Certificate`].
//! A changed persona key is a signed [`Succession`], else another person. All signatures are Ed25519 over a label, a
//! NUL and the message, verified strictly.
//!
//! Absent on purpose: names, roles, clinic certificates, and which device belongs to which room.

mod certificate;
mod countersigned;
mod safety;
mod succession;

pub use certificate::Certificate;
pub use safety::{SafetyNumber, safety_number};
pub use succession::Succession;

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use rand::CryptoRng;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::handshake;
use crate::id::{ContactId, DeviceId, MemberId};
use crate::kdf::{self, Label};
use crate::secret::Key32;

/// Bytes of an Ed25519 signature.
pub const SIGNATURE_BYTES: usize = 64;

/// A persona's or account's private key.
#[derive(Clone)]
pub struct PersonaKey(SigningKey);

impl PersonaKey {
    /// A fresh persona.
    #[must_use]
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self::from_bytes(&Key32::random(rng))
    }

    /// From what [`Self::to_bytes`] gave.
    #[must_use]
    pub fn from_bytes(bytes: &Key32) -> Self {
        Self(SigningKey::from_bytes(bytes.expose()))
    }

    /// The private key, to be stored sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Key32 {
        Key32::new(self.0.to_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PersonaPublic {
        PersonaPublic(self.0.verifying_key().to_bytes())
    }

    /// Signs for one purpose.
    #[must_use]
    pub fn sign(&self, label: Label, message: &[u8]) -> [u8; SIGNATURE_BYTES] {
        sign(&self.0, label, message)
    }
}

impl fmt::Debug for PersonaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonaKey(…)")
    }
}

/// A persona's or account's public key. It may be any 32 bytes until something verifies under it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonaPublic(pub [u8; 32]);

impl PersonaPublic {
    /// Who this is in a room.
    #[must_use]
    pub fn member(&self) -> MemberId {
        MemberId(kdf::hash16(Label::PersonId, &[&self.0]))
    }

    /// Who this is as a contact; meaningful for account keys only.
    #[must_use]
    pub fn contact(&self) -> ContactId {
        ContactId(kdf::hash16(Label::PersonId, &[&self.0]))
    }

    /// Checks a signature made by [`PersonaKey::sign`].
    ///
    /// # Errors
    /// [`Error::Signature`], also where these bytes are no valid key.
    pub fn verify(&self, label: Label, message: &[u8], signature: &[u8]) -> Result<(), Error> {
        verify(&self.0, label, message, signature)
    }
}

impl fmt::Debug for PersonaPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonaPublic({})", self.member())
    }
}

/// A device's private keys: Ed25519 for signing, X25519 for links and sealed boxes.
#[derive(Clone)]
pub struct DeviceKey {
    signing: SigningKey,
    agreement: Key32,
}

impl DeviceKey {
    /// A fresh device.
    #[must_use]
    pub fn generate(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        Self { signing: SigningKey::from_bytes(Key32::random(rng).expose()), agreement: Key32::random(rng) }
    }

    /// From what [`Self::to_bytes`] gave.
    ///
    /// # Errors
    /// [`Error::Malformed`] for any other length than 64.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (signing, agreement) = bytes.split_first_chunk::<32>().ok_or(Error::Malformed)?;
        Ok(Self { signing: SigningKey::from_bytes(signing), agreement: Key32::try_from(agreement)? })
    }

    /// Both private keys, 64 bytes, to be stored sealed.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(64));
        bytes.extend_from_slice(self.signing.as_bytes());
        bytes.extend_from_slice(self.agreement.expose());
        bytes
    }

    /// Which device this is.
    #[must_use]
    pub fn id(&self) -> DeviceId {
        device_id(&self.signing_public())
    }

    /// The public signing key.
    #[must_use]
    pub fn signing_public(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// The private signing key, for the MLS leaf.
    #[must_use]
    pub fn signing_secret(&self) -> Key32 {
        Key32::new(self.signing.to_bytes())
    }

    /// The public agreement key.
    #[must_use]
    pub fn agreement_public(&self) -> [u8; 32] {
        handshake::agreement_public(&self.agreement)
    }

    /// The private agreement key: the static key of links, and what sealed boxes are opened with.
    #[must_use]
    pub const fn agreement_secret(&self) -> &Key32 {
        &self.agreement
    }

    /// Signs for one purpose.
    #[must_use]
    pub fn sign(&self, label: Label, message: &[u8]) -> [u8; SIGNATURE_BYTES] {
        sign(&self.signing, label, message)
    }
}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceKey({})", self.id())
    }
}

/// Which device a public signing key is.
#[must_use]
pub fn device_id(signing_public: &[u8; 32]) -> DeviceId {
    DeviceId(kdf::hash16(Label::DeviceId, &[signing_public]))
}

fn sign(key: &SigningKey, label: Label, message: &[u8]) -> [u8; SIGNATURE_BYTES] {
    key.sign(&labelled(label, message)).to_bytes()
}

fn verify(public: &[u8; 32], label: Label, message: &[u8], signature: &[u8]) -> Result<(), Error> {
    let key = VerifyingKey::from_bytes(public).map_err(|_| Error::Signature)?;
    let signature = Signature::from_slice(signature).map_err(|_| Error::Signature)?;
    key.verify_strict(&labelled(label, message), &signature).map_err(|_| Error::Signature)
}

/// Labels hold no NUL, so no label and message can be read as another pair.
fn labelled(label: Label, message: &[u8]) -> Vec<u8> {
    [label.context().as_bytes(), &[0], message].concat()
}

#[cfg(test)]
#[path = "identity_tests.rs"]
mod tests;
