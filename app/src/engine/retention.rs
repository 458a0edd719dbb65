//! What has had its time goes: the slots of timed rooms' periods are destroyed when due, and with them every body that
//! was sealed under them. While the clock is in doubt nothing is erased.

use net::room::charter::Retention;

use super::home::Home;
use super::room::{Room, period_ms};
use super::snapshot::Notice;
use super::turn::Turn;
use crate::store::SlotId;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

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
