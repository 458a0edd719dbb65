//! The simulated world: peers, links, one clock, one seed. The same seed and the same calls give the same trace.
//!
//! Each happening takes one thing off the agenda, lets one peer handle it, and leaves [`Step`]s for an observer. What a
//! machine gives is done as the engine does it: several outputs are stored as one batch a little later, then frames are
//! sent, then people are told; a crash may come between any two of these.

#![expect(clippy::indexing_slicing, reason = "the world indexes its own peers")]

mod dialling;
mod entering;

use crypto::id::{DeviceId, EntryId, RoomId};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::clock::Clock;
use super::disk::Disk;
use super::fault::{Meddle, SimKeys};
use super::links::{Links, PeerIndex, Sending, Shape};
use super::peer::{Peer, Stage};
use super::step::{Step, Trace};
use crate::link::{Dial, LinkId};
use crate::room::{Event, Input, Outputs, Refused, Room};
use crate::wire::Place;

/// Where every world's clock begins: some day in 2027, in Unix milliseconds.
pub const START_MS: u64 = 1_800_000_000_000;
/// The longest time until an end learns that its link is dead (QUIC's idle time-out).
pub const NOTICE_MS: u64 = 10_000;
/// A timer that asks for the present this often in a row is a fault.
const IDLE_TICKS: u32 = 64;

/// How a world behaves.
#[derive(Debug, Clone, Copy)]
pub struct Nature {
    /// Of the links.
    pub shape: Shape,
    /// The longest time a batch takes to become durable.
    pub store_ms: u64,
    /// Of a hundred new links, how many hear frames of an earlier one again.
    pub repeats_percent: u32,
}

/// What lies on the agenda.
#[derive(Debug)]
enum Due {
    Arrive { link: LinkId, bytes: Vec<u8> },
    Notice { link: LinkId },
    Close { link: LinkId },
    Store { peer: PeerIndex, run: u64 },
    Wake { peer: PeerIndex, run: u64 },
    DialerWake { peer: PeerIndex, run: u64 },
    Dialled { peer: PeerIndex, run: u64, dial: Dial },
    DialFailed { peer: PeerIndex, run: u64, dial: Dial },
    Knock { peer: PeerIndex, run: u64 },
    Handed { peer: PeerIndex, run: u64, bundle: Vec<u8> },
}

/// When in the work of storing a peer stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crash {
    /// What was staged is lost.
    BeforePersist,
    /// What was staged is durable, but nothing of it was sent or told.
    AfterPersist,
}

/// All peers and what is between them.
pub struct World<K: SimKeys> {
    nature: Nature,
    clock: Clock<Due>,
    rng: ChaCha8Rng,
    links: Links,
    peers: Vec<Peer<K>>,
    room: Option<RoomId>,
    meddle: Box<dyn Meddle>,
    steps: Vec<Step>,
    trace: Trace,
    said: Vec<(PeerIndex, PeerIndex, Vec<u8>)>,
}

impl<K: SimKeys> World<K> {
    /// A world of `peers` devices that don't know each other.
    #[must_use]
    pub fn new(seed: u64, peers: usize, nature: Nature, meddle: Box<dyn Meddle>) -> Self {
        let mut world = Self {
            nature,
            clock: Clock::starting_at(START_MS),
            rng: ChaCha8Rng::seed_from_u64(seed),
            links: Links::new(nature.shape),
            peers: Vec::new(),
            room: None,
            meddle,
            steps: Vec::new(),
            trace: Trace::default(),
            said: Vec::new(),
        };
        world.peers.extend((0..peers).map(|index| Peer::new(index, seed, START_MS)));
        world
    }

    /// Unix milliseconds.
    #[must_use]
    pub const fn now_ms(&self) -> u64 {
        self.clock.now_ms()
    }

    /// Everybody.
    #[must_use]
    pub fn peers(&self) -> &[Peer<K>] {
        &self.peers
    }

    /// Whose device it is.
    #[must_use]
    pub fn index_of(&self, device: DeviceId) -> Option<PeerIndex> {
        self.peers.iter().position(|peer| peer.device() == device)
    }

    /// What lies between them.
    #[must_use]
    pub const fn links(&self) -> &Links {
        &self.links
    }

    /// The room, once founded.
    #[must_use]
    pub const fn room(&self) -> Option<RoomId> {
        self.room
    }

    /// The hash of all steps so far.
    #[must_use]
    pub fn trace(&self) -> u64 {
        self.trace.value()
    }

    /// What happened since the last call.
    #[must_use]
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    fn note(&mut self, step: Step) {
        self.trace.note(self.clock.now_ms(), &step);
        self.steps.push(step);
    }

    /// Lets the next thing happen that is due by `until_ms`; `false` where there is none.
    pub fn advance(&mut self, until_ms: u64) -> bool {
        let Some(due) = self.clock.advance(until_ms) else { return false };
        match due {
            Due::Arrive { link, bytes } => self.arrive(link, bytes),
            Due::Notice { link } => self.notice(link),
            Due::Close { link } => self.close(link),
            Due::Store { peer, run } if self.peers[peer].run == run => self.store(peer),
            Due::Wake { peer, run } if self.peers[peer].run == run => self.wake(peer),
            Due::DialerWake { peer, run } if self.peers[peer].run == run => self.dialer_wakes(peer),
            Due::Dialled { peer, run, dial } if self.peers[peer].run == run => self.dialled(peer, &dial),
            Due::DialFailed { peer, run, dial } if self.peers[peer].run == run => self.dial_failed(peer, dial),
            Due::Knock { peer, run } if self.peers[peer].run == run => self.knocks(peer),
            Due::Handed { peer, run, bundle } if self.peers[peer].run == run => self.handed(peer, &bundle),
            _ => {}
        }
        true
    }

    /// Lets a peer's machine handle an input now; what it authored is acknowledged once it is stored.
    ///
    /// # Errors
    /// What the machine answers; [`Refused::NotAMember`] where the peer has no machine.
    pub fn input(&mut self, peer: PeerIndex, input: Input) -> Result<Option<(EntryId, Place)>, Refused> {
        if self.peers[peer].room.is_none() {
            return Err(Refused::NotAMember);
        }
        let mut input = input;
        if !self.meddle.input(peer, &mut input) {
            return Ok(None);
        }
        let now = self.clock.now_ms();
        let limit = self.meddle.batch_limit(peer);
        let at = &mut self.peers[peer];
        at.disk.batch_limit = limit;
        let room = at.room.as_mut().expect("the machine was there just now");
        let outputs = room.handle(now, &at.disk, &mut at.rng, input);
        let (refused, authored) = (outputs.refused, outputs.authored);
        self.take(peer, outputs);
        if let Some(refused) = refused {
            self.note(Step::Refused { peer, refused });
            return Err(refused);
        }
        if let Some((id, place)) = authored {
            self.note(Step::Authored { peer, id, place });
        }
        Ok(authored)
    }

    /// Stages what a machine gave.
    fn take(&mut self, peer: PeerIndex, mut outputs: Outputs) {
        self.meddle.outputs(peer, &mut outputs);
        let mut refused = 0;
        for write in &outputs.persist {
            refused += usize::from(!self.peers[peer].disk.stage(write));
        }
        if refused > 0 {
            self.note(Step::Broken { peer, what: "stored an entry twice or in a place that was taken".to_owned() });
        }
        let at = &mut self.peers[peer];
        at.staged.push(outputs);
        if !at.flushing {
            at.flushing = true;
            let (run, pause) = (at.run, self.rng.random_range(0..=self.nature.store_ms));
            self.clock.after(pause, Due::Store { peer, run });
        }
        self.schedule_wake(peer);
    }

    fn schedule_wake(&mut self, peer: PeerIndex) {
        let now = self.clock.now_ms();
        let at = &mut self.peers[peer];
        let Some(due) = at.room.as_ref().and_then(Room::next_timeout) else { return };
        let due = due.max(now);
        if at.wakes.first().is_none_or(|first| *first > due) {
            at.wakes.insert(due);
            let run = at.run;
            self.clock.at(due, Due::Wake { peer, run });
        }
    }

    fn wake(&mut self, peer: PeerIndex) {
        let now = self.clock.now_ms();
        let at = &mut self.peers[peer];
        at.wakes.retain(|wake| *wake > now);
        let due = at.room.as_ref().and_then(Room::next_timeout).is_some_and(|due| due <= now);
        if due {
            at.idle_ticks += 1;
            if at.idle_ticks > IDLE_TICKS {
                self.note(Step::Broken { peer, what: "asks for the present again and again".to_owned() });
                return;
            }
            let _ = self.input(peer, Input::Tick);
            if self.peers[peer].room.as_ref().and_then(Room::next_timeout).is_none_or(|due| due > now) {
                self.peers[peer].idle_ticks = 0;
            }
        }
        self.schedule_wake(peer);
    }

    /// Makes what is staged durable, then sends, then tells.
    fn store(&mut self, peer: PeerIndex) {
        let staged = self.persist(peer);
        for outputs in staged {
            for (link, bytes) in outputs.send {
                self.send(peer, link, bytes);
            }
            for event in outputs.events {
                self.tell(peer, event);
            }
            for link in outputs.close {
                let at = self.links.last_arrival_ms(link);
                self.clock.at(at, Due::Close { link });
            }
        }
        self.refresh_targets(peer);
    }

    fn persist(&mut self, peer: PeerIndex) -> Vec<Outputs> {
        let at = &mut self.peers[peer];
        at.flushing = false;
        let mut staged = std::mem::take(&mut at.staged);
        at.disk.sync();
        let mut writes = Vec::new();
        for outputs in &mut staged {
            writes.append(&mut outputs.persist);
            for event in &outputs.events {
                if let Event::Admission { to, bundle } = event {
                    at.ledger.insert(*to, bundle.clone());
                }
            }
        }
        self.note(Step::Stored { peer, writes });
        staged
    }

    fn tell(&mut self, peer: PeerIndex, event: Event) {
        self.note(Step::Shown { peer, event });
    }

    fn send(&mut self, peer: PeerIndex, link: LinkId, bytes: Vec<u8>) {
        let Some(to) = self.links.remote(link) else { return };
        match self.links.send(self.clock.now_ms(), &mut self.rng, link, bytes.len()) {
            Sending::Arrives { at_ms, link } => {
                self.clock.at(at_ms, Due::Arrive { link, bytes: bytes.clone() });
                self.remember(peer, to, &bytes);
            }
            Sending::Lost => {}
            Sending::Full => self.close(link),
        }
        self.note(Step::Sent { peer, to, bytes });
    }

    fn remember(&mut self, peer: PeerIndex, to: PeerIndex, bytes: &[u8]) {
        const KEPT: usize = 64;
        if self.said.len() == KEPT {
            let at = self.rng.random_range(0..KEPT);
            self.said.swap_remove(at);
        }
        self.said.push((peer, to, bytes.to_vec()));
    }

    fn arrive(&mut self, link: LinkId, bytes: Vec<u8>) {
        let alive = self.links.arrive(link, bytes.len());
        if let Some(peer) = self.links.peer(link).filter(|_| alive) {
            let _ = self.input(peer, Input::Frame { link, bytes });
        }
    }

    /// An end learns that its link is dead.
    fn notice(&mut self, link: LinkId) {
        let ends = (self.links.peer(link), self.links.remote(link));
        if self.links.notice(link)
            && let (Some(peer), Some(remote)) = ends
        {
            let _ = self.input(peer, Input::LinkDown { link });
            self.lost(peer, remote);
        }
    }

    /// A peer closes its link: it knows at once, the other end a little later.
    fn close(&mut self, link: LinkId) {
        if let Some(other) = self.links.close(link) {
            self.clock.after(self.nature.shape.latency_ms, Due::Notice { link: other });
        }
        self.notice(link);
    }

    fn will_notice(&mut self, links: Vec<LinkId>) {
        for link in links {
            let pause = self.rng.random_range(0..=NOTICE_MS);
            self.clock.after(pause, Due::Notice { link });
        }
    }

    /// Keeps peers of different sides apart from now on.
    pub fn part(&mut self, sides: &[u8]) {
        let noticing = self.links.part(sides);
        self.will_notice(noticing);
    }

    /// Everybody reaches everybody again.
    pub fn heal(&mut self) {
        self.links.heal();
    }

    /// Cuts the link between two peers, if there is one.
    pub fn cut(&mut self, a: PeerIndex, b: PeerIndex) {
        let noticing = self.links.cut(a, b);
        self.will_notice(noticing);
    }

    /// Stops a peer without warning.
    pub fn crash(&mut self, peer: PeerIndex, when: Crash) {
        if !self.peers[peer].up {
            return;
        }
        if when == Crash::AfterPersist {
            drop(self.persist(peer));
        }
        self.peers[peer].stop();
        let noticing = self.links.crash(peer);
        self.will_notice(noticing);
        self.note(Step::Crashed { peer });
    }

    /// Starts a peer again from its disk.
    pub fn restart(&mut self, peer: PeerIndex) {
        if self.peers[peer].up {
            return;
        }
        self.peers[peer].up = true;
        match self.peers[peer].stage {
            Stage::Outside => {}
            Stage::Knocking => self.knock_again(peer, 0),
            Stage::Inside => self.load(peer),
        }
        self.note(Step::Restarted { peer });
    }

    fn load(&mut self, peer: PeerIndex) {
        let Some(room) = self.room else { return };
        let at = &mut self.peers[peer];
        let (identity, seed) = (at.identity.clone(), at.key_seed());
        let loaded =
            K::load(room, &identity, seed, at.disk.key_rows()).map_err(|fault| fault.to_string()).and_then(|keys| {
                Room::load(room, identity, &at.disk.state_rows(), keys).map_err(|fault| fault.to_string())
            });
        match loaded {
            Ok(room) => {
                at.room = Some(room);
                self.start_machine(peer);
            }
            Err(what) => self.note(Step::Broken { peer, what: format!("cannot load its own rows: {what}") }),
        }
    }

    /// A disk, to look into.
    #[must_use]
    pub fn disk(&self, peer: PeerIndex) -> &Disk {
        &self.peers[peer].disk
    }
}
