//! How dear a passphrase hash is.

use std::time::Duration;

use argon2::Params;
use minicbor::{Decode, Encode};

use crate::error::Error;

/// Argon2id's memory and passes; one lane, since the library fills lanes one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct KdfParams {
    #[n(0)]
    memory_kib: u32,
    #[n(1)]
    passes: u32,
}

impl KdfParams {
    /// The least that is ever used, and what [`Self::tuned`] wants measured: 64 MiB, 3 passes (the second recommended
    /// option of RFC 9106, with one lane).
    pub const LEAST: Self = Self { memory_kib: 64 * 1024, passes: 3 };

    const MOST_MEMORY_KIB: u32 = 1024 * 1024;
    const MOST_PASSES: u32 = 64;
    const AIM: Duration = Duration::from_millis(600);
    const PREFERRED_MEMORY_KIB: u32 = 256 * 1024;

    /// Parameters that take about 0.6 s where [`Self::LEAST`] took `measured`: memory first, up to 256 MiB, then
    /// passes. Never below [`Self::LEAST`], however slow the machine.
    #[must_use]
    pub fn tuned(measured: Duration) -> Self {
        let fits = |params: Self| measured.as_micros() * params.cost() / Self::LEAST.cost() <= Self::AIM.as_micros();
        let doubled = |params: Self| Self { memory_kib: params.memory_kib.saturating_mul(2), ..params };
        let longer = |params: Self| Self { passes: params.passes.saturating_add(1), ..params };
        let mut params = Self::LEAST;
        while params.memory_kib < Self::PREFERRED_MEMORY_KIB && fits(doubled(params)) {
            params = doubled(params);
        }
        while params.passes < Self::MOST_PASSES && fits(longer(params)) {
            params = longer(params);
        }
        params
    }

    /// Time grows with the product; both factors are 32 bits wide.
    const fn cost(self) -> u128 {
        self.memory_kib as u128 * self.passes as u128
    }

    pub(super) fn sane(self) -> bool {
        (Self::LEAST.memory_kib..=Self::MOST_MEMORY_KIB).contains(&self.memory_kib)
            && (1..=Self::MOST_PASSES).contains(&self.passes)
    }

    pub(super) fn argon2(self) -> Result<Params, Error> {
        Params::new(self.memory_kib, self.passes, 1, Some(32)).map_err(|_| Error::Malformed)
    }

    /// Memory in KiB.
    #[must_use]
    pub const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    /// Passes over it.
    #[must_use]
    pub const fn passes(self) -> u32 {
        self.passes
    }
}
