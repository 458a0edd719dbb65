//! What people and fate do in one world: generated from a seed, run under the oracle, healed at the end of each act.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use crypto::id::EntryId;
use crypto::secret::Personal;
use net::room::charter::{Charter, CharterRequest, NodeKnown, Rank, RetentionName};
use net::room::{Founding, Input, OrderRequest, Refused};
use net::sim::fault::{Meddle, SimKeys};
use net::sim::links::{PeerIndex, Shape};
use net::sim::peer::Stage;
use net::sim::world::{Crash, Nature, World};
use net::wire::body::{Edit, React, Retract};
use net::wire::order::Purpose;
use net::wire::{Body, Kind, Place, Role};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::convergence::{present, unrest};
use super::mutant::{Late, Mutant};
use super::oracle::Oracle;
use super::story::{self, Story};
use super::verdict::{Rule, Verdict, Violation, require};

/// The longest time from the end of all trouble until all is well: learning that a link is dead (10 s), dialling again
/// (4 s), a lost commit's turn (2 s for each member), an answer lost and asked for again.
pub const HEALED_WITHIN_MS: u64 = 60_000;
/// How long the silence afterwards is listened to.
const SILENCE_MS: u64 = 60_000;
/// What all peers together may send in that time, for each pair.
const SILENCE_BYTES_PER_PAIR: u64 = 1_500;

/// What healing may cost: a few times what each lacks, and for each pair some greetings, frontiers and commits. The
/// costliest of some hundreds of seeds takes less than half of it.
const ENTRY_OVERHEAD_BYTES: u64 = 256;
/// See there.
const HEALING_TIMES: u64 = 4;
/// See there.
const HEALING_BYTES_PER_PAIR: u64 = 8 * 1024;
/// With the true group keys, whose commits and Welcomes are kilobytes.
const TRUE_HEALING_BYTES_PER_PAIR: u64 = 64 * 1024;

/// What a run came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// The hash of every step.
    pub trace: u64,
    /// Steps taken.
    pub steps: u64,
    /// Entries acknowledged.
    pub entries: u64,
    /// The longest that an act took to heal.
    pub healed_ms: u64,
    /// Bytes sent while healing, in the act that took most.
    pub healing_bytes: u64,
    /// The largest part, in thousandths, of what healing was allowed to cost.
    pub healing_share: u64,
}

/// A world, its oracle, and the dice.
pub struct Scenario<K: SimKeys> {
    /// The world.
    pub world: World<K>,
    /// Its judge.
    pub oracle: Oracle,
    rng: ChaCha8Rng,
    report: Report,
    story: Option<Story>,
    healing_bytes_per_pair: u64,
}

/// Founding of a room with the given retention.
#[must_use]
pub fn founding(retention: RetentionName) -> Founding {
    let days = (retention == RetentionName::Timed).then_some(30);
    let request = CharterRequest { days, ..CharterRequest::new(retention) };
    let charter: Charter = request.resolve(NodeKnown::No).expect("the default charter is valid");
    let (title, name) = (Personal::from("a room".to_owned()), Personal::from("peer 0".to_owned()));
    Founding { title, charter, name, role: Role::Peer, purpose: Purpose::Group }
}

/// Links as at home: 5 to 45 ms, a megabyte a second.
#[must_use]
pub const fn nature() -> Nature {
    let shape = Shape { latency_ms: 5, jitter_ms: 40, bytes_per_ms: 1_000, capacity_bytes: 4 * 1024 * 1024 };
    Nature { shape, store_ms: 4, repeats_percent: 20 }
}

impl<K: SimKeys> Scenario<K> {
    /// A world of `peers`, in which the first has founded a room.
    ///
    /// # Errors
    /// A violation, this early.
    pub fn begin(
        seed: u64,
        peers: usize,
        retention: RetentionName,
        meddle: Box<dyn Meddle>,
    ) -> Result<Self, Violation> {
        let world = World::new(seed, peers, nature(), meddle);
        let mut oracle = Oracle::new(&world);
        if retention == RetentionName::Ephemeral {
            oracle.expect_ephemeral();
        }
        let rng = ChaCha8Rng::seed_from_u64(!seed);
        let healing_bytes_per_pair = HEALING_BYTES_PER_PAIR;
        let mut scenario = Self { world, oracle, rng, report: Report::default(), story: None, healing_bytes_per_pair };
        scenario.world.found(0, founding(retention));
        scenario.run_for(100)?;
        Ok(scenario)
    }

    /// What it came to so far.
    #[must_use]
    pub fn report(&self) -> Report {
        let entries = self.oracle.reference.truths.len() as u64;
        Report { trace: self.world.trace(), entries, ..self.report }
    }

    fn judge(&mut self) -> Verdict {
        for step in self.world.take_steps() {
            self.report.steps += 1;
            if let Some(story) = &self.story {
                story.borrow_mut().push(story::tell(self.world.now_ms(), &step));
            }
            self.oracle.see(&self.world, &step)?;
        }
        Ok(())
    }

    /// Lets time go by.
    ///
    /// # Errors
    /// The first violation.
    pub fn run_for(&mut self, pause_ms: u64) -> Verdict {
        self.judge()?;
        let until = self.world.now_ms() + pause_ms;
        while self.world.advance(until) {
            self.judge()?;
        }
        Ok(())
    }

    /// Brings these peers into the room, one after the other.
    ///
    /// # Errors
    /// The first violation.
    pub fn admit_all(&mut self, host: PeerIndex, joiners: std::ops::Range<PeerIndex>) -> Verdict {
        for joiner in joiners {
            self.world.knock(joiner, host);
            self.run_for(300)?;
        }
        self.heal()
    }

    /// Ends all trouble and waits until all is well, then listens to the silence.
    ///
    /// # Errors
    /// [`Rule::Diverged`], [`Rule::Time`], [`Rule::Bytes`], or any other.
    pub fn heal(&mut self) -> Verdict {
        self.world.heal();
        for peer in 0..self.world.peers().len() {
            self.world.restart(peer);
        }
        let (began, before, allowed) = (self.world.now_ms(), self.carried(), self.healing_allowance());
        while let Some(unrest) = unrest(&self.world, &self.oracle) {
            let passed = self.world.now_ms() - began;
            require(passed <= HEALED_WITHIN_MS, Rule::Diverged, || format!("after {passed} ms {unrest}"))?;
            self.run_for(200)?;
        }
        let cost = self.carried() - before;
        require(cost <= allowed, Rule::Bytes, || format!("healing took {cost} bytes where {allowed} are plenty"))?;
        self.report.healing_share = self.report.healing_share.max(cost * 1_000 / allowed);
        self.report.healed_ms = self.report.healed_ms.max(self.world.now_ms() - began);
        self.report.healing_bytes = self.report.healing_bytes.max(cost);
        self.silence()
    }

    /// What may be sent until all is well: for what each peer lacks, and for the peers' talk about it.
    fn healing_allowance(&self) -> u64 {
        let reference = &self.oracle.reference;
        let bytes =
            |id: &EntryId| reference.truths.get(id).map_or(0, |truth| truth.bytes as u64 + ENTRY_OVERHEAD_BYTES);
        let held: BTreeSet<EntryId> = reference.held.iter().flat_map(|held| held.stored.iter().copied()).collect();
        let lacking = reference.held.iter().map(|peer| held.difference(&peer.stored).map(bytes).sum::<u64>());
        let peers = self.world.peers().len() as u64;
        HEALING_TIMES * lacking.sum::<u64>() + self.healing_bytes_per_pair * peers * peers
    }

    /// Once all is well nobody says much.
    fn silence(&mut self) -> Verdict {
        // Self-updates of those who joined last are still due.
        self.run_for(SILENCE_MS)?;
        let before = self.carried();
        self.run_for(SILENCE_MS)?;
        let said = self.carried() - before;
        let peers = present(&self.world).len() as u64;
        let most = SILENCE_BYTES_PER_PAIR * peers * peers;
        require(said <= most, Rule::Bytes, || format!("{said} bytes were said where nothing happened"))?;
        if let Some(unrest) = unrest(&self.world, &self.oracle) {
            return Err(Violation::of(Rule::Diverged, format!("what was well is not any more: {unrest}")));
        }
        for peer in 0..self.world.peers().len() {
            self.oracle.check_deliveries(&self.world, peer)?;
        }
        Ok(())
    }

    /// Bytes that all peers handed to their links so far.
    #[must_use]
    pub fn carried(&self) -> u64 {
        (0..self.world.peers().len()).map(|peer| self.world.links().carried_bytes(peer)).sum()
    }

    fn one_of<T>(&mut self, from: &[T]) -> Option<T>
    where
        T: Copy,
    {
        let at = (self.rng.next_u32() as usize).checked_rem(from.len())?;
        from.get(at).copied()
    }

    /// Lets a person write.
    ///
    /// # Errors
    /// Where a present member is refused.
    pub fn write(&mut self, peer: PeerIndex, body: Body) -> Verdict {
        match self.world.input(peer, Input::Author(body)) {
            Ok(_) => Ok(()),
            Err(refused) => Err(Violation::of(Rule::Broken, format!("peer {peer} may not write: {refused}"))),
        }
    }

    /// One generated act of `turns` turns, and its healing.
    ///
    /// # Errors
    /// The first violation.
    pub fn act(&mut self, turns: usize) -> Verdict {
        for turn in 0..turns {
            self.turn()?;
            let pause = match self.rng.random_range(0..20) {
                0 => self.rng.random_range(0..30_000),
                1..=6 => 0,
                _ => self.rng.random_range(0..800),
            };
            self.run_for(pause)?;
            if turn % 8 == 0 {
                for peer in 0..self.world.peers().len() {
                    self.oracle.check_deliveries(&self.world, peer)?;
                }
            }
        }
        self.heal()
    }

    fn turn(&mut self) -> Verdict {
        let here = present(&self.world);
        let Some(peer) = self.one_of(&here) else { return Ok(()) };
        match self.rng.random_range(0..100) {
            0..40 => self.says(peer),
            40..52 => self.answers(peer),
            52..60 => self.reads(peer),
            60..63 => {
                let on = self.rng.random_bool(0.5);
                let _ = self.world.input(peer, Input::Typing { on });
                Ok(())
            }
            63..67 => {
                self.someone_knocks(peer);
                Ok(())
            }
            67..72 => {
                self.orders(peer);
                Ok(())
            }
            _ => {
                self.fate(peer);
                Ok(())
            }
        }
    }

    fn says(&mut self, peer: PeerIndex) -> Verdict {
        let count = if self.rng.random_range(0..10) == 0 { 20 } else { 1 };
        for _ in 0..count {
            let length = self.rng.random_range(1..400);
            self.write(peer, Body::text("a".repeat(length)))?;
        }
        Ok(())
    }

    /// An entry that this peer holds: any, or one of its own.
    fn some_entry(&mut self, peer: PeerIndex, own: bool) -> Option<(EntryId, Place)> {
        let device = self.world.peers().get(peer)?.device();
        let texts = self.world.disk(peer).records().filter(|record| record.kind == Kind::TEXT);
        let fitting: Vec<_> =
            texts.filter(|r| !own || r.place.device == device).map(|record| (record.id, record.place)).collect();
        self.one_of(&fitting)
    }

    fn answers(&mut self, peer: PeerIndex) -> Verdict {
        let what = self.rng.random_range(0..4);
        let Some((target, _)) = self.some_entry(peer, what < 2) else { return Ok(()) };
        let body = match what {
            0 => Body::Edit(Edit { target, text: Personal::from("better".to_owned()) }),
            1 => Body::Retract(Retract { target }),
            _ => Body::React(React { target, emoji: "🫖".to_owned(), on: what == 2 }),
        };
        self.write(peer, body)
    }

    fn reads(&mut self, peer: PeerIndex) -> Verdict {
        if let Some((_, up_to)) = self.some_entry(peer, false) {
            for record in self.world.disk(peer).records().filter(|record| record.place <= up_to) {
                self.oracle.reference.of_mut(peer).read.entry(record.id).or_insert(up_to);
            }
            let _ = self.world.input(peer, Input::MarkRead { up_to });
        }
        Ok(())
    }

    fn someone_knocks(&mut self, host: PeerIndex) {
        let outside: Vec<PeerIndex> =
            self.world.peers().iter().filter(|peer| peer.stage == Stage::Outside && peer.up).map(|p| p.index).collect();
        if let Some(joiner) = self.one_of(&outside) {
            self.world.knock(joiner, host);
        }
    }

    fn orders(&mut self, peer: PeerIndex) {
        let here = present(&self.world);
        let Some(other) = self.one_of(&here).filter(|other| *other != peer) else { return };
        let Some(member) = self.world.peers().get(other).map(|other| other.member()) else { return };
        let order = match self.rng.random_range(0..10) {
            0 => OrderRequest::Leave,
            1..=2 => OrderRequest::Remove(member),
            3..=4 => OrderRequest::Transfer(member),
            5..=7 => OrderRequest::Rank(member, if self.rng.random_bool(0.7) { Rank::Moderator } else { Rank::Member }),
            _ => OrderRequest::Name(Personal::from(format!("name {}", self.rng.next_u32()))),
        };
        let _: Result<(), Refused> = self.world.order(peer, order);
    }

    fn fate(&mut self, peer: PeerIndex) {
        let peers = self.world.peers().len();
        let down: Vec<PeerIndex> = self.world.peers().iter().filter(|peer| !peer.up).map(|peer| peer.index).collect();
        match self.rng.random_range(0..10) {
            0..=2 => {
                let when = if self.rng.random_bool(0.5) { Crash::BeforePersist } else { Crash::AfterPersist };
                self.world.crash(peer, when);
            }
            3..=5 => {
                if let Some(peer) = self.one_of(&down) {
                    self.world.restart(peer);
                }
            }
            6 => {
                let sides: Vec<u8> = (0..peers).map(|_| self.rng.random_range(0..2)).collect();
                self.world.part(&sides);
            }
            7 => self.world.heal(),
            _ => {
                let other = self.rng.random_range(0..peers);
                self.world.cut(peer, other);
            }
        }
    }
}

/// A small world for keys that take their time: three or four peers and two short acts.
///
/// # Errors
/// The first violation.
pub fn run_small<K: SimKeys>(seed: u64) -> Result<Report, Violation> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(5) + 2);
    let retention = if dice.random_bool(0.5) { RetentionName::Record } else { RetentionName::Ephemeral };
    let peers = dice.random_range(2..=4);
    let mut scenario = Scenario::<K>::begin(seed, peers, retention, Box::new(net::sim::fault::Honest))?;
    scenario.healing_bytes_per_pair = TRUE_HEALING_BYTES_PER_PAIR;
    let first = dice.random_range(2..=peers);
    scenario.admit_all(0, 1..first)?;
    for _ in 0..2 {
        let turns = dice.random_range(6..16);
        scenario.act(turns)?;
    }
    Ok(scenario.report())
}

/// Somebody leaves, and those who hear of it write at once, while no commit of anybody comes through: whoever writes has
/// to shut the leaf out first. (Who removes somebody commits before they tell.)
///
/// # Errors
/// The first violation until then; the room is not healed.
pub fn write_after_leaving<K: SimKeys>(seed: u64) -> Verdict {
    let on = Rc::new(Cell::new(false));
    let late = Late { mutant: Mutant::NoCommits, on: Rc::clone(&on) };
    let mut scenario = Scenario::<K>::begin(seed, 4, RetentionName::Record, Box::new(late))?;
    scenario.admit_all(0, 1..4)?;
    on.set(true);
    let left = scenario.world.order(3, OrderRequest::Leave);
    left.map_err(|refused| Violation::of(Rule::Broken, format!("a member may not leave: {refused}")))?;
    for _ in 0..10 {
        scenario.run_for(100)?;
        for peer in 0..3 {
            scenario.write(peer, Body::text("among ourselves".to_owned()))?;
        }
    }
    scenario.run_for(1_000)
}

/// One seed from beginning to end.
///
/// # Errors
/// The first violation.
pub fn run<K: SimKeys>(seed: u64, meddle: Box<dyn Meddle>) -> Result<Report, Violation> {
    run_told::<K>(seed, meddle, None)
}

/// One seed from beginning to end, each step told in words.
///
/// # Errors
/// The first violation.
pub fn run_told<K: SimKeys>(seed: u64, meddle: Box<dyn Meddle>, story: Option<Story>) -> Result<Report, Violation> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(3) + 1);
    let peers = dice.random_range(2..=6);
    let retention = match dice.random_range(0..4) {
        0 => RetentionName::Ephemeral,
        1 => RetentionName::Timed,
        _ => RetentionName::Record,
    };
    let mut scenario = Scenario::<K>::begin(seed, peers, retention, meddle)?;
    scenario.story = story;
    let first = dice.random_range(2..=peers);
    scenario.admit_all(0, 1..first)?;
    for _ in 0..dice.random_range(1..=3) {
        let turns = dice.random_range(10..50);
        scenario.act(turns)?;
    }
    Ok(scenario.report())
}
