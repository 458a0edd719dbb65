//! From a passphrase to the keys of a profile.
//!
//! A vault is a [`Header`] with one or more wraps of one random [`MasterKey`]. A passphrase wrap seals it under
//! Argon2id's output; a recovery sheet and the desktop's keyring may add wraps of their own. The header is public: it
//! says nothing but the ways there are and the cost of the hash. A header with a keyring's wrap is of version 2, so that
//! an older Hearth calls it newer, not damaged; without one it is what it always was. Argon2id takes hundreds of
//! milliseconds by design: call it from a job.
//!
//! Absent on purpose: files, the strength of a passphrase, and the clock; [`Backoff`] is told the time.

mod backoff;
mod params;
mod recovery;

pub use backoff::Backoff;
pub use params::KdfParams;
pub use recovery::{CodeFault, RecoveryCode};

use argon2::{Algorithm, Argon2, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::HEXLOWER;
use minicbor::{Decode, Encode};
use rand::CryptoRng;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::kdf::{self, Label};
use crate::secret::{Key32, Passphrase};

/// The longest header that is read.
pub const MAX_HEADER_BYTES: usize = 4096;

/// Of a header without a keyring's wrap, and of every wrap.
const VERSION: u8 = 1;
/// Of a header with one.
const WITH_KEYRING: u8 = 2;
const MAX_WRAPS: usize = 16;
const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;
const SEALED_BYTES: usize = 32 + 16;

/// The random key that everything of a profile is derived from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MasterKey(Key32);

impl MasterKey {
    /// The key for one use.
    #[must_use]
    pub fn derive(&self, label: Label, context: &[&[u8]]) -> Key32 {
        kdf::derive(label, self.0.expose(), context)
    }
}

/// One way to the master key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Wrap {
    /// Which way.
    #[n(0)]
    pub kind: WrapKind,
    #[n(1)]
    params: KdfParams,
    #[cbor(n(2), with = "minicbor::bytes")]
    salt: [u8; SALT_BYTES],
    #[cbor(n(3), with = "minicbor::bytes")]
    nonce: [u8; NONCE_BYTES],
    #[cbor(n(4), with = "minicbor::bytes")]
    sealed: [u8; SEALED_BYTES],
}

/// What a wrap opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum WrapKind {
    /// What the person types.
    #[n(0)]
    Passphrase,
    /// A printed sheet, kept elsewhere.
    #[n(1)]
    Recovery,
    /// A random key in the desktop's keyring.
    #[n(2)]
    Keyring,
}

/// The public part of a vault. Encoded as a CBOR map {0 version, 1 wraps}.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Header {
    #[n(0)]
    version: u8,
    #[n(1)]
    wraps: Vec<Wrap>,
}

impl Header {
    /// The ways to the master key.
    #[must_use]
    pub fn wraps(&self) -> &[Wrap] {
        &self.wraps
    }

    /// What the desktop's keyring knows this vault's key by; it tells nothing. `None` where no keyring opens it.
    #[must_use]
    pub fn keyring_name(&self) -> Option<String> {
        let wrap = self.wraps.iter().find(|wrap| wrap.kind == WrapKind::Keyring)?;
        Some(HEXLOWER.encode(&wrap.salt))
    }

    /// The header without the ways of this kind; nobody has their keys on another computer, or any more.
    ///
    /// # Errors
    /// [`Error::Malformed`] where no way would be left.
    pub fn without(&self, kind: WrapKind) -> Result<Self, Error> {
        let wraps: Vec<Wrap> = self.wraps.iter().filter(|wrap| wrap.kind != kind).cloned().collect();
        if wraps.is_empty() { Err(Error::Malformed) } else { Ok(Self::of(wraps)) }
    }

    fn of(wraps: Vec<Wrap>) -> Self {
        let keyring = wraps.iter().any(|wrap| wrap.kind == WrapKind::Keyring);
        Self { version: if keyring { WITH_KEYRING } else { VERSION }, wraps }
    }

    /// Whether there is a way of this kind.
    #[must_use]
    pub fn has(&self, kind: WrapKind) -> bool {
        self.wraps.iter().any(|wrap| wrap.kind == kind)
    }

    /// The bytes to store.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("writing to memory cannot fail")
    }

    /// Reads a header; one that asks for absurd memory or time is refused before any is spent.
    ///
    /// # Errors
    /// [`Error::Malformed`], [`Error::Version`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_HEADER_BYTES {
            return Err(Error::Malformed);
        }
        let version = version(bytes).map_err(|_| Error::Malformed)?;
        if ![VERSION, WITH_KEYRING].contains(&version) {
            return Err(Error::Version);
        }
        let mut decoder = minicbor::Decoder::new(bytes);
        let header: Self = decoder.decode().map_err(|_| Error::Malformed)?;
        let whole = decoder.position() == bytes.len();
        let named = header.version == Self::of(header.wraps.clone()).version;
        let sane = named
            && (1..=MAX_WRAPS).contains(&header.wraps.len())
            && header.wraps.iter().all(|wrap| wrap.params.sane());
        if whole && sane { Ok(header) } else { Err(Error::Malformed) }
    }
}

/// The version stands first, so that a newer header is called newer, not malformed.
fn version(bytes: &[u8]) -> Result<u8, minicbor::decode::Error> {
    let mut decoder = minicbor::Decoder::new(bytes);
    decoder.map()?;
    match decoder.u8()? {
        0 => decoder.u8(),
        _ => Err(minicbor::decode::Error::message("no version")),
    }
}

/// A fresh key for the desktop's keyring, 256 random bits.
#[must_use]
pub fn keyring_key(rng: &mut (impl CryptoRng + ?Sized)) -> Passphrase {
    Passphrase::new(HEXLOWER.encode(Key32::random(rng).expose()))
}

/// Makes a new master key and its first wrap.
///
/// # Errors
/// [`Error::OutOfMemory`].
pub fn create(
    passphrase: &Passphrase,
    params: KdfParams,
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<(Header, MasterKey), Error> {
    let master = MasterKey(Key32::random(rng));
    let wrap = wrap(&master, WrapKind::Passphrase, passphrase, params, rng)?;
    Ok((Header::of(vec![wrap]), master))
}

/// Opens the vault by its passphrase.
///
/// # Errors
/// [`Error::WrongPassphrase`], also where the header was altered; [`Error::OutOfMemory`].
pub fn open(header: &Header, passphrase: &Passphrase) -> Result<MasterKey, Error> {
    unwrap_kind(header, WrapKind::Passphrase, passphrase)
}

/// Opens the vault by a wrap of another kind.
///
/// # Errors
/// As [`open`].
pub fn unwrap_kind(header: &Header, kind: WrapKind, secret: &Passphrase) -> Result<MasterKey, Error> {
    for wrap in header.wraps.iter().filter(|wrap| wrap.kind == kind) {
        let key = wrapping_key(secret, wrap.params, &wrap.salt)?;
        let payload = Payload { msg: &wrap.sealed, aad: &associated(kind, wrap.params, &wrap.salt) };
        if let Ok(opened) = cipher(&key).decrypt(&XNonce::from(wrap.nonce), payload) {
            return Key32::try_from(Zeroizing::new(opened).as_slice()).map(MasterKey);
        }
    }
    Err(Error::WrongPassphrase)
}

/// The header with the wraps of one kind replaced: the master key, and so all that is stored, stays.
///
/// # Errors
/// [`Error::OutOfMemory`], [`Error::TooLong`] past 16 wraps.
pub fn rewrap(
    header: &Header,
    master: &MasterKey,
    kind: WrapKind,
    secret: &Passphrase,
    params: KdfParams,
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Header, Error> {
    let mut wraps: Vec<Wrap> = header.wraps.iter().filter(|wrap| wrap.kind != kind).cloned().collect();
    if wraps.len() >= MAX_WRAPS {
        return Err(Error::TooLong);
    }
    wraps.push(wrap(master, kind, secret, params, rng)?);
    Ok(Header::of(wraps))
}

fn wrap(
    master: &MasterKey,
    kind: WrapKind,
    secret: &Passphrase,
    params: KdfParams,
    rng: &mut (impl CryptoRng + ?Sized),
) -> Result<Wrap, Error> {
    let (mut salt, mut nonce) = ([0; SALT_BYTES], [0; NONCE_BYTES]);
    rng.fill_bytes(&mut salt);
    rng.fill_bytes(&mut nonce);
    let key = wrapping_key(secret, params, &salt)?;
    let payload = Payload { msg: master.0.expose(), aad: &associated(kind, params, &salt) };
    let sealed = cipher(&key).encrypt(&XNonce::from(nonce), payload).map_err(|_| Error::TooLong)?;
    let sealed = sealed.try_into().map_err(|_| Error::TooLong)?;
    Ok(Wrap { kind, params, salt, nonce, sealed })
}

fn wrapping_key(secret: &Passphrase, params: KdfParams, salt: &[u8; SALT_BYTES]) -> Result<Key32, Error> {
    // Keyboards write the same accented letter in two ways; both open the vault (NFC, as RFC 8265 has it).
    let secret: Zeroizing<String> = Zeroizing::new(secret.expose().nfc().collect());
    let mut output = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.argon2()?)
        .hash_password_into(secret.as_bytes(), salt, output.as_mut())
        .map_err(|_| Error::OutOfMemory)?;
    Ok(kdf::derive(Label::VaultWrap, output.as_ref(), &[]))
}

fn associated(kind: WrapKind, params: KdfParams, salt: &[u8; SALT_BYTES]) -> Vec<u8> {
    minicbor::to_vec((VERSION, kind, params, minicbor::bytes::ByteArray::from(*salt)))
        .expect("writing to memory cannot fail")
}

fn cipher(key: &Key32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose().into())
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
