//! Faults planted between the world and its machines, to see whether the oracle notices.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crypto::group::keys::{Changed, CommitId, EpochId, KeyRow, Keys, KeysError, LeafChange, Opened, Roster};
use crypto::id::{DeviceId, EntryId, MemberId, RoomId};
use net::room::{Event, Identity, Input, Outputs, Write};
use net::sim::fault::{Meddle, SimKeys};
use net::sim::group::{ModelGroup, Seal};
use net::sim::links::PeerIndex;
use net::wire::{Frame, Kind};

/// One fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mutant {
    /// Nobody asks for what is missing.
    NoWants,
    /// Catch-up gives one entry at a time.
    BatchOfOne,
    /// Nobody says what it holds.
    NoHaves,
    /// Frontiers claim one entry more than is held.
    ClaimsAhead,
    /// Marks claim that more was read.
    ReadsAhead,
    /// New links go unnoticed.
    DeafToLinks,
    /// Time never passes for the machine.
    NoTimers,
    /// People are told everything twice.
    TellsTwice,
    /// Entries of others are acknowledged but not stored.
    AcceptsGaps,
    /// Own entries are sent but not stored.
    SendsUnstored,
    /// Group keys are not stored.
    ForgetsKeys,
    /// Commits are not passed on.
    NoCommits,
    /// Every frame is sent sixteen times.
    Repeats,
}

impl Mutant {
    fn rewrite(self, frame: Frame) -> Option<Frame> {
        match (self, frame) {
            (Self::NoWants, Frame::Want { .. })
            | (Self::NoHaves, Frame::Have { .. })
            | (Self::NoCommits, Frame::Commit { .. }) => None,
            (Self::ClaimsAhead, Frame::Have { mut frontier, ask }) => {
                frontier.iter_mut().for_each(|floor| floor.head_seq += 1);
                Some(Frame::Have { frontier, ask })
            }
            (Self::ReadsAhead, Frame::Mark { mut up_to }) => {
                up_to.depth += 3;
                Some(Frame::Mark { up_to })
            }
            (_, frame) => Some(frame),
        }
    }
}

impl Meddle for Mutant {
    fn input(&mut self, _: PeerIndex, input: &mut Input) -> bool {
        !matches!((*self, input), (Self::DeafToLinks, Input::LinkUp { .. }) | (Self::NoTimers, Input::Tick))
    }

    fn outputs(&mut self, peer: PeerIndex, outputs: &mut Outputs) {
        let send = std::mem::take(&mut outputs.send);
        for (link, bytes) in send {
            let frame = Frame::decode(&bytes).ok().flatten().and_then(|frame| self.rewrite(frame));
            let times = if *self == Self::Repeats { 16 } else { 1 };
            outputs.send.extend(frame.iter().flat_map(|frame| std::iter::repeat_n((link, frame.encode()), times)));
        }
        match self {
            Self::TellsTwice => {
                let events = std::mem::take(&mut outputs.events);
                outputs.events = events.iter().flat_map(|event| [event.clone(), event.clone()]).collect();
            }
            Self::AcceptsGaps => outputs.persist.retain(|write| match write {
                Write::Entry { kind, place, .. } => {
                    *kind == Kind::ORDER || place.seq % 3 != 0 || is_mine(outputs.authored, write)
                }
                _ => true,
            }),
            Self::SendsUnstored => outputs.persist.retain(|write| !is_mine(outputs.authored, write)),
            Self::ForgetsKeys if peer == 0 => outputs.persist.retain(|write| !matches!(write, Write::Key(_))),
            _ => {}
        }
        if matches!(self, Self::AcceptsGaps | Self::SendsUnstored) {
            outputs.events.retain(|event| !matches!(event, Event::Applied(_)));
        }
    }

    fn batch_limit(&self, _: PeerIndex) -> Option<usize> {
        (*self == Self::BatchOfOne).then_some(1)
    }
}

/// A fault that begins when the switch is turned on.
pub struct Late {
    /// Which.
    pub mutant: Mutant,
    /// Turned on by whoever holds the other end.
    pub on: Rc<Cell<bool>>,
}

impl Meddle for Late {
    fn input(&mut self, peer: PeerIndex, input: &mut Input) -> bool {
        !self.on.get() || self.mutant.input(peer, input)
    }

    fn outputs(&mut self, peer: PeerIndex, outputs: &mut Outputs) {
        if self.on.get() {
            self.mutant.outputs(peer, outputs);
        }
    }
}

fn is_mine(authored: Option<(EntryId, net::wire::Place)>, write: &Write) -> bool {
    matches!(write, Write::Entry { id, .. } if authored.is_some_and(|(mine, _)| mine == *id))
}

/// A roster that lists everybody and allows everything.
struct Blind<'a>(&'a dyn Roster);

impl Roster for Blind<'_> {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        self.0.member(device)
    }
    fn lists(&self, _: DeviceId) -> bool {
        true
    }
    fn allows(&self, _: &LeafChange) -> bool {
        true
    }
    fn rank(&self, member: MemberId) -> u8 {
        self.0.rank(member)
    }
}

/// How flawed group keys err.
pub trait Flaw: 'static {
    /// Whether they ask nobody who is a member.
    const BLIND: bool;
    /// Whether they never look for a better tip once they took part in a branch.
    const STUBBORN: bool;
}

/// Seals to whoever is a leaf.
#[derive(Debug)]
pub struct Careless;
impl Flaw for Careless {
    const BLIND: bool = true;
    const STUBBORN: bool = false;
}

/// Refuses the commits of others once it made one.
#[derive(Debug)]
pub struct Stubborn;
impl Flaw for Stubborn {
    const BLIND: bool = false;
    const STUBBORN: bool = true;
}

/// Group keys with a flaw.
pub struct Flawed<F: Flaw> {
    group: ModelGroup,
    took_part: bool,
    flaw: std::marker::PhantomData<F>,
}

impl<F: Flaw> Flawed<F> {
    const fn new(group: ModelGroup) -> Self {
        Self { group, took_part: false, flaw: std::marker::PhantomData }
    }

    fn seen<T>(&mut self, roster: &dyn Roster, work: impl FnOnce(&mut ModelGroup, &dyn Roster) -> T) -> T {
        if F::BLIND { work(&mut self.group, &Blind(roster)) } else { work(&mut self.group, roster) }
    }
}

impl<F: Flaw> SimKeys for Flawed<F> {
    fn found(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::new(<ModelGroup as SimKeys>::found(room, identity, seed))
    }
    fn enter(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::new(<ModelGroup as SimKeys>::enter(room, identity, seed))
    }
    fn load(
        room: RoomId,
        identity: &Identity,
        seed: u64,
        rows: &BTreeMap<Vec<u8>, Vec<u8>>,
    ) -> Result<Self, KeysError> {
        <ModelGroup as SimKeys>::load(room, identity, seed, rows).map(Self::new)
    }
    fn inspect(sealed: &[u8]) -> Option<Seal> {
        <ModelGroup as SimKeys>::inspect(sealed)
    }
}

impl<F: Flaw> Keys for Flawed<F> {
    fn tip(&self) -> EpochId {
        self.group.tip()
    }
    fn leaves(&self) -> Vec<DeviceId> {
        self.group.leaves()
    }
    fn seal(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError> {
        self.seen(roster, |group, roster| group.seal(plaintext, roster))
    }
    fn open(&mut self, sealed: &[u8]) -> Result<Opened, KeysError> {
        self.group.open(sealed)
    }
    fn commits(&self) -> Vec<CommitId> {
        self.group.commits()
    }
    fn commit_bytes(&self, commit: CommitId) -> Option<Vec<u8>> {
        self.group.commit_bytes(commit)
    }
    fn accept(&mut self, commit: &[u8], roster: &dyn Roster) -> Result<bool, KeysError> {
        if F::STUBBORN && self.took_part {
            return Err(KeysError::Refused);
        }
        self.seen(roster, |group, roster| group.accept(commit, roster))
    }
    fn settle(&mut self, roster: &dyn Roster) -> bool {
        self.seen(roster, |group, roster| group.settle(roster))
    }
    fn change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError> {
        self.took_part = true;
        self.seen(roster, |group, roster| group.change(add, remove, orders, roster))
    }
    fn key_package(&mut self) -> Result<Vec<u8>, KeysError> {
        self.group.key_package()
    }
    fn package_device(&self, key_package: &[u8]) -> Result<DeviceId, KeysError> {
        self.group.package_device(key_package)
    }
    fn welcome(&mut self, welcome: &[u8], roster: &dyn Roster) -> Result<(), KeysError> {
        self.seen(roster, |group, roster| group.welcome(welcome, roster))
    }
    fn sealed_in_tip(&self) -> u32 {
        self.group.sealed_in_tip()
    }
    fn take_rows(&mut self) -> Vec<KeyRow> {
        self.group.take_rows()
    }
}
