//! The AEAD envelope (XChaCha20-Poly1305) and the sealed box to an X25519 key.
//!
//! Envelope: nonce 24 ‖ ciphertext ‖ tag 16. Box: version 1 ‖ ephemeral public key 32 ‖ envelope. Nonces are random:
//! 24 bytes make a repeat impossible in practice. Absent on purpose: streaming, and any knowledge of what is sealed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand::CryptoRng;
use x25519_dalek::{EphemeralSecret, PublicKey, StaticSecret};
use zeroize::Zeroizing;

use crate::error::Error;
use crate::kdf::{self, Label};
use crate::secret::Key32;

/// Bytes that an envelope adds to what it seals: nonce 24 and tag 16.
pub const OVERHEAD_BYTES: usize = NONCE_BYTES + 16;
/// Bytes that a sealed box adds: version 1, ephemeral key 32 and the envelope's.
pub const BOX_OVERHEAD_BYTES: usize = 1 + 32 + OVERHEAD_BYTES;

const NONCE_BYTES: usize = 24;
const BOX_VERSION: u8 = 1;

/// Seals under `key`; `ad` is authenticated but not carried. Returns nonce 24 ‖ ciphertext and tag.
///
/// # Panics
/// Only where `plaintext` exceeds the cipher's 256 GiB, which no caller holds in memory.
#[must_use]
pub fn seal(key: &Key32, rng: &mut (impl CryptoRng + ?Sized), ad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let mut nonce = [0; NONCE_BYTES];
    rng.fill_bytes(&mut nonce);
    seal_with(key, nonce, ad, plaintext)
}

fn seal_with(key: &Key32, nonce: [u8; NONCE_BYTES], ad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: ad })
        .expect("a plaintext in memory is shorter than the cipher's limit");
    let mut envelope = Vec::with_capacity(NONCE_BYTES.saturating_add(sealed.len()));
    envelope.extend_from_slice(&nonce);
    envelope.extend_from_slice(&sealed);
    envelope
}

/// Opens what [`seal`] made under the same key and associated data.
///
/// # Errors
/// [`Error::Sealed`] for anything else, however it differs.
pub fn open(key: &Key32, ad: &[u8], envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (nonce, sealed) = envelope.split_first_chunk::<NONCE_BYTES>().ok_or(Error::Sealed)?;
    cipher(key)
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: ad })
        .map(Zeroizing::new)
        .map_err(|_| Error::Sealed)
}

/// Seals to whoever holds the private half of `recipient`; anyone can make one, and it names no sender.
///
/// # Errors
/// [`Error::Malformed`] where `recipient` is one of the few points under which everyone could read.
pub fn box_seal(
    recipient: &[u8; 32],
    rng: &mut (impl CryptoRng + ?Sized),
    ad: &[u8],
    plaintext: &[u8],
) -> Result<Vec<u8>, Error> {
    let ephemeral = EphemeralSecret::random_from_rng(rng);
    let public = PublicKey::from(&ephemeral).to_bytes();
    let shared = ephemeral.diffie_hellman(&PublicKey::from(*recipient));
    if !shared.was_contributory() {
        return Err(Error::Malformed);
    }
    let key = box_key(shared.as_bytes(), &public, recipient);
    let mut sealed = Vec::with_capacity(BOX_OVERHEAD_BYTES.saturating_add(plaintext.len()));
    sealed.push(BOX_VERSION);
    sealed.extend_from_slice(&public);
    sealed.extend_from_slice(&seal(&key, rng, ad, plaintext));
    Ok(sealed)
}

/// Opens what [`box_seal`] made for the public half of `secret`.
///
/// # Errors
/// [`Error::Version`] for a newer box, [`Error::Sealed`] for anything that doesn't open, low-order points included.
pub fn box_open(secret: &Key32, ad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (version, rest) = sealed.split_first().ok_or(Error::Sealed)?;
    if *version != BOX_VERSION {
        return Err(Error::Version);
    }
    let (public, envelope) = rest.split_first_chunk::<32>().ok_or(Error::Sealed)?;
    let secret = StaticSecret::from(*secret.expose());
    let recipient = PublicKey::from(&secret).to_bytes();
    let shared = secret.diffie_hellman(&PublicKey::from(*public));
    if !shared.was_contributory() {
        return Err(Error::Sealed);
    }
    open(&box_key(shared.as_bytes(), public, &recipient), ad, envelope)
}

fn box_key(shared: &[u8; 32], ephemeral: &[u8; 32], recipient: &[u8; 32]) -> Key32 {
    kdf::derive(Label::SealedBox, shared, &[ephemeral, recipient])
}

fn cipher(key: &Key32) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.expose().into())
}

#[cfg(test)]
#[path = "seal_tests.rs"]
mod tests;
