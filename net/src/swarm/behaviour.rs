//! The libp2p behaviours that one swarm runs.

use std::sync::Arc;
use std::time::Duration;

use libp2p::connection_limits::{self, ConnectionLimits};
use libp2p::identity::Keypair;
use libp2p::swarm::NetworkBehaviour;
use libp2p::swarm::behaviour::toggle::Toggle;
use libp2p::{allow_block_list, autonat, identify, mdns, ping, relay, upnp};
use libp2p_memory_connection_limits as memory_connection_limits;

use super::registry::Registry;
use super::{Config, Lan, hearsay, outward, punch, relays, streams};

/// Once the process holds this share of the machine's memory, no further connection is taken.
const MEMORY_SHARE: f64 = 0.6;
/// A TCP peer that vanished without a word is noticed within the sum; QUIC notices by itself.
const PING_EVERY: Duration = Duration::from_secs(5);
const PING_ANSWERED_WITHIN: Duration = Duration::from_secs(8);
const MAX_PER_PEER: u32 = 32;
/// How often addresses that nobody has tried yet are given to a peer to try.
const PROBE_EVERY: Duration = Duration::from_secs(10);

/// All behaviours.
#[derive(NetworkBehaviour)]
pub(super) struct Behaviour {
    connection_limits: connection_limits::Behaviour,
    memory_limits: memory_connection_limits::Behaviour,
    pub(super) blocked: allow_block_list::Behaviour<allow_block_list::BlockedPeers>,
    outward: outward::Behaviour,
    identify: hearsay::Behaviour,
    ping: ping::Behaviour,
    mdns: Toggle<mdns::tokio::Behaviour>,
    upnp: Toggle<upnp::tokio::Behaviour>,
    pub(super) relay_server: Toggle<relay::Behaviour>,
    relay_client: relay::client::Behaviour,
    pub(super) punch: Toggle<punch::Behaviour>,
    tester: Toggle<autonat::v2::server::Behaviour>,
    tested: Toggle<autonat::v2::client::Behaviour>,
    pub(super) streams: streams::Behaviour,
}

impl Behaviour {
    pub(super) fn new(
        keypair: &Keypair,
        config: &Config,
        registry: &Arc<Registry>,
        relay_client: relay::client::Behaviour,
    ) -> Self {
        let local = keypair.public().to_peer_id();
        // Whoever is reached through nodes only tells its address to nobody, and serves nobody.
        let direct = !config.relay_only;
        let tested = autonat::v2::client::Config::default().with_probe_interval(PROBE_EVERY);
        let connections = config.limits.connections;
        let limits = ConnectionLimits::default()
            .with_max_pending_outgoing(Some(64))
            .with_max_established_per_peer(Some(MAX_PER_PEER))
            .with_max_established(Some(connections));
        // Addresses stay hidden and the agent is the same everywhere: identify says nothing but the transport key.
        let identify = identify::Config::new("/hearth/1".to_owned(), keypair.public())
            .with_agent_version("hearth".to_owned())
            .with_hide_listen_addrs(true)
            .with_cache_size(0)
            .with_interval(Duration::from_secs(3_600));
        Self {
            connection_limits: connection_limits::Behaviour::new(limits),
            memory_limits: memory_connection_limits::Behaviour::with_max_percentage(MEMORY_SHARE),
            blocked: allow_block_list::Behaviour::default(),
            outward: outward::Behaviour::new(Arc::clone(registry)),
            identify: hearsay::Behaviour::new(identify),
            ping: ping::Behaviour::new(
                ping::Config::new().with_interval(PING_EVERY).with_timeout(PING_ANSWERED_WITHIN),
            ),
            mdns: Toggle::from(local_network(keypair, config)),
            upnp: Toggle::from((config.lan == Lan::Open && direct).then(upnp::tokio::Behaviour::default)),
            relay_server: Toggle::from(direct.then(|| relays::server(local, registry))),
            relay_client,
            punch: Toggle::from(direct.then(|| punch::Behaviour::new(local))),
            tester: Toggle::from(direct.then(autonat::v2::server::Behaviour::default)),
            tested: Toggle::from(direct.then(|| autonat::v2::client::Behaviour::new(rand::make_rng(), tested))),
            streams: streams::Behaviour::default(),
        }
    }
}

fn local_network(keypair: &Keypair, config: &Config) -> Option<mdns::tokio::Behaviour> {
    if config.lan == Lan::Silent || config.relay_only {
        return None;
    }
    mdns::tokio::Behaviour::new(mdns::Config::default(), keypair.public().to_peer_id())
        .inspect_err(|error| tracing::warn!(%error, "Nobody can be found on the local network"))
        .ok()
}
