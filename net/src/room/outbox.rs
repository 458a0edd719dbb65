//! How far this device's own entries came with each member: what is shown must be true.
//!
//! `queued` until written to a link of theirs, `delivered` when one of their devices says that it stored it, `read`
//! when they say so. Acknowledgements and marks are kept over a restart (not in ephemeral rooms); `sent` is not, since
//! what was never acknowledged is sent again.

use std::collections::{BTreeMap, BTreeSet};

use crypto::id::{DeviceId, MemberId};
use minicbor::{Decode, Encode};

use super::exchange::Delivery;

/// What one device of another member has of this device's log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub(super) struct Ack {
    /// Entries up to here were never meant for it: it joined later.
    #[n(0)]
    pub(super) since: u64,
    /// Stored there up to here.
    #[n(1)]
    pub(super) delivered: u64,
    /// Whether it ever said where it stands.
    #[n(2)]
    pub(super) met: bool,
    /// Written to its link up to here; not kept.
    #[cbor(skip)]
    pub(super) sent: u64,
    /// What it never said that it stored before its floor rose above it: memory of an ephemeral room that was lost.
    #[cbor(skip)]
    pub(super) lost: Gaps,
}

/// Spans of a log, each from above the first number up to the second.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Gaps(Vec<(u64, u64)>);

impl Gaps {
    /// More restarts than this are taken together: rather too little is claimed than too much.
    const MOST: usize = 16;

    /// Adds the span from above `reached` to a floor, where the floor is news.
    fn add(&mut self, reached: u64, floor: u64) {
        let reached = self.0.last().map_or(reached, |last| last.1.max(reached));
        if floor <= reached {
            return;
        }
        if self.0.len() >= Self::MOST
            && let Some(last) = self.0.last_mut()
        {
            last.1 = floor;
        } else {
            self.0.push((reached, floor));
        }
    }

    fn holds(&self, seq: u64) -> bool {
        self.0.iter().any(|(above, up_to)| seq > *above && seq <= *up_to)
    }
}

/// What the other members have of this device's log.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    acks: BTreeMap<DeviceId, Ack>,
    read: BTreeMap<MemberId, u64>,
    unread: BTreeMap<MemberId, Gaps>,
    dirty_acks: BTreeSet<DeviceId>,
    dirty_read: BTreeSet<MemberId>,
}

impl Outbox {
    pub(super) fn restore_ack(&mut self, device: DeviceId, ack: Ack) {
        self.acks.insert(device, ack);
    }

    pub(super) fn restore_read(&mut self, member: MemberId, seq: u64) {
        self.read.insert(member, seq);
    }

    /// A device joined when this log stood at `head`.
    pub(super) fn joined(&mut self, device: DeviceId, head: u64) {
        self.acks.entry(device).or_insert(Ack { since: head, ..Ack::default() });
        self.dirty_acks.insert(device);
    }

    /// A device told its floor in this log; the first telling decides what was meant for it.
    pub(super) fn meet(&mut self, device: DeviceId, floor: u64) {
        let ack = self.acks.entry(device).or_default();
        if !ack.met {
            (ack.met, ack.since) = (true, floor);
            self.dirty_acks.insert(device);
        }
    }

    /// A device holds nothing up to `floor`: what it had not acknowledged until then it may never have had.
    pub(super) fn skipped(&mut self, device: DeviceId, member: MemberId, floor: u64) {
        if floor == 0 {
            return;
        }
        let ack = self.acks.entry(device).or_default();
        ack.lost.add(ack.delivered.max(ack.since), floor);
        let read = self.read.get(&member).copied().unwrap_or(0);
        self.unread.entry(member).or_default().add(read.max(ack.since), floor);
    }

    /// Entries up to `seq` were written to a device's link; whether that is news.
    pub(super) fn sent(&mut self, device: DeviceId, seq: u64) -> bool {
        let ack = self.acks.entry(device).or_default();
        let news = seq > ack.sent && seq > ack.delivered;
        ack.sent = ack.sent.max(seq);
        news
    }

    /// A device has stored entries up to `seq`; whether that is news.
    pub(super) fn delivered(&mut self, device: DeviceId, seq: u64) -> bool {
        let ack = self.acks.entry(device).or_default();
        if seq <= ack.delivered {
            return false;
        }
        ack.delivered = seq;
        let meant = seq > ack.since;
        self.dirty_acks.insert(device);
        meant
    }

    /// A member has read entries up to `seq`; whether that is news.
    pub(super) fn read(&mut self, member: MemberId, seq: u64) -> bool {
        let read = self.read.entry(member).or_default();
        if seq <= *read {
            return false;
        }
        *read = seq;
        self.dirty_read.insert(member);
        true
    }

    /// How far one entry came with a member of these devices; `None` where it was never meant for them.
    pub(super) fn state(&self, member: MemberId, devices: &[DeviceId], seq: u64) -> Option<Delivery> {
        let acks: Vec<Ack> = devices.iter().map(|device| self.acks.get(device).cloned().unwrap_or_default()).collect();
        if acks.iter().any(|ack| ack.delivered >= seq && ack.since < seq && !ack.lost.holds(seq)) {
            let unread = self.unread.get(&member).is_some_and(|gaps| gaps.holds(seq));
            let read = !unread && self.read.get(&member).is_some_and(|read| *read >= seq);
            return Some(if read { Delivery::Read } else { Delivery::Delivered });
        }
        if !acks.is_empty() && acks.iter().all(|ack| ack.since >= seq) {
            return None;
        }
        let sent = acks.iter().any(|ack| ack.sent >= seq);
        Some(if sent { Delivery::Sent } else { Delivery::Queued })
    }

    /// Whether a device has stored entries up to `seq`.
    pub(super) fn has(&self, device: DeviceId, seq: u64) -> bool {
        self.acks.get(&device).is_some_and(|ack| ack.delivered >= seq)
    }

    /// What devices have, where it changed since the last call.
    pub(super) fn take_acks(&mut self) -> Vec<(DeviceId, Ack)> {
        let dirty = std::mem::take(&mut self.dirty_acks);
        dirty.into_iter().filter_map(|device| Some((device, self.acks.get(&device)?.clone()))).collect()
    }

    /// How far members have read, where it changed since the last call.
    pub(super) fn take_reads(&mut self) -> Vec<(MemberId, u64)> {
        let dirty = std::mem::take(&mut self.dirty_read);
        dirty.into_iter().filter_map(|member| Some((member, *self.read.get(&member)?))).collect()
    }
}

#[cfg(test)]
#[path = "outbox_tests.rs"]
mod tests;
