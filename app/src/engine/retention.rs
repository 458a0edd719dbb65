//! What has had its time goes: the slots of timed rooms' periods are destroyed when due, and with them every body that
//! was sealed under them. While the clock is in doubt nothing is erased.

use net::room::charter::Retention;

use super::clock::LEAP_MS;
use super::fault::Code;
use super::home::Home;
use super::room::{Room, period_ms};
use super::snapshot::Notice;
use super::turn::Turn;
use crate::store::{Key, SlotId, Tree};

const HOUR_MS: u64 = 60 * 60 * 1000;
const DAY_MS: u64 = 24 * HOUR_MS;
/// How often the time is remembered, together with something else that is written.
const SEEN_MS: u64 = 10 * 60 * 1000;

fn seen_key() -> Key {
    Key::new(Tree::Meta, *b"seen")
}

/// When a period's bodies have all had their days.
fn due_ms(room: &Room, begins_ms: u64) -> Option<u64> {
    match room.charter()?.retention {
        Retention::Timed { days } => Some(begins_ms + period_ms(days) + u64::from(days) * DAY_MS),
        Retention::Ephemeral | Retention::Record => None,
    }
}

impl Home {
    /// When the next period is due.
    pub(super) fn next_erasure_ms(&self) -> Option<u64> {
        if self.doubted {
            return None;
        }
        let rooms = self.rooms.values();
        rooms.flat_map(|room| room.kept.periods.iter().filter_map(|period| due_ms(room, period.begins_ms))).min()
    }

    /// Doubts the clock: nothing is erased until somebody says that it is right.
    pub(super) fn doubt(&mut self, turn: &mut Turn) {
        let anything = self.rooms.values().any(|room| !room.kept.periods.is_empty());
        if !self.doubted && anything {
            self.doubted = true;
            self.notice = Some(Notice::ClockLeapt);
            turn.stale.profile = true;
        }
    }

    /// A message written just now by another's clock says that this one is right.
    pub(super) fn corroborate(&mut self, turn: &mut Turn, sent_at: u64) {
        if self.doubted && sent_at.abs_diff(turn.now_ms) < HOUR_MS {
            self.believe(turn);
            self.corroborated = true;
        }
    }

    /// Remembers now and then what time it was, so that a clock set back while Hearth was away is noticed.
    pub(super) fn remember_time(&mut self, now_ms: u64) {
        if self.doubted || now_ms < self.seen_ms + SEEN_MS {
            return;
        }
        self.seen_ms = now_ms;
        self.shelf.save(seen_key(), SlotId::PROFILE, &now_ms);
    }

    /// Doubts a clock that says it is long before what it said last.
    pub(super) fn compare_time(&mut self, turn: &mut Turn) -> Result<(), Code> {
        self.seen_ms = self.shelf.load(&seen_key())?.unwrap_or(0);
        if turn.now_ms + LEAP_MS < self.seen_ms {
            self.doubt(turn);
        }
        Ok(())
    }

    /// Believes the clock.
    pub(super) fn believe(&mut self, turn: &mut Turn) {
        if self.doubted {
            self.doubted = false;
            self.notice = self.notice.filter(|notice| *notice != Notice::ClockLeapt);
            turn.stale.profile = true;
        }
    }

    /// Destroys what is due.
    pub(super) fn erase_due(&mut self, turn: &mut Turn) {
        if self.next_erasure_ms().is_none_or(|at| at > turn.now_ms) {
            return;
        }
        let Self { rooms, shelf, .. } = self;
        for room in rooms.values_mut() {
            let due = |begins_ms| due_ms(room, begins_ms).is_some_and(|at| at <= turn.now_ms);
            let (gone, kept): (Vec<_>, Vec<_>) =
                room.kept.periods.iter().copied().partition(|period| due(period.begins_ms));
            for period in &gone {
                // Tried again in the next turn where it fails.
                if shelf.destroy_slot(SlotId(period.slot)).is_err() {
                    return;
                }
            }
            if !gone.is_empty() {
                room.kept.periods = kept;
                room.changed = true;
                room.last = None;
                turn.stale.rooms = true;
                turn.stale.open = true;
                tracing::info!(periods = gone.len(), "erased what had its time");
            }
        }
    }
}
