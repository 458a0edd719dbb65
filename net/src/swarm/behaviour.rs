//! The libp2p behaviours that one swarm runs.

use std::time::Duration;

use libp2p::connection_limits::{self, ConnectionLimits};
use libp2p::identity::Keypair;
use libp2p::swarm::NetworkBehaviour;
use libp2p::swarm::behaviour::toggle::Toggle;
use libp2p::{allow_block_list, identify, mdns, ping};
use libp2p_memory_connection_limits as memory_connection_limits;

use super::{Config, Mdns, streams};

/// Once the process holds this share of the machine's memory, no further connection is taken.
const MEMORY_SHARE: f64 = 0.6;
/// A TCP peer that vanished without a word is noticed within the sum; QUIC notices by itself.
const PING_EVERY: Duration = Duration::from_secs(5);
const PING_ANSWERED_WITHIN: Duration = Duration::from_secs(8);
const MAX_PER_PEER: u32 = 32;

/// All behaviours.
#[derive(NetworkBehaviour)]
pub(super) struct Behaviour {
    connection_limits: connection_limits::Behaviour,
    memory_limits: memory_connection_limits::Behaviour,
    pub(super) blocked: allow_block_list::Behaviour<allow_block_list::BlockedPeers>,
    identify: identify::Behaviour,
    ping: ping::Behaviour,
    mdns: Toggle<mdns::tokio::Behaviour>,
    pub(super) streams: streams::Behaviour,
}

impl Behaviour {
    pub(super) fn new(keypair: &Keypair, config: &Config) -> Self {
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
            identify: identify::Behaviour::new(identify),
            ping: ping::Behaviour::new(
                ping::Config::new().with_interval(PING_EVERY).with_timeout(PING_ANSWERED_WITHIN),
            ),
            mdns: Toggle::from(local_network(keypair, config)),
            streams: streams::Behaviour::default(),
        }
    }
}

fn local_network(keypair: &Keypair, config: &Config) -> Option<mdns::tokio::Behaviour> {
    if config.mdns == Mdns::Off || config.relay_only {
        return None;
    }
    mdns::tokio::Behaviour::new(mdns::Config::default(), keypair.public().to_peer_id())
        .inspect_err(|error| tracing::warn!(%error, "Nobody can be found on the local network"))
        .ok()
}
