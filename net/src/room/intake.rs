//! Taking entries in, and making them: everything is validated before anything is stored.

use crypto::group::keys::Keys;
use crypto::id::{DeviceId, EntryId, RoomId};

use super::charter::Retention;
use super::checking;
use super::exchange::{Applied, Event, Millis, Refused, Write};
use super::log::{Arrival, Readiness};
use super::machine::{Room, Turn};
use crate::link::LinkId;
use crate::wire::entry::{Dep, MAX_DEPS, VERSION};
use crate::wire::order::Order;
use crate::wire::{Body, Header, Kind, SignedEntry};

/// A claimed time lies at most this far ahead of receipt.
const AHEAD_MS: Millis = 120_000;
/// Entries of unknown devices that are kept until an order introduces them.
const MAX_UNKNOWN: usize = 256;
/// Order heads that a new order names at most, so that there is room for others.
const MAX_ORDER_HEADS: usize = 8;

impl<K: Keys> Room<K> {
    /// This person writes.
    pub(super) fn author(&mut self, turn: &mut Turn<'_>, body: &Body) -> Result<(), Refused> {
        self.may_write(body.kind())?;
        if self.log.chain(self.device()).cut.is_some() {
            // A twin of this device has written: nobody would take what this one writes.
            return Err(Refused::Keys);
        }
        body.check().map_err(|_| Refused::TooLong)?;
        let entry = self.compose(turn, body.kind(), &body.encode());
        turn.out.authored = Some((entry.id(), entry.place()));
        self.apply(turn, entry.clone(), turn.now);
        self.push(turn, &entry);
        Ok(())
    }

    /// Makes this device's next entry; it is neither stored nor sent yet.
    pub(super) fn compose(&self, turn: &mut Turn<'_>, kind: Kind, body: &[u8]) -> SignedEntry {
        let device = self.device();
        let chain = self.log.chain(device);
        let (deps, deepest) = self.pick_deps(kind);
        // On disk of an ephemeral room, an order's time would be a join time.
        let silent = kind == Kind::ORDER && self.is_ephemeral();
        let header = Header {
            version: VERSION,
            room: self.id,
            device,
            seq: chain.head_seq + 1,
            prev: chain.head,
            deps,
            depth: 1 + deepest.max(chain.head_depth),
            kind,
            sent_at: if silent { 0 } else { turn.now.max(chain.head_time) },
            body_hash: [0; 32],
        };
        let mut salt = [0; 16];
        turn.rng.fill_bytes(&mut salt);
        SignedEntry::sign(header, salt, body, &self.identity.device)
    }

    /// The heads that a new entry names: for orders the newest orders first, then the deepest that moved since this
    /// device last wrote. Everything older is implied by them or by its own log.
    fn pick_deps(&self, kind: Kind) -> (Vec<Dep>, u64) {
        let me = self.device();
        let mut picked = std::collections::BTreeMap::new();
        if kind == Kind::ORDER {
            for dep in self.orders.heads().into_iter().filter(|dep| dep.device != me).take(MAX_ORDER_HEADS) {
                let depth = self.orders.node(dep.id).map_or(0, |node| node.place.depth);
                picked.insert(dep.device, (dep, depth));
            }
        }
        let mut fresh: Vec<_> = self.fresh.iter().filter(|device| **device != me).collect();
        fresh.sort_by_key(|device| std::cmp::Reverse(self.log.chain(**device).head_depth));
        for device in fresh.into_iter().copied() {
            let chain = self.log.chain(device);
            if picked.len() >= MAX_DEPS && !picked.contains_key(&device) {
                break;
            }
            if chain.head_seq > 0 && chain.head != EntryId::default() {
                picked.insert(device, (Dep { device, seq: chain.head_seq, id: chain.head }, chain.head_depth));
            }
        }
        let deepest = picked.values().map(|(_, depth)| *depth).max().unwrap_or(0);
        (picked.into_values().map(|(dep, _)| dep).collect(), deepest)
    }

    /// Takes the entries of a batch, in its order; their signatures are checked all at once.
    pub(super) fn offer_all(&mut self, turn: &mut Turn<'_>, entries: Vec<SignedEntry>, from: LinkId) {
        let to_check = |entry: SignedEntry| {
            let header = entry.header();
            // What is held already isn't worth the work.
            let fresh = header.seq > self.log.chain(header.device).head_seq;
            let certificate = self.orders.certificate(header.device).filter(|_| fresh).cloned();
            (entry, certificate)
        };
        let entries: Vec<_> = entries.into_iter().map(to_check).collect();
        let signed = checking::signed(&entries);
        for ((entry, _), signed) in entries.into_iter().zip(signed) {
            self.consider(turn, entry, Some(from), signed);
        }
    }

    /// Takes an entry that somebody transmitted.
    pub(super) fn offer(&mut self, turn: &mut Turn<'_>, entry: SignedEntry) {
        self.consider(turn, entry, None, None);
    }

    /// `signed` says whether the signature of the entry's device was found on it, where that was looked at before.
    fn consider(&mut self, turn: &mut Turn<'_>, entry: SignedEntry, from: Option<LinkId>, signed: Option<bool>) {
        if !self.belongs(&entry) || !self.may_be_bare(turn.now, &entry) {
            return;
        }
        let (device, seq) = (entry.header().device, entry.header().seq);
        match self.log.arrival(turn.history, &entry) {
            Arrival::Stale | Arrival::Overflow => return,
            Arrival::Rival => return self.rival(turn, &entry),
            Arrival::New => {}
        }
        let Some(certificate) = self.orders.certificate_for(&entry) else {
            if self.unknown.len() < MAX_UNKNOWN {
                self.unknown.entry((device, seq)).or_insert(entry);
            }
            return;
        };
        if !signed.unwrap_or_else(|| entry.verify(&certificate)) {
            return;
        }
        if let Some(link) = from {
            self.links.saw(link, &entry, &self.log);
        }
        self.log.park(entry);
        self.drain(turn, device);
    }

    /// Whether the entry names this room; the create order can't, since the room is named after it.
    fn belongs(&self, entry: &SignedEntry) -> bool {
        let room = entry.header().room;
        room == self.id
            || (room == RoomId::default() && entry.id().0 == self.id.0 && entry.header().kind == Kind::ORDER)
    }

    /// A body may only be missing where the charter has erased it by now; else somebody withheld it.
    fn may_be_bare(&self, now: Millis, entry: &SignedEntry) -> bool {
        const SLACK_MS: Millis = 3_600_000;
        match self.charter().retention {
            _ if entry.body().is_some() => true,
            Retention::Timed { days } if entry.header().kind != Kind::ORDER => {
                now + SLACK_MS >= entry.header().sent_at + Millis::from(days) * 86_400_000
            }
            _ => false,
        }
    }

    /// Two entries of one device at one place: it was cloned, or lies. It is frozen; if both are orders, both count as
    /// given, so that everyone computes the same members.
    fn rival(&mut self, turn: &mut Turn<'_>, entry: &SignedEntry) {
        let (device, seq) = (entry.header().device, entry.header().seq);
        if !self.orders.certificate(device).is_some_and(|certificate| entry.verify(certificate)) {
            return;
        }
        if self.log.freeze(device, seq) {
            turn.tell(Event::Equivocation { device });
        }
        if let Some(Ok(Some(order))) = entry.body().filter(|_| entry.header().kind == Kind::ORDER).map(Order::decode) {
            self.take_order(turn, entry, order);
        }
        self.wake(turn, device);
    }

    /// Puts everything in its place that can be, beginning with a device's log.
    pub(super) fn drain(&mut self, turn: &mut Turn<'_>, device: DeviceId) {
        let mut work = vec![device];
        while let Some(device) = work.pop() {
            loop {
                let next = self.log.chain(device).head_seq + 1;
                let Some(entry) = self.log.parked(device, next) else { break };
                match self.log.readiness(turn.history, entry.header()) {
                    Readiness::Ready(time) => {
                        let Some(entry) = self.log.unpark(device, next) else { break };
                        self.apply(turn, entry, time);
                        work.extend(self.log.unblock(device));
                    }
                    Readiness::Waits(missing, seq) => {
                        self.log.block(device, (missing, seq));
                        self.links.miss(missing, turn.now);
                        break;
                    }
                    Readiness::Broken => {
                        if self.log.freeze(device, next) {
                            turn.tell(Event::Equivocation { device });
                        }
                        work.extend(self.log.unblock(device));
                        break;
                    }
                }
            }
        }
    }

    /// Lets go on what waited for a device.
    pub(super) fn wake(&mut self, turn: &mut Turn<'_>, device: DeviceId) {
        for waiting in self.log.unblock(device) {
            self.drain(turn, waiting);
        }
    }

    /// An entry takes its place: everything about it was checked.
    pub(super) fn apply(&mut self, turn: &mut Turn<'_>, entry: SignedEntry, not_before: Millis) {
        let header = entry.header();
        let (device, seq, kind) = (header.device, header.seq, header.kind);
        let sent_at = header.sent_at.max(not_before).min(turn.now + AHEAD_MS);
        self.log.advance(&entry, sent_at);
        if device == self.device() {
            // Only now: an entry that was composed and then refused has named nothing.
            for dep in header.deps.iter().filter(|dep| self.log.chain(dep.device).head_seq == dep.seq) {
                self.fresh.remove(&dep.device);
            }
        } else {
            self.fresh.insert(device);
        }
        self.links.news(device, seq, turn.now);
        self.heed_deps(turn, &entry);
        turn.out.persist.push(Write::Entry {
            place: entry.place(),
            id: entry.id(),
            kind,
            bytes: entry.bytes().to_vec(),
            received_at: turn.now,
        });
        let order = if kind == Kind::ORDER { entry.body().map(Order::decode) } else { None };
        if let Some(Ok(Some(order))) = order {
            self.take_order(turn, &entry, order);
        }
        let body = entry.body().and_then(|body| Body::decode(kind, body).ok().flatten());
        turn.tell(Event::Applied(Box::new(Applied {
            id: entry.id(),
            place: entry.place(),
            member: self.orders.certificate(device).map(crypto::identity::Certificate::member).unwrap_or_default(),
            kind,
            body,
            sent_at,
            mine: device == self.device(),
            void: self.void_above(device).is_some_and(|void| seq > void),
        })));
    }

    /// Whoever names an entry of this device has it: so delivery is heard of through others too.
    fn heed_deps(&mut self, turn: &mut Turn<'_>, entry: &SignedEntry) {
        let (me, device) = (self.device(), entry.header().device);
        let named = entry.header().deps.iter().find(|dep| dep.device == me);
        let held = named.filter(|dep| self.log.locate(turn.history, me, dep.seq).is_some_and(|own| own.id == dep.id));
        // Where memory may be lost, one may name what one only heard of.
        if let Some(dep) = held.filter(|_| !self.is_ephemeral()) {
            self.delivered_to(turn, device, dep.seq);
        }
    }

    /// Entries of devices that were unknown may be known now.
    pub(super) fn offer_unknown(&mut self, turn: &mut Turn<'_>) {
        let known: Vec<_> = self
            .unknown
            .iter()
            .filter(|((device, _), entry)| {
                self.orders.certificate(*device).is_some() || self.orders.certificate_for(entry).is_some()
            })
            .map(|(key, _)| *key)
            .collect();
        for key in known {
            if let Some(entry) = self.unknown.remove(&key) {
                self.offer(turn, entry);
            }
        }
    }
}
