//! An authenticated channel, and its two halves.

use std::fmt;
use std::sync::Arc;

use snow::{HandshakeState, StatelessTransportState};

use crate::error::Error;

/// The longest message of the Noise framework.
pub const MAX_SEALED_BYTES: usize = 65_535;
/// The longest plaintext: what is left beside the tag.
pub const MAX_PLAINTEXT_BYTES: usize = MAX_SEALED_BYTES - TAG_BYTES;

const TAG_BYTES: usize = 16;

/// A finished handshake. Messages are opened in the order they were sealed, each once.
#[derive(Debug)]
pub struct Session {
    hash: [u8; 32],
    remote_static: [u8; 32],
    sender: Sender,
    receiver: Receiver,
}

impl Session {
    pub(super) fn new(state: HandshakeState) -> Result<Self, Error> {
        let hash = state.get_handshake_hash().try_into().map_err(|_| Error::Handshake)?;
        let remote_static =
            state.get_remote_static().ok_or(Error::Handshake)?.try_into().map_err(|_| Error::Handshake)?;
        let keys = Arc::new(state.into_stateless_transport_mode().map_err(|_| Error::Handshake)?);
        let (sender, receiver) = (Sender { keys: Arc::clone(&keys), next: 0 }, Receiver { keys, next: 0 });
        Ok(Self { hash, remote_static, sender, receiver })
    }

    /// The handshake hash: the same on both ends, and on no other link.
    #[must_use]
    pub const fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// The agreement key that the other end holds.
    #[must_use]
    pub const fn remote_static(&self) -> [u8; 32] {
        self.remote_static
    }

    /// As [`Sender::seal`].
    ///
    /// # Errors
    /// [`Error::TooLong`], [`Error::Exhausted`].
    pub fn seal(&mut self, plaintext: &[u8]) -> Result<Vec<u8>, Error> {
        self.sender.seal(plaintext)
    }

    /// As [`Receiver::open`].
    ///
    /// # Errors
    /// [`Error::Handshake`], [`Error::Exhausted`].
    pub fn open(&mut self, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        self.receiver.open(sealed)
    }

    /// The two halves, for two tasks.
    #[must_use]
    pub fn split(self) -> (Sender, Receiver) {
        (self.sender, self.receiver)
    }
}

/// The sealing half.
pub struct Sender {
    keys: Arc<StatelessTransportState>,
    next: u64,
}

impl Sender {
    /// Seals the next message; at most [`MAX_PLAINTEXT_BYTES`].
    ///
    /// # Errors
    /// [`Error::TooLong`], [`Error::Exhausted`].
    pub fn seal(&mut self, plaintext: &[u8]) -> Result<Vec<u8>, Error> {
        if plaintext.len() > MAX_PLAINTEXT_BYTES {
            return Err(Error::TooLong);
        }
        let following = following(self.next)?;
        let mut sealed = vec![0; plaintext.len().saturating_add(TAG_BYTES)];
        let length = self.keys.write_message(self.next, plaintext, &mut sealed).map_err(|_| Error::Handshake)?;
        sealed.truncate(length);
        self.next = following;
        Ok(sealed)
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sender(message {})", self.next)
    }
}

/// The opening half.
pub struct Receiver {
    keys: Arc<StatelessTransportState>,
    next: u64,
}

impl Receiver {
    /// Opens the next message. After an error the link must be closed: something came that the other end didn't send
    /// next.
    ///
    /// # Errors
    /// [`Error::Handshake`] for anything but the next message, [`Error::Exhausted`].
    pub fn open(&mut self, sealed: &[u8]) -> Result<Vec<u8>, Error> {
        if sealed.len() > MAX_SEALED_BYTES || sealed.len() < TAG_BYTES {
            return Err(Error::Handshake);
        }
        let following = following(self.next)?;
        let mut plaintext = vec![0; sealed.len()];
        let length = self.keys.read_message(self.next, sealed, &mut plaintext).map_err(|_| Error::Handshake)?;
        plaintext.truncate(length);
        self.next = following;
        Ok(plaintext)
    }
}

impl fmt::Debug for Receiver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Receiver(message {})", self.next)
    }
}

/// The last nonce is Noise's own, for rekeying.
fn following(nonce: u64) -> Result<u64, Error> {
    nonce.checked_add(1).filter(|next| *next < u64::MAX).ok_or(Error::Exhausted)
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
