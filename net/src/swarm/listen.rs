//! Which addresses are bound, which were refused, and when all of that is decided.

use std::collections::{HashMap, VecDeque};
use std::net::{SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use libp2p::Multiaddr;
use libp2p::core::transport::ListenerId;

use super::behaviour::Behaviour;
use super::{Config, SwarmEvent};
use crate::link::address::{Address, Carrier, Host};

/// Where nothing else is asked for.
const EVERYWHERE: [&str; 4] =
    ["/ip4/0.0.0.0/udp/0/quic-v1", "/ip6/::/udp/0/quic-v1", "/ip4/0.0.0.0/tcp/0", "/ip6/::/tcp/0"];
/// A listener that says nothing for so long (no interface is up) no longer holds `Ready` back.
const DECIDED_WITHIN: Duration = Duration::from_secs(1);
/// With all interfaces, the other addresses follow the first one at once.
const OTHERS_FOLLOW: Duration = Duration::from_millis(20);

#[derive(Debug)]
struct Pending {
    text: String,
    /// Tried next, should the remembered port be taken.
    fallback: Option<Address>,
    everywhere: bool,
}

/// See the module.
#[derive(Debug)]
pub(super) struct Listeners {
    wanted: Vec<String>,
    remembered: Vec<Address>,
    pending: HashMap<ListenerId, Pending>,
    ready_at: Option<Instant>,
    told_ready: bool,
}

impl Listeners {
    pub(super) fn new(config: &Config) -> Self {
        let wanted = match (config.relay_only, config.listen.is_empty()) {
            (true, _) => Vec::new(),
            (false, true) => EVERYWHERE.map(str::to_owned).to_vec(),
            (false, false) => config.listen.clone(),
        };
        let remembered = config.remembered.iter().filter_map(|text| text.parse().ok()).collect();
        Self { wanted, remembered, pending: HashMap::new(), ready_at: None, told_ready: false }
    }

    pub(super) fn start(&mut self, swarm: &mut libp2p::Swarm<Behaviour>, outbox: &mut VecDeque<SwarmEvent>) {
        for text in std::mem::take(&mut self.wanted) {
            let Ok(address) = text.parse::<Address>() else {
                outbox.push_back(SwarmEvent::ListenFailed { address: text });
                continue;
            };
            let (first, fallback) = match self.remembered_port(&address) {
                Some(port) => (Address { port, ..address.clone() }, Some(address)),
                None => (address, None),
            };
            self.listen(first, Pending { text, fallback, everywhere: false }, swarm, outbox);
        }
        self.ready_at = Some(if self.pending.is_empty() { Instant::now() } else { Instant::now() + DECIDED_WITHIN });
    }

    /// When [`Self::due`] is to be called.
    pub(super) const fn deadline(&self) -> Option<Instant> {
        self.ready_at
    }

    pub(super) fn due(&mut self, now: Instant, outbox: &mut VecDeque<SwarmEvent>) {
        if self.ready_at.is_some_and(|at| at <= now) {
            self.ready_at = None;
            self.told_ready = true;
            outbox.push_back(SwarmEvent::Ready);
        }
    }

    pub(super) fn bound(&mut self, id: ListenerId, address: &Multiaddr, outbox: &mut VecDeque<SwarmEvent>) {
        if let Some(address) = plain(address) {
            outbox.push_back(SwarmEvent::Listening { address });
        }
        if let Some(pending) = self.pending.remove(&id) {
            self.decided(if pending.everywhere { OTHERS_FOLLOW } else { Duration::ZERO });
        }
    }

    pub(super) fn expired(&self, address: &Multiaddr, outbox: &mut VecDeque<SwarmEvent>) {
        if let Some(address) = plain(address) {
            outbox.push_back(SwarmEvent::ListenGone { address });
        }
    }

    pub(super) fn refused(
        &mut self,
        id: ListenerId,
        swarm: &mut libp2p::Swarm<Behaviour>,
        outbox: &mut VecDeque<SwarmEvent>,
    ) {
        if let Some(pending) = self.pending.remove(&id) {
            self.fall_back(pending, swarm, outbox);
            self.decided(Duration::ZERO);
        }
    }

    /// `Ready` follows once nothing is pending any more, never later than planned before.
    fn decided(&mut self, soonest: Duration) {
        if self.pending.is_empty() && !self.told_ready {
            self.ready_at = Some(Instant::now() + soonest);
        }
    }

    fn listen(
        &mut self,
        address: Address,
        pending: Pending,
        swarm: &mut libp2p::Swarm<Behaviour>,
        outbox: &mut VecDeque<SwarmEvent>,
    ) {
        let everywhere = address.ip().is_some_and(|ip| ip.is_unspecified());
        let pending = Pending { everywhere, ..pending };
        let multiaddr = address.to_string().parse::<Multiaddr>().ok().filter(|_| is_free(&address));
        match multiaddr.and_then(|multiaddr| swarm.listen_on(multiaddr).ok()) {
            Some(id) => {
                self.pending.insert(id, pending);
            }
            None => self.fall_back(pending, swarm, outbox),
        }
    }

    fn fall_back(
        &mut self,
        mut pending: Pending,
        swarm: &mut libp2p::Swarm<Behaviour>,
        outbox: &mut VecDeque<SwarmEvent>,
    ) {
        match pending.fallback.take() {
            Some(address) => self.listen(address, pending, swarm, outbox),
            None => outbox.push_back(SwarmEvent::ListenFailed { address: pending.text }),
        }
    }

    fn remembered_port(&self, wanted: &Address) -> Option<u16> {
        let family = |address: &Address| address.ip().map(|ip| ip.is_ipv4());
        let same = |known: &&Address| known.carrier == wanted.carrier && family(known) == family(wanted);
        let known = self.remembered.iter().filter(same).map(|known| known.port).find(|port| *port != 0);
        known.filter(|_| wanted.port == 0)
    }
}

/// libp2p shares TCP ports between its sockets, so that a second process of the same user would be let in beside the
/// first; a plain bind tells. Names cannot be listened on.
fn is_free(address: &Address) -> bool {
    match (&address.host, address.carrier) {
        (Host::Dns(..) | Host::Circuit { .. }, _) | (_, Carrier::Ws | Carrier::Wss | Carrier::Circuit) => false,
        (Host::Ip(_), Carrier::Quic) => true,
        (Host::Ip(ip), Carrier::Tcp) => {
            address.port == 0
                || match TcpListener::bind(SocketAddr::new(*ip, address.port)) {
                    Ok(_) => true,
                    // A wildcard in IPv6 covers IPv4 for a plain socket but not for libp2p's.
                    Err(error) => ip.is_unspecified() && ip.is_ipv6() && error.kind() == std::io::ErrorKind::AddrInUse,
                }
        }
    }
}

fn plain(address: &Multiaddr) -> Option<String> {
    address.to_string().parse::<Address>().ok().map(|address| address.to_string())
}
