//! The devices' logs as held here: heads, floors, and what waits for its causes.
//!
//! Memory is bounded by the number of devices and by the caps below, never by the number of messages.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crypto::id::{DeviceId, EntryId};
use minicbor::{Decode, Encode};

use super::exchange::{History, Located, Millis};
use crate::wire::entry::{Dep, MAX_DEPTH};
use crate::wire::frame::Floor;
use crate::wire::{Header, SignedEntry};

/// Entries that wait for their causes.
pub(super) const MAX_PENDING: usize = 4096;
/// Their bytes.
const MAX_PENDING_BYTES: usize = 8 * 1024 * 1024;
/// Causes that count as satisfied although nobody gave them.
const MAX_WAIVED: usize = 16 * 1024;
/// Places of the newest entries that are kept at hand.
const RECENT: usize = 8192;
/// How much deeper an entry may be than what can be checked here, where a cause of it can never be held.
const SLACK: u64 = 1 << 32;

/// One device's log as held here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
pub struct Chain {
    /// Nothing at or below it is held.
    #[n(0)]
    pub floor_seq: u64,
    /// No entry at or below the floor is deeper.
    #[n(1)]
    pub floor_depth: u64,
    /// The newest entry held.
    #[n(2)]
    pub head_seq: u64,
    /// Its depth.
    #[n(3)]
    pub head_depth: u64,
    /// Its id; zeros where it is not known.
    #[n(4)]
    pub head: EntryId,
    /// Its clamped time.
    #[n(5)]
    pub head_time: Millis,
    /// The device is frozen: nothing above this is taken from it.
    #[n(6)]
    pub cut: Option<u64>,
}

impl Chain {
    pub(super) const fn floor(&self, device: DeviceId) -> Floor {
        Floor {
            device,
            floor_seq: self.floor_seq,
            floor_depth: self.floor_depth,
            head_seq: self.head_seq,
            head: self.head,
        }
    }

    fn is_cut(&self, seq: u64) -> bool {
        self.cut.is_some_and(|cut| seq > cut)
    }
}

/// What an arriving entry is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Not held yet.
    New,
    /// Held already, or of a log that is frozen below it.
    Stale,
    /// Another entry stands at its place.
    Rival,
    /// Too far ahead, or too much is waiting.
    Overflow,
}

/// Whether the next entry of a log can take its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Readiness {
    /// It can; not before this time.
    Ready(Millis),
    /// This entry of another device is missing.
    Waits(DeviceId, u64),
    /// It contradicts what is held: its device is frozen below it.
    Broken,
}

/// The logs of a room.
#[derive(Debug, Default)]
pub(super) struct Log {
    chains: BTreeMap<DeviceId, Chain>,
    pending: BTreeMap<(DeviceId, u64), SignedEntry>,
    pending_bytes: usize,
    /// Missing entry → devices whose next entry waits for it.
    blocked: BTreeMap<(DeviceId, u64), BTreeSet<DeviceId>>,
    /// Causes that nobody could give: they count as satisfied.
    waived: BTreeSet<(DeviceId, u64)>,
    recent: BTreeMap<(DeviceId, u64), Located>,
    recent_order: VecDeque<(DeviceId, u64)>,
    dirty: BTreeSet<DeviceId>,
}

impl Log {
    pub(super) fn chain(&self, device: DeviceId) -> Chain {
        self.chains.get(&device).copied().unwrap_or_default()
    }

    pub(super) fn chains(&self) -> impl Iterator<Item = (DeviceId, &Chain)> {
        self.chains.iter().map(|(device, chain)| (*device, chain))
    }

    pub(super) fn frontier(&self) -> Vec<Floor> {
        self.chains.iter().map(|(device, chain)| chain.floor(*device)).collect()
    }

    pub(super) fn set_chain(&mut self, device: DeviceId, chain: Chain) {
        self.chains.insert(device, chain);
        self.dirty.insert(device);
    }

    /// Devices whose chains changed since the last call.
    pub(super) fn take_dirty(&mut self) -> BTreeSet<DeviceId> {
        std::mem::take(&mut self.dirty)
    }

    /// Nothing at or below the heads is held any more.
    pub(super) fn raise_floors(&mut self) {
        for chain in self.chains.values_mut() {
            chain.floor_seq = chain.head_seq;
            chain.floor_depth = chain.head_depth.max(chain.floor_depth);
        }
    }

    /// Goes on from a floor that lies above the head.
    pub(super) fn adopt(&mut self, floor: &Floor) {
        let mut chain = self.chain(floor.device);
        if floor.floor_seq <= chain.head_seq || chain.is_cut(floor.floor_seq) || floor.floor_depth > MAX_DEPTH {
            return;
        }
        let known = floor.head_seq == floor.floor_seq;
        chain.floor_seq = floor.floor_seq;
        chain.floor_depth = floor.floor_depth.max(chain.head_depth).max(chain.floor_depth);
        chain.head_seq = floor.floor_seq;
        chain.head_depth = chain.floor_depth;
        chain.head = if known { floor.head } else { EntryId::default() };
        self.set_chain(floor.device, chain);
    }

    pub(super) fn locate(&self, history: &dyn History, device: DeviceId, seq: u64) -> Option<Located> {
        let chain = self.chains.get(&device)?;
        if seq == chain.head_seq && chain.head != EntryId::default() {
            return Some(Located { id: chain.head, depth: chain.head_depth });
        }
        if seq <= chain.floor_seq || seq > chain.head_seq {
            return None;
        }
        self.recent.get(&(device, seq)).copied().or_else(|| history.locate(device, seq))
    }

    pub(super) fn arrival(&self, history: &dyn History, entry: &SignedEntry) -> Arrival {
        let header = entry.header();
        let chain = self.chain(header.device);
        if header.seq <= chain.floor_seq {
            return Arrival::Stale;
        }
        if header.seq <= chain.head_seq {
            let held = self.locate(history, header.device, header.seq);
            return if held.is_some_and(|held| held.id != entry.id()) { Arrival::Rival } else { Arrival::Stale };
        }
        if chain.is_cut(header.seq) {
            return Arrival::Stale;
        }
        match self.pending.get(&(header.device, header.seq)) {
            Some(waiting) if waiting.id() != entry.id() => Arrival::Rival,
            Some(_) => Arrival::Stale,
            None if header.seq > chain.head_seq + MAX_PENDING as u64 => Arrival::Overflow,
            None if self.is_full() => Arrival::Overflow,
            None => Arrival::New,
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.pending.len() >= MAX_PENDING || self.pending_bytes >= MAX_PENDING_BYTES
    }

    pub(super) fn is_half_full(&self) -> bool {
        self.pending.len() >= MAX_PENDING / 2 || self.pending_bytes >= MAX_PENDING_BYTES / 2
    }

    pub(super) fn park(&mut self, entry: SignedEntry) {
        self.pending_bytes += entry.bytes().len();
        self.pending.insert((entry.header().device, entry.header().seq), entry);
    }

    pub(super) fn parked(&self, device: DeviceId, seq: u64) -> Option<&SignedEntry> {
        self.pending.get(&(device, seq))
    }

    pub(super) fn unpark(&mut self, device: DeviceId, seq: u64) -> Option<SignedEntry> {
        let entry = self.pending.remove(&(device, seq))?;
        self.pending_bytes = self.pending_bytes.saturating_sub(entry.bytes().len());
        Some(entry)
    }

    /// Parked entries of a device up to `seq`, taken out.
    pub(super) fn unpark_to(&mut self, device: DeviceId, seq: u64) -> Vec<SignedEntry> {
        let keys: Vec<u64> = self.pending.range((device, 0)..=(device, seq)).map(|((_, seq), _)| *seq).collect();
        keys.into_iter().filter_map(|seq| self.unpark(device, seq)).collect()
    }

    /// The first entry of a device that is neither held nor parked.
    pub(super) fn first_missing(&self, device: DeviceId) -> u64 {
        let mut next = self.chain(device).head_seq + 1;
        for ((_, seq), _) in self.pending.range((device, next)..=(device, u64::MAX)) {
            if *seq != next {
                break;
            }
            next += 1;
        }
        next
    }

    /// Whether a well-formed, verified entry fits in where its log ends.
    pub(super) fn readiness(&self, history: &dyn History, header: &Header) -> Readiness {
        let chain = self.chain(header.device);
        let prev_known = chain.head_seq == 0 || chain.head != EntryId::default();
        if header.seq != chain.head_seq + 1 || (prev_known && header.prev != chain.head) {
            return Readiness::Broken;
        }
        // A floor whose entry isn't known tells only that nothing below is deeper.
        let bare = chain.head_seq > 0 && chain.head_seq == chain.floor_seq && chain.head == EntryId::default();
        let (mut held, mut loose) = if bare { (0, chain.floor_depth) } else { (chain.head_depth, 0) };
        let (mut lost, mut time) = (false, chain.head_time);
        for dep in &header.deps {
            match self.cause(history, dep) {
                Cause::Held(depth, at) => (held, time) = (held.max(depth), time.max(at)),
                Cause::Below(depth) => loose = loose.max(depth),
                Cause::Lost => lost = true,
                Cause::Missing => return Readiness::Waits(dep.device, dep.seq),
            }
        }
        if lost {
            loose = loose.max(held.saturating_add(SLACK));
        }
        let fits = (held + 1..=held.max(loose) + 1).contains(&header.depth);
        if fits { Readiness::Ready(time) } else { Readiness::Broken }
    }

    fn cause(&self, history: &dyn History, dep: &Dep) -> Cause {
        let Some(chain) = self.chains.get(&dep.device) else {
            return if self.waived.contains(&(dep.device, dep.seq)) { Cause::Lost } else { Cause::Missing };
        };
        if dep.seq > chain.head_seq {
            let lost = chain.is_cut(dep.seq) || self.waived.contains(&(dep.device, dep.seq));
            return if lost { Cause::Lost } else { Cause::Missing };
        }
        match self.locate(history, dep.device, dep.seq) {
            Some(found) if found.id == dep.id => {
                Cause::Held(found.depth, if dep.seq == chain.head_seq { chain.head_time } else { 0 })
            }
            // The author saw the other branch of a device that signed two.
            Some(_) => Cause::Lost,
            None if dep.seq <= chain.floor_seq => Cause::Below(chain.floor_depth),
            None => Cause::Below(chain.head_depth),
        }
    }

    /// Puts an entry at the end of its log.
    pub(super) fn advance(&mut self, entry: &SignedEntry, time: Millis) {
        let header = entry.header();
        let mut chain = self.chain(header.device);
        chain.head_seq = header.seq;
        chain.head_depth = header.depth;
        chain.head = entry.id();
        chain.head_time = time;
        self.set_chain(header.device, chain);
        let key = (header.device, header.seq);
        self.recent.insert(key, Located { id: entry.id(), depth: header.depth });
        self.recent_order.push_back(key);
        if self.recent_order.len() > RECENT
            && let Some(old) = self.recent_order.pop_front()
        {
            self.recent.remove(&old);
        }
    }

    pub(super) fn block(&mut self, device: DeviceId, missing: (DeviceId, u64)) {
        self.blocked.entry(missing).or_default().insert(device);
    }

    /// Devices whose next entry waited for anything of `device` up to where it stands now.
    pub(super) fn unblock(&mut self, device: DeviceId) -> BTreeSet<DeviceId> {
        let reach = self.chain(device).cut.map_or_else(|| self.chain(device).head_seq, |_| u64::MAX);
        let keys: Vec<_> = self.blocked.range((device, 0)..=(device, reach)).map(|(key, _)| *key).collect();
        keys.into_iter().filter_map(|key| self.blocked.remove(&key)).flatten().collect()
    }

    /// Missing causes that block something.
    pub(super) fn missing(&self) -> impl Iterator<Item = (DeviceId, u64)> {
        self.blocked.keys().copied()
    }

    /// Counts missing causes that nobody could give as satisfied; returns the devices that may go on.
    pub(super) fn waive(&mut self, hopeless: &BTreeSet<(DeviceId, u64)>) -> BTreeSet<DeviceId> {
        if self.waived.len() < MAX_WAIVED {
            self.waived.extend(hopeless);
        }
        hopeless.iter().filter_map(|key| self.blocked.remove(key)).flatten().collect()
    }

    /// Freezes a device: what is held stays, nothing more is taken, and what names more counts as satisfied.
    pub(super) fn freeze(&mut self, device: DeviceId, below: u64) -> bool {
        let mut chain = self.chain(device);
        if chain.cut.is_some() {
            return false;
        }
        chain.cut = Some(chain.head_seq.max(below.saturating_sub(1)));
        self.set_chain(device, chain);
        self.unpark_to(device, u64::MAX);
        true
    }
}

/// How an entry's cause stands here.
enum Cause {
    /// Held: depth and, where at hand, its time.
    Held(u64, Millis),
    /// Below a floor: at most this deep.
    Below(u64),
    /// Never to be held.
    Lost,
    /// Not held yet.
    Missing,
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
