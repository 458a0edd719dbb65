//! What is known of each connection: how it came about, which doors are still being tried on it, whether it has a link.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use libp2p::core::ConnectedPoint;
use libp2p::multiaddr::Protocol;
use libp2p::swarm::ConnectionId;
use libp2p::swarm::dial_opts::{DialOpts, PeerCondition};
use libp2p::{Multiaddr, PeerId, Stream};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::behaviour::Behaviour;
use super::budget::Bucket;
use super::handshake::{self, Line, Refusal};
use super::pump::{self, Events, Told};
use super::registry::Registry;
use super::streams::{Event, What};
use super::{DialFailure, Door, DoorId, MAX_DOORS_PER_DIAL, SwarmEvent, gate, hearsay};
use crate::link::address::{Address, Carrier, Host};

/// Handshakes that run at once on one connection; further streams are dropped.
const MAX_HANDSHAKES: usize = MAX_DOORS_PER_DIAL;
/// Dials that have not led to a connection yet.
const MAX_DIALS: usize = 64;

/// What a stream's task tells the loop.
#[derive(Debug)]
pub(super) struct Report {
    connection: ConnectionId,
    what: Reported,
}

#[derive(Debug)]
enum Reported {
    /// A handshake ended.
    Tried { door: Option<DoorId>, outcome: Outcome },
    /// A link ended.
    Down,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Opened,
    Refused,
    Flood,
}

#[derive(Debug)]
struct Dial {
    address: String,
    doors: Vec<DoorId>,
}

#[derive(Debug)]
struct Connection {
    peer: PeerId,
    address: String,
    remote: Multiaddr,
    host: Option<IpAddr>,
    dial: Option<Dial>,
    dialled: bool,
    relayed: bool,
    /// What identify told.
    said: Option<Said>,
    line: Line,
    handshakes: usize,
    idle_since: Instant,
    /// Told to close, but not closed yet.
    closing: bool,
    /// Doors that are still being tried, and those that did not open.
    waiting: BTreeSet<DoorId>,
    failed: Vec<DoorId>,
}

/// What a peer told of itself and of us on a connection.
#[derive(Debug)]
pub(super) struct Said {
    /// It passes connections on.
    pub(super) relays: bool,
    /// Where it sees us.
    pub(super) observed: Multiaddr,
}

impl Connection {
    fn links(&self) -> usize {
        self.line.links.load(Ordering::Acquire)
    }
}

/// See the module.
#[derive(Debug)]
pub(super) struct Connections {
    registry: Arc<Registry>,
    local: PeerId,
    events: Events,
    report: mpsc::Sender<Report>,
    relay_only: bool,
    dials: BTreeMap<ConnectionId, Dial>,
    open: BTreeMap<ConnectionId, Connection>,
    next_sweep: Option<Instant>,
}

type Swarm = libp2p::Swarm<Behaviour>;
type Outbox = VecDeque<SwarmEvent>;

impl Connections {
    pub(super) fn new(
        registry: Arc<Registry>,
        local: PeerId,
        events: Events,
        report: mpsc::Sender<Report>,
        relay_only: bool,
    ) -> Self {
        let (dials, open) = (BTreeMap::new(), BTreeMap::new());
        Self { registry, local, events, report, relay_only, dials, open, next_sweep: None }
    }

    pub(super) fn ids(&self) -> Vec<ConnectionId> {
        self.open.keys().copied().collect()
    }

    pub(super) fn dial(&mut self, address: String, mut doors: Vec<DoorId>, swarm: &mut Swarm, outbox: &mut Outbox) {
        let beyond = doors.split_off(doors.len().min(MAX_DOORS_PER_DIAL));
        fail(&address, beyond, DialFailure::NoDoorOpened, outbox);
        let dialable = address.parse::<Address>().ok().filter(Address::is_dialable);
        let options = dialable.filter(|_| self.dials.len() < MAX_DIALS).and_then(|address| self.options(&address));
        let Some(options) = options else {
            fail(&address, doors, DialFailure::Unreachable, outbox);
            return;
        };
        let id = options.connection_id();
        match swarm.dial(options) {
            Ok(()) => {
                self.dials.insert(id, Dial { address, doors });
            }
            Err(error) => {
                tracing::debug!(%error, "A dial was refused");
                fail(&address, doors, DialFailure::Unreachable, outbox);
            }
        }
    }

    /// A circuit leads only through a peer with whom there is a link and who has said where it sees us: punched before
    /// that, a connection would stay relayed.
    fn options(&self, address: &Address) -> Option<DialOpts> {
        if let Host::Circuit { relay, device } = &address.host {
            let (relay, device) = (relay.parse::<PeerId>().ok()?, device.parse::<PeerId>().ok()?);
            let through = self.open.values().find(|open| {
                let known = open.said.as_ref().is_some_and(|said| said.relays);
                open.peer == relay && known && !open.relayed && !open.closing && open.links() > 0
            })?;
            let circuit = circuit(through.remote.clone(), relay).with(Protocol::P2p(device));
            let options = DialOpts::peer_id(device).condition(PeerCondition::Always).addresses(vec![circuit]);
            return Some(options.build());
        }
        let multiaddr = address.to_string().parse::<Multiaddr>().ok().filter(|_| !self.relay_only)?;
        let options = DialOpts::unknown_peer_id().address(multiaddr);
        Some(match address.carrier {
            // From the port we listen on, so that the router's opening for it is the one that peers are told of.
            Carrier::Quic => options.build(),
            // A port of its own: two sides that dial each other from their listening ports at one moment would meet in
            // one TCP connection of which both are the dialler.
            _ => options.allocate_new_port().build(),
        })
    }

    pub(super) fn unreachable(&mut self, id: ConnectionId, outbox: &mut Outbox) {
        if let Some(Dial { address, doors }) = self.dials.remove(&id) {
            fail(&address, doors, DialFailure::Unreachable, outbox);
        }
    }

    pub(super) fn established(
        &mut self,
        id: ConnectionId,
        peer: PeerId,
        endpoint: &ConnectedPoint,
        swarm: &mut Swarm,
        outbox: &mut Outbox,
    ) {
        let dial = self.dials.remove(&id);
        let remote = endpoint.get_remote_address();
        let from = || remote.to_string().parse::<Address>().map_or_else(|_| String::new(), |from| from.to_string());
        let now = Instant::now();
        let connection = Connection {
            peer,
            remote: remote.clone(),
            relayed: endpoint.is_relayed(),
            said: None,
            address: dial.as_ref().map_or_else(from, |dial| dial.address.clone()),
            host: gate::host(remote),
            dialled: matches!(endpoint, ConnectedPoint::Dialer { role_override, .. } if role_override.is_dialer()),
            waiting: dial.iter().flat_map(|dial| dial.doors.iter().copied()).collect(),
            line: Line {
                registry: Arc::clone(&self.registry),
                local: self.local,
                remote: peer,
                bucket: Arc::new(Mutex::new(Bucket::new(self.registry.limits.frames_per_minute, now))),
                links: Arc::new(AtomicUsize::new(0)),
            },
            dial,
            handshakes: 0,
            idle_since: now,
            closing: false,
            failed: Vec::new(),
        };
        let again = self.without_relay(&connection);
        for door in connection.dial.iter().flat_map(|dial| &dial.doors).chain(&again) {
            swarm.behaviour_mut().streams.open(peer, id, *door);
        }
        self.open.insert(id, connection);
        self.plan_sweep(now);
        self.drop_surplus(swarm);
        self.conclude(id, swarm, outbox);
    }

    /// The doors to go through anew on a connection that was punched: what a relay carried until now moves over.
    fn without_relay(&self, new: &Connection) -> Vec<DoorId> {
        let carried = |open: &Connection| open.peer == new.peer && open.relayed && open.links() > 0;
        let punched = new.dial.is_none() && new.dialled && !new.relayed;
        if punched && self.open.values().any(carried) { self.registry.doors_of(new.peer) } else { Vec::new() }
    }

    /// Takes in what a peer told.
    pub(super) fn heard(&mut self, id: ConnectionId, said: Said) {
        if let Some(connection) = self.open.get_mut(&id) {
            connection.said = Some(said);
        }
    }

    /// Linked peers that pass connections on, and the addresses at which we reached them.
    pub(super) fn relays(&self) -> impl Iterator<Item = (PeerId, Multiaddr)> + '_ {
        let able = |open: &&Connection| {
            let near = open.address.parse::<Address>().is_ok_and(|address| address.is_loopback());
            open.said.as_ref().is_some_and(|said| said.relays)
                && open.dialled
                && !(open.relayed || open.closing || near)
                && open.links() > 0
                && self.registry.belongs(open.peer)
        };
        self.open.values().filter(able).map(|open| (open.peer, circuit(open.remote.clone(), open.peer)))
    }

    /// Where a linked peer on another network reached us, should one have.
    pub(super) fn reached_at(&self) -> Option<Multiaddr> {
        let outsider = |open: &&Connection| {
            !(open.dialled || open.relayed)
                && open.links() > 0
                && hearsay::public(&open.remote, None).is_some()
                && self.registry.belongs(open.peer)
        };
        let mut observed = self.open.values().filter(outsider).filter_map(|open| open.said.as_ref());
        observed.find(|said| hearsay::public(&said.observed, None).is_some()).map(|said| said.observed.clone())
    }

    /// Above the bound, the host with most connections without a link loses its oldest.
    fn drop_surplus(&mut self, swarm: &mut Swarm) {
        let stranger = |open: &Connection| !open.dialled && !open.closing && open.links() == 0;
        let strangers = || self.open.iter().filter(|(_, open)| stranger(open));
        if strangers().count() > self.registry.limits.unauthenticated
            && let Some(victim) = gate::victim(strangers().map(|(id, open)| (*id, open.host)))
        {
            self.hang_up(victim, swarm);
        }
    }

    fn hang_up(&mut self, id: ConnectionId, swarm: &mut Swarm) {
        if let Some(connection) = self.open.get_mut(&id)
            && !connection.closing
        {
            connection.closing = true;
            swarm.close_connection(id);
        }
    }

    pub(super) fn closed(&mut self, id: ConnectionId, outbox: &mut Outbox) {
        if let Some(mut connection) = self.open.remove(&id) {
            connection.failed.extend(std::mem::take(&mut connection.waiting));
            fail(&connection.address, connection.failed, DialFailure::Unreachable, outbox);
        }
    }

    pub(super) fn stream(&mut self, event: Event, swarm: &mut Swarm, tasks: &mut JoinSet<()>, outbox: &mut Outbox) {
        let Event { connection: id, what } = event;
        match what {
            What::Inbound(stream) => match self.open.get(&id).map(|connection| connection.line.charge()) {
                Some(Ok(())) => self.start(id, None, stream, tasks),
                Some(Err(Refusal::Flood)) => self.tried(id, None, Outcome::Flood, swarm, outbox),
                Some(Err(Refusal::Closed)) | None => {}
            },
            What::Outbound(door, stream) => {
                let known = self.registry.doors().iter().find(|known| known.id == door).cloned();
                match known {
                    Some(known) => self.start(id, Some(known), stream, tasks),
                    None => self.tried(id, Some(door), Outcome::Refused, swarm, outbox),
                }
            }
            What::Refused(door) => self.tried(id, Some(door), Outcome::Refused, swarm, outbox),
        }
    }

    fn start(&mut self, id: ConnectionId, door: Option<Door>, stream: Stream, tasks: &mut JoinSet<()>) {
        let Some(connection) = self.open.get_mut(&id) else { return };
        if door.is_none() && connection.handshakes >= MAX_HANDSHAKES {
            tracing::debug!("Too many streams at once on one connection");
            return;
        }
        connection.handshakes = connection.handshakes.saturating_add(1);
        let told = Told {
            dialled: connection.dialled,
            remote_address: connection.address.clone(),
            transport: connection.peer.to_string(),
            relayed: connection.relayed,
            stall: self.registry.limits.stall,
        };
        let (line, events, report) = (connection.line.clone(), self.events.clone(), self.report.clone());
        tasks.spawn(run_stream(id, line, door, stream, told, events, report));
    }

    pub(super) fn reported(&mut self, report: Report, swarm: &mut Swarm, outbox: &mut Outbox) {
        let Report { connection: id, what } = report;
        match what {
            Reported::Tried { door, outcome } => {
                if let Some(connection) = self.open.get_mut(&id) {
                    connection.handshakes = connection.handshakes.saturating_sub(1);
                    if outcome == Outcome::Opened
                        && connection.relayed
                        && let Some(punch) = swarm.behaviour_mut().punch.as_mut()
                    {
                        punch.free(connection.peer, id);
                    }
                }
                self.tried(id, door, outcome, swarm, outbox);
            }
            Reported::Down => {
                let now = Instant::now();
                if let Some(connection) = self.open.get_mut(&id) {
                    connection.idle_since = now;
                }
                self.plan_sweep(now);
            }
        }
    }

    fn tried(
        &mut self,
        id: ConnectionId,
        door: Option<DoorId>,
        outcome: Outcome,
        swarm: &mut Swarm,
        outbox: &mut Outbox,
    ) {
        if outcome == Outcome::Flood {
            tracing::debug!("A stranger sent too many frames");
            self.hang_up(id, swarm);
        }
        let Some(connection) = self.open.get_mut(&id) else { return };
        if let Some(door) = door
            && connection.waiting.remove(&door)
            && outcome != Outcome::Opened
        {
            connection.failed.push(door);
        }
        self.conclude(id, swarm, outbox);
    }

    /// Once every door of a dial was tried: tells those that did not open, and closes a connection that is of no use.
    fn conclude(&mut self, id: ConnectionId, swarm: &mut Swarm, outbox: &mut Outbox) {
        let Some(connection) = self.open.get_mut(&id) else { return };
        if !connection.waiting.is_empty() || connection.dial.take().is_none() {
            return;
        }
        let failed = std::mem::take(&mut connection.failed);
        fail(&connection.address, failed, DialFailure::NoDoorOpened, outbox);
        if connection.links() == 0 && connection.handshakes == 0 {
            self.hang_up(id, swarm);
        }
    }

    /// When [`Self::sweep`] is to be called.
    pub(super) const fn deadline(&self) -> Option<Instant> {
        self.next_sweep
    }

    fn plan_sweep(&mut self, idle_since: Instant) {
        let at = idle_since + self.registry.limits.handshake;
        self.next_sweep = Some(self.next_sweep.map_or(at, |planned| planned.min(at)));
    }

    /// Closes connections that have been without a link for too long.
    pub(super) fn sweep(&mut self, now: Instant, swarm: &mut Swarm) {
        if self.next_sweep.is_none_or(|at| at > now) {
            return;
        }
        self.next_sweep = None;
        let idle: Vec<(ConnectionId, Instant)> = self
            .open
            .iter()
            .filter(|(_, open)| !open.closing && open.links() == 0)
            .map(|(id, open)| (*id, open.idle_since))
            .collect();
        for (id, idle_since) in idle {
            if idle_since + self.registry.limits.handshake <= now {
                self.hang_up(id, swarm);
            } else {
                self.plan_sweep(idle_since);
            }
        }
    }
}

/// The way through a peer that was reached at an address.
fn circuit(mut reached: Multiaddr, relay: PeerId) -> Multiaddr {
    if matches!(reached.iter().last(), Some(Protocol::P2p(_))) {
        reached.pop();
    }
    reached.with(Protocol::P2p(relay)).with(Protocol::P2pCircuit)
}

fn fail(address: &str, doors: Vec<DoorId>, reason: DialFailure, outbox: &mut Outbox) {
    if !doors.is_empty() {
        outbox.push_back(SwarmEvent::DialFailed { address: address.to_owned(), doors, reason });
    }
}

/// The task of one stream: authenticates it and, where that works, runs the link.
async fn run_stream(
    connection: ConnectionId,
    line: Line,
    door: Option<Door>,
    stream: Stream,
    told: Told,
    events: Events,
    report: mpsc::Sender<Report>,
) {
    let shake = async {
        match &door {
            Some(door) => handshake::dial(&line, door, stream).await,
            None => handshake::answer(&line, stream).await,
        }
    };
    let mut over = events.over.clone();
    let opened = tokio::select! {
        opened = timeout(line.registry.limits.handshake, shake) => opened.unwrap_or(Err(Refusal::Closed)),
        _ = over.wait_for(|over| *over) => Err(Refusal::Closed),
    };
    let outcome = match &opened {
        Ok(_) => Outcome::Opened,
        Err(Refusal::Closed) => Outcome::Refused,
        Err(Refusal::Flood) => Outcome::Flood,
    };
    if opened.is_ok() {
        line.links.fetch_add(1, Ordering::AcqRel);
    }
    let door = door.map(|door| door.id);
    let _ = report.send(Report { connection, what: Reported::Tried { door, outcome } }).await;
    if let Ok(opened) = opened {
        pump::run(opened, told, events).await;
        line.links.fetch_sub(1, Ordering::AcqRel);
        let _ = report.send(Report { connection, what: Reported::Down }).await;
    }
}
