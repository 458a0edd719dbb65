//! Passing connections on: who is asked to do it for us, and for whom we do it.
//!
//! While nobody outside has reached this device and the router gave it no port, two linked peers at most that can be
//! reached are asked (relay v2). A place with them is lost with its connection, when the machine slept or when the peer
//! says so; it is asked for again as soon as there is a link. In turn, once this device can be reached, it passes
//! connections on between peers that each hold a link here: never for strangers or guests, and a peer that asks for
//! somebody it shares no circle with is cut off. What passes is sealed between the two ends.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use libp2p::core::transport::ListenerId;
use libp2p::{Multiaddr, PeerId, relay};

use super::behaviour::Behaviour;
use super::connections::Connections;
use super::registry::Registry;
use super::{SwarmEvent, hearsay};
use crate::link::address::Address;

/// Peers that hold a place for us.
const PLACES: usize = 2;
/// After a peer said no, or a place was lost; doubled each time, up to the second.
const REST: Duration = Duration::from_secs(5);
const LONGEST_REST: Duration = Duration::from_secs(600);

/// What we do for others. A room holds 200 members at most; a circuit lasts a day or a gigabyte, then it is opened anew.
const RESERVATIONS: usize = 256;
const CIRCUITS: usize = 128;
const CIRCUITS_PER_PEER: usize = 16;
const CIRCUIT_LASTS: Duration = Duration::from_secs(24 * 60 * 60);
const CIRCUIT_BYTES: u64 = 1 << 30;
const A_MINUTE: Duration = Duration::from_secs(60);
const ASKED_PER_MINUTE: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not zero");

/// The serving side: closed to whoever holds no link.
pub(super) fn server(local: PeerId, registry: &Arc<Registry>) -> relay::Behaviour {
    let mut config = relay::Config {
        max_reservations: RESERVATIONS,
        max_reservations_per_peer: 4,
        max_circuits: CIRCUITS,
        max_circuits_per_peer: CIRCUITS_PER_PEER,
        max_circuit_duration: CIRCUIT_LASTS,
        max_circuit_bytes: CIRCUIT_BYTES,
        reservation_rate_limiters: Vec::new(),
        circuit_src_rate_limiters: Vec::new(),
        ..relay::Config::default()
    };
    let linked = Arc::clone(registry);
    config.reservation_rate_limiters.push(Box::new(move |peer, _: &Multiaddr, _| linked.belongs(peer)));
    let linked = Arc::clone(registry);
    config.circuit_src_rate_limiters.push(Box::new(move |peer, _: &Multiaddr, _| linked.belongs(peer)));
    config = config.reservation_rate_per_peer(ASKED_PER_MINUTE, A_MINUTE);
    config = config.circuit_src_per_peer(ASKED_PER_MINUTE, A_MINUTE);
    let mut server = relay::Behaviour::new(local, config);
    // Its own rule would count our place with somebody else as an address at which we can be reached.
    server.set_status(Some(relay::Status::Disable));
    server
}

#[derive(Debug)]
struct Place {
    listener: ListenerId,
    address: Option<String>,
}

#[derive(Debug)]
struct Rest {
    until: Instant,
    length: Duration,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Relays {
    local: PeerId,
    places: BTreeMap<PeerId, Place>,
    resting: BTreeMap<PeerId, Rest>,
    /// Addresses that the router lets in.
    outside: BTreeSet<String>,
    /// Somebody from outside came in.
    reached: bool,
    next: Option<Instant>,
}

type Swarm = libp2p::Swarm<Behaviour>;
type Outbox = VecDeque<SwarmEvent>;

impl Relays {
    pub(super) const fn new(local: PeerId) -> Self {
        Self {
            local,
            places: BTreeMap::new(),
            resting: BTreeMap::new(),
            outside: BTreeSet::new(),
            reached: false,
            next: None,
        }
    }

    /// When [`Self::consider`] is to be called at the latest.
    pub(super) const fn deadline(&self) -> Option<Instant> {
        self.next
    }

    fn open(&self) -> bool {
        self.reached || !self.outside.is_empty()
    }

    /// Something changed: looks whether somebody came in, and asks for the places that are missing.
    pub(super) fn consider(&mut self, connections: &Connections, swarm: &mut Swarm, outbox: &mut Outbox) {
        if !self.reached
            && let Some(address) = connections.reached_at()
        {
            self.reached = true;
            outbox.push_back(SwarmEvent::Reached);
            // For the answers of the serving side, which must name an address.
            swarm.add_external_address(address);
            serve(swarm, true);
        }
        let now = Instant::now();
        self.next = None;
        self.resting.retain(|_, rest| rest.until + LONGEST_REST > now);
        if self.open() {
            return;
        }
        for (peer, circuit) in connections.relays() {
            if self.places.len() >= PLACES || self.places.contains_key(&peer) {
                continue;
            }
            if let Some(rest) = self.resting.get(&peer).filter(|rest| rest.until > now) {
                self.next = Some(self.next.map_or(rest.until, |next| next.min(rest.until)));
                continue;
            }
            match swarm.listen_on(circuit) {
                Ok(listener) => {
                    self.places.insert(peer, Place { listener, address: None });
                }
                Err(error) => {
                    tracing::debug!(%error, "Cannot ask a peer to pass connections on");
                    self.rest(peer);
                }
            }
        }
    }

    /// Whether a listener is a place with a peer.
    pub(super) fn holds(&self, listener: ListenerId) -> bool {
        self.places.values().any(|place| place.listener == listener)
    }

    /// A peer agreed. It is told once, however many addresses the peer has.
    pub(super) fn accepted(&mut self, listener: ListenerId, outbox: &mut Outbox) {
        let held = self.places.iter_mut().find(|(_, place)| place.listener == listener);
        let Some((relay, place)) = held.filter(|(_, place)| place.address.is_none()) else { return };
        let relay = relay.to_string();
        let Some(circuit) = Address::circuit(&relay, &self.local.to_string()) else { return };
        let address = circuit.to_string();
        place.address = Some(address.clone());
        if let Ok(peer) = relay.parse() {
            self.resting.remove(&peer);
        }
        outbox.push_back(SwarmEvent::Relayed { address, relay });
    }

    /// A place was refused or lost; `false` where the listener is none.
    pub(super) fn closed(&mut self, listener: ListenerId, outbox: &mut Outbox) -> bool {
        let Some(peer) = self.places.iter().find(|(_, place)| place.listener == listener).map(|(peer, _)| *peer) else {
            return false;
        };
        if let Some(address) = self.places.remove(&peer).and_then(|place| place.address) {
            outbox.push_back(SwarmEvent::RelayGone { address });
        }
        self.rest(peer);
        true
    }

    fn rest(&mut self, peer: PeerId) {
        let length = self.resting.get(&peer).map_or(REST, |rest| rest.length.saturating_mul(2).min(LONGEST_REST));
        let until = Instant::now() + length;
        self.resting.insert(peer, Rest { until, length });
        self.next = Some(self.next.map_or(until, |next| next.min(until)));
    }

    /// An address was found to let connections in.
    pub(super) fn opened(&mut self, address: &Multiaddr, swarm: &mut Swarm, outbox: &mut Outbox) {
        let Some(address) = hearsay::public(address, None).map(|address| address.to_string()) else { return };
        if self.outside.insert(address.clone()) {
            outbox.push_back(SwarmEvent::Outside { address });
            serve(swarm, true);
        }
    }

    /// It no longer does.
    pub(super) fn shut(&mut self, address: &Multiaddr, swarm: &mut Swarm, outbox: &mut Outbox) {
        let Some(address) = hearsay::public(address, None).map(|address| address.to_string()) else { return };
        if self.outside.remove(&address) {
            outbox.push_back(SwarmEvent::OutsideGone { address });
            serve(swarm, self.open());
        }
    }
}

fn serve(swarm: &mut Swarm, on: bool) {
    let status = if on { relay::Status::Enable } else { relay::Status::Disable };
    if let Some(server) = swarm.behaviour_mut().relay_server.as_mut() {
        server.set_status(Some(status));
    }
}

#[cfg(test)]
#[path = "relays_tests.rs"]
mod tests;
