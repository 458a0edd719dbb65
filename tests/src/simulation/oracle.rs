//! Compares every step of a world with the reference.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crypto::group::keys::EpochId;
use crypto::id::DeviceId;
use net::room::{Delivery, Event, Standing};
use net::sim::fault::SimKeys;
use net::sim::group::Seal;
use net::sim::links::PeerIndex;
use net::sim::step::Step;
use net::sim::world::World;
use net::wire::frame::{Batch, Floor, Hello, MAX_FRAME_BYTES};
use net::wire::{Frame, Kind, Place, SignedEntry};

use super::reference::Reference;
use super::verdict::{Rule, Verdict, Violation, require};

/// More than this is never under way on one link: what catch-up may have in flight, and some live traffic.
pub const MAX_UNDER_WAY_BYTES: usize = 3 * 1024 * 1024;

/// Watches a world and remembers what it saw.
pub struct Oracle {
    /// What a perfect room would hold.
    pub reference: Reference,
    /// Which message a message key sealed.
    seals: BTreeMap<(EpochId, DeviceId, u32), u64>,
    /// Whether bodies go with a crash.
    ephemeral: bool,
}

impl Oracle {
    /// Watches a world in which nothing has happened yet.
    #[must_use]
    pub fn new<K: SimKeys>(world: &World<K>) -> Self {
        let members = world.peers().iter().map(|peer| peer.member()).collect();
        Self { reference: Reference::new(members), seals: BTreeMap::new(), ephemeral: false }
    }

    /// Tells that the room keeps in memory what people write.
    pub fn expect_ephemeral(&mut self) {
        self.ephemeral = true;
    }

    /// Whether the room keeps in memory what people write.
    #[must_use]
    pub const fn ephemeral(&self) -> bool {
        self.ephemeral
    }

    /// Takes one step in.
    ///
    /// # Errors
    /// The violation that it shows.
    pub fn see<K: SimKeys>(&mut self, world: &World<K>, step: &Step) -> Verdict {
        match step {
            Step::Stored { peer, writes } => {
                let device = device_of(world, *peer);
                self.reference.store(*peer, device, writes)?;
                let queue = world.links().longest_queue_bytes();
                require(queue <= MAX_UNDER_WAY_BYTES, Rule::Memory, || format!("{queue} bytes are under way"))
            }
            Step::Sent { peer, bytes, .. } => self.sent(world, *peer, bytes),
            Step::Shown { peer, event } => self.shown(world, *peer, event),
            Step::Crashed { peer } => self.crashed(world, *peer),
            Step::Broken { peer, what } => {
                let rule = if what.contains("twice") { Rule::Twice } else { Rule::Broken };
                Err(Violation::of(rule, format!("peer {peer} {what}")))
            }
            Step::Refused { .. } | Step::Authored { .. } | Step::Entered { .. } | Step::Restarted { .. } => Ok(()),
        }
    }

    fn sent<K: SimKeys>(&mut self, world: &World<K>, peer: PeerIndex, bytes: &[u8]) -> Verdict {
        require(bytes.len() <= MAX_FRAME_BYTES, Rule::Memory, || format!("peer {peer} sent {} bytes", bytes.len()))?;
        match Frame::decode(bytes) {
            Ok(Some(Frame::Sealed { bytes })) => self.sealed(world, peer, &bytes),
            Ok(Some(Frame::Hello(Hello { frontier, mark, .. }))) => {
                self.claims(peer, &frontier)?;
                mark.map_or(Ok(()), |mark| self.marks(peer, mark))
            }
            Ok(Some(Frame::Have { frontier, .. })) => self.claims(peer, &frontier),
            Ok(Some(Frame::Mark { up_to })) => self.marks(peer, up_to),
            Ok(Some(_)) => Ok(()),
            Ok(None) => Err(Violation::of(Rule::Broken, format!("peer {peer} sent a frame of an unknown kind"))),
            Err(fault) => Err(Violation::of(Rule::Broken, format!("peer {peer} sent a damaged frame: {fault}"))),
        }
    }

    /// What is sealed is on the sealer's disk, only members can open it, and its key was never used before.
    fn sealed<K: SimKeys>(&mut self, world: &World<K>, peer: PeerIndex, bytes: &[u8]) -> Verdict {
        let Some(Seal { epoch, sender, generation, leaves, plaintext }) = K::inspect(bytes) else { return Ok(()) };
        require(sender == device_of(world, peer), Rule::Leak, || format!("peer {peer} passed on a sealed message"))?;
        let mut hasher = DefaultHasher::new();
        plaintext.hash(&mut hasher);
        let hash = hasher.finish();
        let first = *self.seals.entry((epoch, sender, generation)).or_insert(hash);
        require(first == hash, Rule::Leak, || format!("peer {peer} used message key {generation} of {epoch:?} twice"))?;
        let gone = &self.reference.of(peer).gone;
        for leaf in leaves {
            let reader = world.index_of(leaf).and_then(|index| world.peers().get(index));
            let Some(member) = reader.map(|reader| reader.member()) else { continue };
            let sent_away = leaf != sender && gone.contains(&member) && !is_listed(world, peer, leaf);
            require(!sent_away, Rule::Leak, || format!("peer {peer} sealed to {leaf}, which is no member any more"))?;
        }
        let batch = Batch::decode(&plaintext)
            .map_err(|fault| Violation::of(Rule::Broken, format!("peer {peer} sealed a damaged batch: {fault}")))?;
        for entry in batch.entries {
            let id = SignedEntry::decode(&entry).map(|entry| entry.id()).ok();
            let held = id.is_some_and(|id| self.reference.of(peer).stored.contains(&id));
            require(held, Rule::Sequence, || format!("peer {peer} sent {id:?} before it was stored"))?;
        }
        Ok(())
    }

    /// A frontier names only what was stored.
    fn claims(&self, peer: PeerIndex, frontier: &[Floor]) -> Verdict {
        for floor in frontier.iter().filter(|floor| floor.head_seq > floor.floor_seq) {
            let head = self.reference.at(floor.device, floor.head_seq);
            let ever = head.is_some_and(|head| self.reference.of(peer).ever.contains(&head));
            require(ever, Rule::Claim, || {
                format!("peer {peer} claims {} of {} without having stored it", floor.head_seq, floor.device)
            })?;
        }
        Ok(())
    }

    /// A mark names an entry that was read.
    fn marks(&self, peer: PeerIndex, mark: Place) -> Verdict {
        let marked = self.reference.at(mark.device, mark.seq);
        let there = marked.and_then(|id| self.reference.truths.get(&id)).is_some_and(|truth| truth.place == mark);
        let read = marked.is_some_and(|id| self.reference.of(peer).read.contains_key(&id));
        require(there && read, Rule::Claim, || format!("peer {peer} says it read {mark:?}"))
    }

    fn shown<K: SimKeys>(&mut self, world: &World<K>, peer: PeerIndex, event: &Event) -> Verdict {
        match event {
            Event::Applied(applied) => self.reference.show(peer, applied.id, applied.place),
            Event::Delivery { member, up_to_seq, state } => {
                let Some(by) = world.peers().iter().position(|other| other.member() == *member) else { return Ok(()) };
                let device = device_of(world, peer);
                match self.reference.at(device, *up_to_seq) {
                    Some(id) => self.reached(peer, by, id, *state),
                    None => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    /// A delivery state claims no more than is true: `delivered` is stored there, `read` was read there.
    fn reached(&self, peer: PeerIndex, by: PeerIndex, id: crypto::id::EntryId, state: Delivery) -> Verdict {
        let there = self.reference.of(by);
        let delivered = there.ever.contains(&id);
        let true_enough = match state {
            Delivery::Queued | Delivery::Sent | Delivery::Failed => true,
            Delivery::Delivered => delivered,
            Delivery::Read => delivered && there.read.contains_key(&id),
        };
        require(true_enough, Rule::Claim, || format!("peer {peer} says {id} was {state:?} at peer {by}"))
    }

    /// Compares every delivery state that a peer would show now with the truth.
    ///
    /// # Errors
    /// The first that claims too much.
    pub fn check_deliveries<K: SimKeys>(&self, world: &World<K>, peer: PeerIndex) -> Verdict {
        let Some(room) = world.peers().get(peer).and_then(|peer| peer.room.as_ref()) else { return Ok(()) };
        let log = self.reference.logs.get(&device_of(world, peer)).map_or(&[][..], Vec::as_slice);
        for (seq, id) in (1..).zip(log) {
            for (member, state) in room.delivery(seq) {
                if let Some(by) = world.peers().iter().position(|other| other.member() == member) {
                    self.reached(peer, by, *id, state)?;
                }
            }
        }
        Ok(())
    }

    /// After a crash all that was durable is there, and nothing else.
    fn crashed<K: SimKeys>(&mut self, world: &World<K>, peer: PeerIndex) -> Verdict {
        let disk = world.disk(peer);
        let ephemeral = self.ephemeral;
        let held = self.reference.of_mut(peer);
        let found: std::collections::BTreeSet<_> = disk.records().map(|record| record.id).collect();
        let lost: Vec<_> = held.stored.difference(&found).copied().collect();
        held.stored = found;
        for id in lost {
            let kind = self.reference.truths.get(&id).map(|truth| truth.kind);
            require(ephemeral && kind != Some(Kind::ORDER), Rule::Lost, || {
                format!("peer {peer} lost {id} in a crash")
            })?;
        }
        Ok(())
    }
}

fn device_of<K: SimKeys>(world: &World<K>, peer: PeerIndex) -> DeviceId {
    world.peers().get(peer).map(|peer| peer.device()).unwrap_or_default()
}

/// Whether a peer's room lists a device now.
fn is_listed<K: SimKeys>(world: &World<K>, peer: PeerIndex, device: DeviceId) -> bool {
    let Some(room) = world.peers().get(peer).and_then(|peer| peer.room.as_ref()) else { return false };
    let mut present = room.members().filter(|member| member.standing == Standing::Present);
    present.any(|member| member.devices.contains(&device))
}
