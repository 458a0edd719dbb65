//! How many frames strangers may send: a bucket that refills evenly over a minute.

use std::time::{Duration, Instant};

const MINUTE: Duration = Duration::from_secs(60);

/// Holds a minute's worth; starts full.
#[derive(Debug)]
pub(super) struct Bucket {
    per_minute: u32,
    /// In units of one sixty-thousandth of a frame, so that a millisecond refills `per_minute` of them.
    level: u64,
    refilled_at: Instant,
}

const FRAME: u64 = 60_000;

impl Bucket {
    pub(super) fn new(per_minute: u32, now: Instant) -> Self {
        Self { per_minute, level: u64::from(per_minute).saturating_mul(FRAME), refilled_at: now }
    }

    /// Takes one frame out; `false` where none is left.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        let elapsed = now.saturating_duration_since(self.refilled_at).min(MINUTE);
        let elapsed_ms = u64::try_from(elapsed.as_millis()).unwrap_or(FRAME);
        if elapsed_ms > 0 {
            let full = u64::from(self.per_minute).saturating_mul(FRAME);
            let refill = elapsed_ms.saturating_mul(u64::from(self.per_minute));
            self.level = self.level.saturating_add(refill).min(full);
            self.refilled_at = now;
        }
        match self.level.checked_sub(FRAME) {
            Some(level) => {
                self.level = level;
                true
            }
            None => false,
        }
    }
}

#[cfg(test)]
#[path = "budget_tests.rs"]
mod tests;
