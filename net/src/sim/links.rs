//! Links between simulated peers: reliable ordered streams with latency and a bounded queue, that break.
//!
//! As on real ones nothing is lost or reordered *within* a link: loss is a link that is cut, with all that was under way
//! on it, and each end learns of that in its own time. Frames on different links overtake each other.

#![expect(clippy::indexing_slicing, reason = "the ends of a link are 0 and 1")]

use std::collections::{BTreeMap, BTreeSet};

use rand::{Rng, RngExt};

use crate::link::LinkId;

/// Names a simulated peer: its place in the world.
pub type PeerIndex = usize;

/// How the links of one world behave.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// The shortest time a frame is under way.
    pub latency_ms: u64,
    /// What chance adds to it, at most.
    pub jitter_ms: u64,
    /// Bytes a link carries in a millisecond.
    pub bytes_per_ms: u64,
    /// Bytes that may be under way in one direction; above that the link is closed, as a slow reader's is.
    pub capacity_bytes: usize,
}

/// What became of a frame that was handed to a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// It arrives at the other end, named by that end's link.
    Arrives {
        /// When.
        at_ms: u64,
        /// Where.
        link: LinkId,
    },
    /// The link is dead, though this end may not know yet.
    Lost,
    /// The queue is full.
    Full,
}

#[derive(Debug, Default)]
struct Direction {
    under_way_bytes: usize,
    last_arrival_ms: u64,
}

/// One connection: two ends, each of which believes it open until told otherwise.
#[derive(Debug)]
struct Connection {
    peers: [PeerIndex; 2],
    open: [bool; 2],
    severed: bool,
    ways: [Direction; 2],
}

/// All links of a world.
#[derive(Debug)]
pub struct Links {
    shape: Shape,
    connections: BTreeMap<u64, Connection>,
    next: u64,
    apart: BTreeSet<(PeerIndex, PeerIndex)>,
    carried_bytes: BTreeMap<PeerIndex, u64>,
}

const fn end_of(link: LinkId) -> (u64, usize) {
    (link.0 / 2, (link.0 % 2) as usize)
}

const fn link_of(connection: u64, end: usize) -> LinkId {
    LinkId(connection * 2 + end as u64)
}

fn pair(a: PeerIndex, b: PeerIndex) -> (PeerIndex, PeerIndex) {
    (a.min(b), a.max(b))
}

impl Links {
    /// A world without links.
    #[must_use]
    pub const fn new(shape: Shape) -> Self {
        Self { shape, connections: BTreeMap::new(), next: 1, apart: BTreeSet::new(), carried_bytes: BTreeMap::new() }
    }

    /// Whether a packet gets from one peer to the other.
    #[must_use]
    pub fn reachable(&self, a: PeerIndex, b: PeerIndex) -> bool {
        !self.apart.contains(&pair(a, b))
    }

    /// Keeps all peers of different sides apart; every link across is severed. Returns the links whose ends will notice.
    pub fn part(&mut self, sides: &[u8]) -> Vec<LinkId> {
        self.apart.clear();
        for (a, of_a) in sides.iter().enumerate() {
            for (b, of_b) in sides.iter().enumerate().skip(a + 1) {
                if of_a != of_b {
                    self.apart.insert((a, b));
                }
            }
        }
        let apart = self.apart.clone();
        self.sever(|connection| apart.contains(&pair(connection.peers[0], connection.peers[1])))
    }

    /// Everybody reaches everybody again; severed links stay dead.
    pub fn heal(&mut self) {
        self.apart.clear();
    }

    /// Severs every link of a peer: it crashed. Returns the links whose ends will notice, its own excepted.
    pub fn crash(&mut self, peer: PeerIndex) -> Vec<LinkId> {
        let mut noticing = self.sever(|connection| connection.peers.contains(&peer));
        noticing.retain(|link| self.peer(*link) != Some(peer));
        for connection in self.connections.values_mut() {
            for (open, of) in connection.open.iter_mut().zip(connection.peers) {
                *open = *open && of != peer;
            }
        }
        noticing
    }

    /// Severs the link between two peers, if there is one.
    pub fn cut(&mut self, a: PeerIndex, b: PeerIndex) -> Vec<LinkId> {
        self.sever(|connection| pair(connection.peers[0], connection.peers[1]) == pair(a, b))
    }

    fn sever(&mut self, which: impl Fn(&Connection) -> bool) -> Vec<LinkId> {
        let mut noticing = Vec::new();
        for (id, connection) in self.connections.iter_mut().filter(|(_, connection)| !connection.severed) {
            if which(connection) {
                connection.severed = true;
                noticing.extend((0..2).filter(|end| connection.open[*end]).map(|end| link_of(*id, end)));
            }
        }
        noticing
    }

    /// A new link between two peers. Returns the ends, and the ends of older links between them that are closed now:
    /// the newest wins.
    pub fn connect(&mut self, a: PeerIndex, b: PeerIndex) -> ([LinkId; 2], Vec<LinkId>) {
        let mut replaced = Vec::new();
        for (id, connection) in &mut self.connections {
            if pair(connection.peers[0], connection.peers[1]) == pair(a, b) {
                connection.severed = true;
                replaced.extend((0..2).filter(|end| connection.open[*end]).map(|end| link_of(*id, end)));
            }
        }
        let id = self.next;
        self.next += 1;
        let ways = [Direction::default(), Direction::default()];
        self.connections.insert(id, Connection { peers: [a, b], open: [true, true], severed: false, ways });
        ([link_of(id, 0), link_of(id, 1)], replaced)
    }

    /// Whether two peers have a link that works.
    #[must_use]
    pub fn linked(&self, a: PeerIndex, b: PeerIndex) -> bool {
        self.connections
            .values()
            .any(|connection| !connection.severed && pair(connection.peers[0], connection.peers[1]) == pair(a, b))
    }

    /// The end, at `peer`, of a link to `other` that it believes open.
    #[must_use]
    pub fn open_between(&self, peer: PeerIndex, other: PeerIndex) -> Option<LinkId> {
        self.connections.iter().find_map(|(id, connection)| {
            let end = (0..2).find(|end| connection.peers[*end] == peer && connection.peers[1 - *end] == other)?;
            connection.open[end].then(|| link_of(*id, end))
        })
    }

    /// When all that was handed to this end has arrived.
    #[must_use]
    pub fn last_arrival_ms(&self, link: LinkId) -> u64 {
        let (id, end) = end_of(link);
        self.connections.get(&id).map_or(0, |connection| connection.ways[end].last_arrival_ms)
    }

    /// Whose end a link is.
    #[must_use]
    pub fn peer(&self, link: LinkId) -> Option<PeerIndex> {
        let (id, end) = end_of(link);
        self.connections.get(&id).and_then(|connection| connection.peers.get(end)).copied()
    }

    /// Who is at the other end.
    #[must_use]
    pub fn remote(&self, link: LinkId) -> Option<PeerIndex> {
        self.peer(LinkId(link.0 ^ 1))
    }

    /// Whether that end still believes the link open.
    #[must_use]
    pub fn is_open(&self, link: LinkId) -> bool {
        let (id, end) = end_of(link);
        self.connections.get(&id).is_some_and(|connection| connection.open[end])
    }

    /// Hands a frame to a link.
    pub fn send(&mut self, now_ms: u64, rng: &mut impl Rng, link: LinkId, bytes: usize) -> Sending {
        let shape = self.shape;
        let (id, end) = end_of(link);
        let Some(connection) = self.connections.get_mut(&id) else { return Sending::Lost };
        let from = connection.peers[end];
        if !connection.open[end] {
            return Sending::Lost;
        }
        *self.carried_bytes.entry(from).or_default() += bytes as u64;
        let way = &mut connection.ways[end];
        if way.under_way_bytes + bytes > shape.capacity_bytes {
            return Sending::Full;
        }
        if connection.severed {
            return Sending::Lost;
        }
        let under_way_ms = shape.latency_ms + rng.random_range(0..=shape.jitter_ms);
        let start = way.last_arrival_ms.max(now_ms + under_way_ms);
        way.last_arrival_ms = start + bytes as u64 / shape.bytes_per_ms;
        way.under_way_bytes += bytes;
        Sending::Arrives { at_ms: way.last_arrival_ms, link: link_of(id, 1 - end) }
    }

    /// Takes a frame off the link where it arrives; `false` where the link died on the way.
    pub fn arrive(&mut self, link: LinkId, bytes: usize) -> bool {
        let (id, end) = end_of(link);
        let Some(connection) = self.connections.get_mut(&id) else { return false };
        let way = &mut connection.ways[1 - end];
        way.under_way_bytes = way.under_way_bytes.saturating_sub(bytes);
        !connection.severed && connection.open[end]
    }

    /// One end learns that its link is dead; `false` where it knew.
    pub fn notice(&mut self, link: LinkId) -> bool {
        let (id, end) = end_of(link);
        let Some(connection) = self.connections.get_mut(&id) else { return false };
        let known = !connection.open[end];
        connection.open[end] = false;
        if connection.open == [false, false] {
            self.connections.remove(&id);
        }
        !known
    }

    /// One end closes its link; returns the other end's, which will notice.
    pub fn close(&mut self, link: LinkId) -> Option<LinkId> {
        let (id, end) = end_of(link);
        let connection = self.connections.get_mut(&id)?;
        connection.severed = true;
        let other = connection.open[1 - end].then(|| link_of(id, 1 - end));
        self.notice(link);
        other
    }

    /// Bytes that a peer handed to its links, ever.
    #[must_use]
    pub fn carried_bytes(&self, peer: PeerIndex) -> u64 {
        self.carried_bytes.get(&peer).copied().unwrap_or(0)
    }

    /// The most bytes under way in one direction of any link now.
    #[must_use]
    pub fn longest_queue_bytes(&self) -> usize {
        let ways = self.connections.values().flat_map(|connection| &connection.ways);
        ways.map(|way| way.under_way_bytes).max().unwrap_or(0)
    }
}

#[cfg(test)]
#[path = "links_tests.rs"]
mod tests;
