//! Who is at the other end of a link: a device's certificate and its signature over this very handshake.
//!
//! Sent as the first message inside a session. The signature covers the side's label, both PeerIds and the handshake
//! hash, so it holds on no other link and for no other side; the certificate's agreement key must be the static key
//! that the handshake proved. Layout: CBOR array [certificate, signature].

use crate::error::Error;
use crate::handshake::Side;
use crate::identity::{Certificate, DeviceKey, SIGNATURE_BYTES};
use crate::kdf::Label;

/// The longest proof that is read.
pub const MAX_PROOF_BYTES: usize = 2048;

/// The link that a proof is bound to.
#[derive(Debug, Clone, Copy)]
pub struct Binding<'a> {
    /// The dialler's PeerId.
    pub dialler: &'a [u8],
    /// The listener's PeerId.
    pub listener: &'a [u8],
    /// The handshake hash.
    pub hash: [u8; 32],
}

impl Binding<'_> {
    fn message(&self) -> Vec<u8> {
        let length = |part: &[u8]| (part.len() as u64).to_le_bytes();
        [&length(self.dialler)[..], self.dialler, &length(self.listener), self.listener, &self.hash].concat()
    }
}

/// Proves `device` on a link, from the side it is on.
#[must_use]
pub fn prove(device: &DeviceKey, certificate: &Certificate, side: Side, binding: &Binding<'_>) -> Vec<u8> {
    let signature = device.sign(label(side), &binding.message());
    let mut encoder = minicbor::Encoder::new(Vec::new());
    encoder
        .array(2)
        .and_then(|encoder| encoder.bytes(certificate.bytes()))
        .and_then(|encoder| encoder.bytes(&signature))
        .expect("writing to memory cannot fail");
    encoder.into_writer()
}

/// Checks the proof of the device on the other side, `side` being the side it is on.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Version`], [`Error::Signature`]: the link must be closed.
pub fn check(bytes: &[u8], side: Side, binding: &Binding<'_>, remote_static: &[u8; 32]) -> Result<Certificate, Error> {
    if bytes.len() > MAX_PROOF_BYTES {
        return Err(Error::Malformed);
    }
    let (certificate, signature) = parse(bytes).map_err(|_| Error::Malformed)?;
    let certificate = Certificate::decode(certificate)?;
    if certificate.agreement() != remote_static {
        return Err(Error::Signature);
    }
    certificate.verify_device(label(side), &binding.message(), signature)?;
    Ok(certificate)
}

fn parse(bytes: &[u8]) -> Result<(&[u8], &[u8]), minicbor::decode::Error> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let parts = decoder.array()?;
    let certificate = decoder.bytes()?;
    let signature = decoder.bytes()?;
    if parts != Some(2) || decoder.position() != bytes.len() || signature.len() != SIGNATURE_BYTES {
        return Err(minicbor::decode::Error::message("not a proof"));
    }
    Ok((certificate, signature))
}

const fn label(side: Side) -> Label {
    match side {
        Side::Dialler => Label::DiallerProof,
        Side::Listener => Label::ListenerProof,
    }
}

#[cfg(test)]
#[path = "proof_tests.rs"]
mod tests;
