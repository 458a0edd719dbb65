//! The engine's one clock: Unix milliseconds that never run backwards while the process lives.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A leap longer than this erases nothing until it is confirmed.
pub const LEAP_MS: u64 = 24 * 60 * 60 * 1000;
/// Below this the wall clock and ours are the same.
const DRIFT_MS: u64 = 500;

/// Advances with the monotonic clock; follows the wall clock forwards (sleep, a corrected clock), never backwards.
#[derive(Debug)]
pub struct Clock {
    unix_ms: u64,
    at: Instant,
    leapt: bool,
}

impl Clock {
    /// Starts from the wall clock.
    pub fn start() -> Self {
        Self { unix_ms: wall_ms(), at: Instant::now(), leapt: false }
    }

    /// Now.
    pub fn now_ms(&mut self) -> u64 {
        let ours = self.unix_ms.saturating_add(millis(self.at.elapsed()));
        let wall = wall_ms();
        self.leapt |= wall.abs_diff(ours) > LEAP_MS;
        let now = if wall > ours.saturating_add(DRIFT_MS) { wall } else { ours };
        self.unix_ms = now;
        self.at = Instant::now();
        now
    }

    /// Whether the wall clock leapt by more than a day since it was last confirmed.
    pub const fn leapt(&self) -> bool {
        self.leapt
    }

    /// Believes the clock again.
    pub const fn confirm(&mut self) {
        self.leapt = false;
    }
}

fn wall_ms() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis)
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
