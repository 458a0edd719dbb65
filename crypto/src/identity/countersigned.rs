//! A statement that two keys sign: the envelope of certificates and successions.
//!
//! Layout: first signature 64 ‖ second signature 64 ‖ body, a CBOR map whose bytes both sign as they stand. Absent on
//! purpose: what the body says, and whose the keys are.

use minicbor::{Decode, Decoder, Encode};

use super::{SIGNATURE_BYTES, verify};
use crate::error::Error;
use crate::kdf::Label;

/// The longest statement that is read.
pub(super) const MAX_BYTES: usize = 1024;

/// Both signatures over the body, and the body.
pub(super) fn sign(
    body: &impl Encode<()>,
    first: impl FnOnce(&[u8]) -> [u8; SIGNATURE_BYTES],
    second: impl FnOnce(&[u8]) -> [u8; SIGNATURE_BYTES],
) -> Vec<u8> {
    let encoded = minicbor::to_vec(body).expect("writing to memory cannot fail");
    [&first(&encoded)[..], &second(&encoded), &encoded].concat()
}

/// A statement whose form was read, and whose signatures were not looked at yet.
pub(super) struct Unverified<'b> {
    first: &'b [u8; SIGNATURE_BYTES],
    second: &'b [u8; SIGNATURE_BYTES],
    encoded: &'b [u8],
}

/// Reads the form.
///
/// # Errors
/// [`Error::Malformed`].
pub(super) fn read<'b, B: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<(B, Unverified<'b>), Error> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::Malformed);
    }
    let (first, rest) = bytes.split_first_chunk().ok_or(Error::Malformed)?;
    let (second, encoded) = rest.split_first_chunk().ok_or(Error::Malformed)?;
    let mut decoder = Decoder::new(encoded);
    let body = decoder.decode().map_err(|_| Error::Malformed)?;
    let whole = decoder.position() == encoded.len();
    if whole { Ok((body, Unverified { first, second, encoded })) } else { Err(Error::Malformed) }
}

impl Unverified<'_> {
    /// Checks both signatures.
    ///
    /// # Errors
    /// [`Error::Signature`].
    pub(super) fn verify(&self, label: Label, first: &[u8; 32], second: &[u8; 32]) -> Result<(), Error> {
        verify(first, label, self.encoded, self.first)?;
        verify(second, label, self.encoded, self.second)
    }
}
