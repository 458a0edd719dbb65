//! Simulated time: one queue of what will happen, in the order of time and then of arrival in the queue.

use std::collections::BTreeMap;

/// The world's clock and agenda.
#[derive(Debug)]
pub struct Clock<T> {
    now_ms: u64,
    next: u64,
    agenda: BTreeMap<(u64, u64), T>,
}

impl<T> Clock<T> {
    /// A clock that shows `now_ms`, with nothing on its agenda.
    #[must_use]
    pub const fn starting_at(now_ms: u64) -> Self {
        Self { now_ms, next: 0, agenda: BTreeMap::new() }
    }

    /// Unix milliseconds.
    #[must_use]
    pub const fn now_ms(&self) -> u64 {
        self.now_ms
    }

    /// Puts something on the agenda; what lies in the past happens next.
    pub fn at(&mut self, when_ms: u64, what: T) {
        self.next += 1;
        self.agenda.insert((when_ms.max(self.now_ms), self.next), what);
    }

    /// Puts something on the agenda a while from now.
    pub fn after(&mut self, pause_ms: u64, what: T) {
        self.at(self.now_ms.saturating_add(pause_ms), what);
    }

    /// Moves to the next thing on the agenda that is due at `until_ms` or before; with none, to `until_ms`.
    pub fn advance(&mut self, until_ms: u64) -> Option<T> {
        match self.agenda.first_entry() {
            Some(first) if first.key().0 <= until_ms => {
                self.now_ms = self.now_ms.max(first.key().0);
                Some(first.remove())
            }
            _ => {
                self.now_ms = self.now_ms.max(until_ms);
                None
            }
        }
    }
}

#[cfg(test)]
#[path = "clock_tests.rs"]
mod tests;
