//! What a perfect room would hold: every acknowledged entry and its place, what each peer has stored and shown, and what
//! each person has read. Built from what the world's observer sees only; it shares no code with the machine but the
//! decoders of the wire.

use std::collections::{BTreeMap, BTreeSet};

use crypto::id::{DeviceId, EntryId, MemberId};
use net::room::Write;
use net::sim::links::PeerIndex;
use net::wire::{Kind, Order, Place, SignedEntry};

use super::verdict::{Rule, Verdict, Violation, require};

/// One acknowledged entry.
#[derive(Debug, Clone)]
pub struct Truth {
    /// Its place in the one order.
    pub place: Place,
    /// Whose device wrote it.
    pub author: PeerIndex,
    /// What it holds.
    pub kind: Kind,
    /// The order, where it is one.
    pub order: Option<Order>,
    /// Bytes of the signed entry.
    pub bytes: usize,
}

/// What one peer holds.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// Stored now.
    pub stored: BTreeSet<EntryId>,
    /// Stored at any time: what it may have acknowledged.
    pub ever: BTreeSet<EntryId>,
    /// Told to its person.
    pub shown: BTreeSet<EntryId>,
    /// The deepest entry stored.
    pub deepest: u64,
    /// What its person has read, and the mark that says so: an entry that came later was not seen with it.
    pub read: BTreeMap<EntryId, Place>,
    /// Members that a stored order sends away or that left, as of the batch before the last one.
    pub gone: BTreeSet<MemberId>,
    fresh: BTreeSet<MemberId>,
}

/// The reference.
#[derive(Debug, Default)]
pub struct Reference {
    /// Every acknowledged entry.
    pub truths: BTreeMap<EntryId, Truth>,
    /// Each device's log, from its first entry on.
    pub logs: BTreeMap<DeviceId, Vec<EntryId>>,
    /// By peer.
    pub held: Vec<Held>,
    /// By peer.
    pub members: Vec<MemberId>,
}

impl Reference {
    /// Nothing has happened; these exist.
    #[must_use]
    pub fn new(members: Vec<MemberId>) -> Self {
        Self { held: vec![Held::default(); members.len()], members, ..Self::default() }
    }

    /// What a peer holds.
    #[must_use]
    pub fn of(&self, peer: PeerIndex) -> &Held {
        self.held.get(peer).expect("every peer of the world is in the reference")
    }

    /// What a peer holds, to change.
    pub fn of_mut(&mut self, peer: PeerIndex) -> &mut Held {
        self.held.get_mut(peer).expect("every peer of the world is in the reference")
    }

    /// The entry at a place of a device's log.
    #[must_use]
    pub fn at(&self, device: DeviceId, seq: u64) -> Option<EntryId> {
        let index = usize::try_from(seq).ok()?.checked_sub(1)?;
        self.logs.get(&device)?.get(index).copied()
    }

    /// A batch of a peer became durable.
    ///
    /// # Errors
    /// Where an entry is out of place, stored twice or made up.
    pub fn store(&mut self, peer: PeerIndex, device: DeviceId, writes: &[Write]) -> Verdict {
        let held = self.of_mut(peer);
        let fresh = std::mem::take(&mut held.fresh);
        held.gone.extend(fresh);
        for write in writes {
            let Write::Entry { place, id, bytes, .. } = write else { continue };
            let entry = SignedEntry::decode(bytes)
                .map_err(|fault| Violation::of(Rule::Broken, format!("peer {peer} stored a damaged entry: {fault}")))?;
            require(entry.id() == *id && entry.place() == *place, Rule::Order, || {
                format!("peer {peer} stored {id} at {place:?}, its header says {:?}", entry.place())
            })?;
            if entry.header().device == device && !self.truths.contains_key(id) {
                self.acknowledge(peer, &entry)?;
            }
            self.keep(peer, &entry)?;
        }
        Ok(())
    }

    /// A peer's own entry became durable: from now on it may never be lost.
    fn acknowledge(&mut self, peer: PeerIndex, entry: &SignedEntry) -> Verdict {
        let (id, place) = (entry.id(), entry.place());
        let log = self.logs.entry(place.device).or_default();
        require(log.len() as u64 + 1 == place.seq, Rule::Twice, || {
            format!("peer {peer} numbered an entry {} after {} others", place.seq, log.len())
        })?;
        log.push(id);
        let deepest = self.of(peer).deepest;
        require(place.depth > deepest, Rule::Order, || {
            format!("peer {peer} put {id} at depth {} having seen {deepest}", place.depth)
        })?;
        let kind = entry.header().kind;
        let order = entry.body().filter(|_| kind == Kind::ORDER).and_then(|body| Order::decode(body).ok().flatten());
        self.truths.insert(id, Truth { place, author: peer, kind, order, bytes: entry.bytes().len() });
        Ok(())
    }

    fn keep(&mut self, peer: PeerIndex, entry: &SignedEntry) -> Verdict {
        let (id, place) = (entry.id(), entry.place());
        let truth = self.truths.get(&id).ok_or_else(|| {
            let detail = format!("peer {peer} holds {id} of {} which its author never stored", place.device);
            Violation::of(Rule::Sequence, detail)
        })?;
        require(truth.place == place, Rule::Order, || format!("{id} has two places"))?;
        let author = truth.author;
        let gone = match &truth.order {
            Some(Order::Remove { member, .. }) => Some(*member),
            Some(Order::Leave {}) => self.members.get(author).copied(),
            _ => None,
        };
        let held = self.of_mut(peer);
        held.deepest = held.deepest.max(place.depth);
        held.ever.insert(id);
        require(held.stored.insert(id), Rule::Twice, || format!("peer {peer} stored {id} twice"))?;
        held.fresh.extend(gone);
        Ok(())
    }

    /// Somebody was told of an entry.
    ///
    /// # Errors
    /// Where it isn't stored or was told before.
    pub fn show(&mut self, peer: PeerIndex, id: EntryId, place: Place) -> Verdict {
        let truth = self.truths.get(&id).map(|truth| truth.place);
        require(truth == Some(place), Rule::Order, || format!("peer {peer} shows {id} at {place:?}, not {truth:?}"))?;
        let held = self.of_mut(peer);
        require(held.stored.contains(&id), Rule::Sequence, || format!("peer {peer} shows {id} without having it"))?;
        require(held.shown.insert(id), Rule::Twice, || format!("peer {peer} shows {id} twice"))
    }
}
