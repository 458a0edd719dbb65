//! How long to wait after wrong passphrases: 1, 2, 4 … seconds, at most 5 minutes.
//!
//! While it runs the right passphrase is refused too. It is stored outside the vault, since it must be read before
//! the vault opens: whoever can write the disk can reset it, and is held up by the cost of the hash alone.

use minicbor::{Decode, Encode};

use crate::error::Error;

const LONGEST_MS: u64 = 300_000;

/// The count of wrong passphrases since the last right one. Encoded as a CBOR map {0 failures, 1 not before}.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(map)]
pub struct Backoff {
    #[n(0)]
    failures: u32,
    #[n(1)]
    not_before_ms: u64,
}

impl Backoff {
    /// One more wrong passphrase at `now_ms`. The caller stores it before it answers.
    #[must_use]
    pub fn after_failure(self, now_ms: u64) -> Self {
        let failures = self.failures.saturating_add(1);
        let next = Self { failures, not_before_ms: 0 };
        Self { failures, not_before_ms: now_ms.saturating_add(next.delay_ms()) }
    }

    /// Whether a passphrase may be tried.
    ///
    /// # Errors
    /// How many milliseconds are left to wait; never more than the delay itself, whatever the clock says.
    pub fn check(self, now_ms: u64) -> Result<(), u64> {
        match self.not_before_ms.saturating_sub(now_ms).min(self.delay_ms()) {
            0 => Ok(()),
            left => Err(left),
        }
    }

    /// The same, begun anew where the clock was set back past its start: a wait never grows longer than its delay.
    /// Called when the counter is read and stored where it differs.
    #[must_use]
    pub fn anchored(self, now_ms: u64) -> Self {
        Self { not_before_ms: self.not_before_ms.min(now_ms.saturating_add(self.delay_ms())), ..self }
    }

    /// Wrong passphrases in a row.
    #[must_use]
    pub const fn failures(self) -> u32 {
        self.failures
    }

    /// The bytes to store.
    #[must_use]
    pub fn encode(self) -> Vec<u8> {
        minicbor::to_vec(self).expect("writing to memory cannot fail")
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn decode(bytes: &[u8]) -> Result<Self, Error> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let backoff = decoder.decode().map_err(|_| Error::Malformed)?;
        if decoder.position() == bytes.len() { Ok(backoff) } else { Err(Error::Malformed) }
    }

    fn delay_ms(self) -> u64 {
        match self.failures.checked_sub(1) {
            None => 0,
            Some(doublings) => 1000_u64.checked_shl(doublings.min(16)).unwrap_or(LONGEST_MS).min(LONGEST_MS),
        }
    }
}

#[cfg(test)]
#[path = "backoff_tests.rs"]
mod tests;
