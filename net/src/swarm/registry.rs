//! The live links and doors of one swarm: the one place that the caller's handle and the tasks share.
//!
//! Every lock is held for a look-up only. Of a (device, door) pair only the newest link stays. When two devices dial
//! each other at once, "newest" differs on the two sides and each could drop what the other keeps; so the side with the
//! greater agreement key decides, in the order in which *it* authenticated links, and numbers them ([`Turn`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crypto::id::DeviceId;
use libp2p::PeerId;
use rand::Rng as _;
use tokio::sync::{mpsc, watch};

use super::budget::Bucket;
use super::{Door, DoorId, Limits, LinkId, MAX_FRAME_BYTES, SendError};

/// Frames that wait on one link, whatever their size.
const MAX_QUEUED_FRAMES: usize = 8_192;

/// A link's place in the deciding side's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// Drawn once for each start of the deciding side; turns of different starts cannot be compared.
    pub(super) start: [u8; 8],
    pub(super) number: u64,
}

impl Turn {
    /// Bytes of a turn.
    pub(super) const BYTES: usize = 16;

    pub(super) fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let (start, number) = bytes.split_at_mut(8);
        start.copy_from_slice(&self.start);
        number.copy_from_slice(&self.number.to_be_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (start, number) = bytes.split_first_chunk::<8>()?;
        Some(Self { start: *start, number: u64::from_be_bytes(number.try_into().ok()?) })
    }

    const fn is_before(&self, other: &Self) -> bool {
        self.number < other.number && u64::from_be_bytes(self.start) == u64::from_be_bytes(other.start)
    }
}

/// How a link shall go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    Open,
    /// Send what is queued, then end.
    Closing,
    /// End now: a newer link took its place.
    Superseded,
}

/// A link's own end of its registration.
#[derive(Debug)]
pub(super) struct Registration {
    pub(super) link: LinkId,
    pub(super) frames: mpsc::Receiver<Vec<u8>>,
    pub(super) queued_bytes: Arc<AtomicUsize>,
    pub(super) course: watch::Receiver<Course>,
    /// The link whose place this one took: wait until it told its end.
    pub(super) older: Option<watch::Receiver<()>>,
    /// Whoever waits on the other end learns from its drop that this link told its end.
    _ended: watch::Sender<()>,
    registry: Arc<Registry>,
}

impl Registration {
    /// Nothing can be sent any more; to be called before the end is told.
    pub(super) fn leave(&self) {
        self.registry.forget(self.link);
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        self.registry.forget(self.link);
    }
}

/// How a peer came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entrance {
    pub(super) door: DoorId,
    /// As in [`super::Door`]; never set for guests.
    pub(super) circle: Option<u64>,
}

#[derive(Debug)]
struct Entry {
    peer: PeerId,
    entrance: Entrance,
    place: Option<(DoorId, DeviceId)>,
    turn: Option<Turn>,
    frames: Option<mpsc::Sender<Vec<u8>>>,
    queued_bytes: Arc<AtomicUsize>,
    course: watch::Sender<Course>,
    ended: watch::Receiver<()>,
}

#[derive(Debug)]
struct State {
    doors: Arc<Vec<Door>>,
    links: BTreeMap<LinkId, Entry>,
    newest: BTreeMap<(DoorId, DeviceId), LinkId>,
    next_link: u64,
    next_turn: u64,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Registry {
    pub(super) limits: Limits,
    start: [u8; 8],
    state: Mutex<State>,
    strangers: Mutex<Bucket>,
    over: watch::Sender<bool>,
}

impl Registry {
    pub(super) fn new(limits: Limits) -> Self {
        let mut start = [0; 8];
        rand::rng().fill_bytes(&mut start);
        let state = State {
            doors: Arc::default(),
            links: BTreeMap::new(),
            newest: BTreeMap::new(),
            next_link: 1,
            next_turn: 1,
        };
        let strangers = Mutex::new(Bucket::new(limits.total_frames_per_minute, Instant::now()));
        Self { limits, start, state: Mutex::new(state), strangers, over: watch::Sender::new(false) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn set_doors(&self, doors: Vec<Door>) {
        self.state().doors = Arc::new(doors);
    }

    pub(super) fn doors(&self) -> Arc<Vec<Door>> {
        Arc::clone(&self.state().doors)
    }

    /// Takes one frame of a stranger out of everybody's budget.
    pub(super) fn take_stranger_frame(&self) -> bool {
        self.strangers.lock().unwrap_or_else(PoisonError::into_inner).take(Instant::now())
    }

    /// The next turn of this side.
    pub(super) fn next_turn(&self) -> Turn {
        let mut state = self.state();
        let number = state.next_turn;
        state.next_turn = number.saturating_add(1);
        Turn { start: self.start, number }
    }

    /// Enters an authenticated link; `None` where it comes after a newer one of the same place.
    pub(super) fn enter(
        self: &Arc<Self>,
        peer: PeerId,
        entrance: Entrance,
        place: Option<(DoorId, DeviceId)>,
        turn: Option<Turn>,
    ) -> Option<Registration> {
        let mut state = self.state();
        if *self.over.borrow() {
            return None;
        }
        let mut older = None;
        if let Some(place) = place
            && let Some(entry) = state.newest.get(&place).and_then(|link| state.links.get(link))
        {
            if let (Some(ours), Some(theirs)) = (turn, entry.turn)
                && ours.is_before(&theirs)
            {
                return None;
            }
            entry.course.send_replace(Course::Superseded);
            older = Some(entry.ended.clone());
        }
        let link = LinkId(state.next_link);
        state.next_link = state.next_link.saturating_add(1);
        if let Some(place) = place {
            state.newest.insert(place, link);
        }
        let (sender, frames) = mpsc::channel(MAX_QUEUED_FRAMES);
        let (course_sender, course) = watch::channel(Course::Open);
        let (alive, ended) = watch::channel(());
        let queued_bytes = Arc::new(AtomicUsize::new(0));
        let entry = Entry {
            peer,
            entrance,
            place,
            turn,
            frames: Some(sender),
            queued_bytes: Arc::clone(&queued_bytes),
            course: course_sender,
            ended,
        };
        state.links.insert(link, entry);
        drop(state);
        Some(Registration { link, frames, queued_bytes, course, older, _ended: alive, registry: Arc::clone(self) })
    }

    fn forget(&self, link: LinkId) {
        let mut state = self.state();
        let Some(entry) = state.links.remove(&link) else { return };
        if let Some(place) = entry.place
            && state.newest.get(&place) == Some(&link)
        {
            state.newest.remove(&place);
        }
    }

    pub(super) fn send(&self, link: LinkId, bytes: Vec<u8>) -> Result<(), SendError> {
        let length = bytes.len();
        if length > MAX_FRAME_BYTES {
            return Err(SendError::TooLong);
        }
        let state = self.state();
        let entry = state.links.get(&link).ok_or(SendError::Gone)?;
        let frames = entry.frames.as_ref().ok_or(SendError::Gone)?;
        let queued = entry.queued_bytes.fetch_add(length, Ordering::AcqRel);
        let outcome = if queued.saturating_add(length) > self.limits.queue_bytes {
            Err(SendError::Full)
        } else {
            frames.try_send(bytes).map_err(|error| match error {
                mpsc::error::TrySendError::Full(_) => SendError::Full,
                mpsc::error::TrySendError::Closed(_) => SendError::Gone,
            })
        };
        if outcome.is_err() {
            entry.queued_bytes.fetch_sub(length, Ordering::AcqRel);
        }
        outcome
    }

    /// Queues whatever a hostile peer might send.
    #[cfg(test)]
    pub(super) fn send_unchecked(&self, link: LinkId, bytes: Vec<u8>) {
        let state = self.state();
        let entry = state.links.get(&link).expect("a live link");
        entry.queued_bytes.fetch_add(bytes.len(), Ordering::AcqRel);
        entry.frames.as_ref().expect("an open link").try_send(bytes).expect("room");
    }

    pub(super) fn close(&self, link: LinkId) {
        if let Some(entry) = self.state().links.get_mut(&link) {
            entry.close();
        }
    }

    /// The transport identity at the other end of a link.
    pub(super) fn peer(&self, link: LinkId) -> Option<PeerId> {
        self.state().links.get(&link).map(|entry| entry.peer)
    }

    /// Whether a peer proved that it belongs to any circle of ours.
    pub(super) fn belongs(&self, peer: PeerId) -> bool {
        self.state().links.values().any(|entry| entry.peer == peer && entry.entrance.circle.is_some())
    }

    /// Whether two peers proved that they belong to one circle of ours.
    pub(super) fn share_circle(&self, one: PeerId, other: PeerId) -> bool {
        let state = self.state();
        let circles = |peer: PeerId| {
            state.links.values().filter(move |entry| entry.peer == peer).filter_map(|entry| entry.entrance.circle)
        };
        circles(one).any(|circle| circles(other).any(|also| also == circle))
    }

    /// The doors by which a peer is linked.
    pub(super) fn doors_of(&self, peer: PeerId) -> Vec<DoorId> {
        let state = self.state();
        let doors: BTreeSet<DoorId> =
            state.links.values().filter(|entry| entry.peer == peer).map(|entry| entry.entrance.door).collect();
        doors.into_iter().collect()
    }

    /// Closes every link and lets no other in.
    pub(super) fn end(&self) {
        let mut state = self.state();
        self.over.send_replace(true);
        state.doors = Arc::default();
        for entry in state.links.values_mut() {
            entry.close();
        }
    }

    /// Turns true at the end.
    pub(super) fn over(&self) -> watch::Receiver<bool> {
        self.over.subscribe()
    }
}

impl Entry {
    fn close(&mut self) {
        self.frames = None;
        self.course.send_if_modified(|course| {
            let open = *course == Course::Open;
            if open {
                *course = Course::Closing;
            }
            open
        });
    }
}

#[cfg(test)]
#[path = "registry_tests.rs"]
mod tests;
