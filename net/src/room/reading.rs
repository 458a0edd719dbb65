//! How far this person has read, and what their peers are told of it.
//!
//! Each author learns only how far their own log was read. An entry that arrives late and stands above the mark was not
//! seen when the mark was made, so it does not count as read: what was read is noted for each log at that moment.

use crypto::group::keys::{Keys, Roster as _};
use crypto::id::DeviceId;

use super::exchange::{Delivery, Event};
use super::keeping;
use super::machine::{Room, Turn};
use crate::wire::frame::Frame;
use crate::wire::{Place, codec};

impl<K: Keys> Room<K> {
    /// This person has seen everything held here up to a place.
    pub(super) fn mark_read(&mut self, turn: &mut Turn<'_>, up_to: Place) {
        if self.own.mark.is_none_or(|mark| mark < up_to) {
            (self.own.mark, self.own.dirty) = (Some(up_to), true);
        }
        let others = |device: &DeviceId| self.orders.member(*device) != Some(self.me());
        let logs: Vec<DeviceId> = self.log.chains().map(|(device, _)| device).filter(others).collect();
        for device in logs {
            let seq = self.last_at(turn, device, up_to);
            let before = self.seen.get(&device).copied().unwrap_or(0);
            if seq <= before.max(self.log.chain(device).floor_seq) {
                continue;
            }
            self.seen.insert(device, seq);
            if !self.is_ephemeral() {
                Self::put(turn, keeping::seen_key(device), codec::encode(&seq));
            }
            if let Some(up_to) = self.seen_of(turn, device) {
                for id in self.links.of_device(device) {
                    turn.send(id, &Frame::Mark { up_to });
                }
            }
        }
    }

    /// The last entry of a device's log that this person has read.
    pub(super) fn seen_of(&self, turn: &Turn<'_>, device: DeviceId) -> Option<Place> {
        let seq = self.seen.get(&device).copied()?;
        let found = self.log.locate(turn.history, device, seq)?;
        Some(Place { depth: found.depth, device, seq })
    }

    /// A member has read this device's log up to here, and so holds it.
    pub(super) fn take_mark(&mut self, turn: &mut Turn<'_>, device: DeviceId, up_to: Place) {
        let Some(member) = self.orders.member(device).filter(|member| *member != self.me()) else { return };
        let up_to_seq = up_to.seq;
        if up_to.device != self.device() || up_to_seq > self.log.chain(up_to.device).head_seq {
            return;
        }
        self.outbox.delivered(device, up_to_seq);
        if self.outbox.read(member, up_to_seq) {
            turn.tell(Event::Delivery { member, up_to_seq, state: Delivery::Read });
        }
    }

    /// The last entry of a log at or before a place, by bisection.
    fn last_at(&self, turn: &Turn<'_>, device: DeviceId, up_to: Place) -> u64 {
        let chain = self.log.chain(device);
        let stands_before = |seq: u64| {
            let found = self.log.locate(turn.history, device, seq);
            found.is_some_and(|found| Place { depth: found.depth, device, seq } <= up_to)
        };
        let (mut low, mut high) = (chain.floor_seq, chain.head_seq);
        if stands_before(high) {
            return high;
        }
        while low < high {
            let middle = low + (high - low).div_ceil(2);
            if stands_before(middle) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        low
    }
}
