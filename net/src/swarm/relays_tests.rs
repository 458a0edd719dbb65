//! Who is served as a relay: asked with libp2p's own client, over loopback.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use futures::StreamExt as _;
use libp2p::core::transport::OrTransport;
use libp2p::core::upgrade::Version;
use libp2p::identity::Keypair;
use libp2p::multiaddr::Protocol;
use libp2p::swarm::{NetworkBehaviour, SwarmEvent as Happened};
use libp2p::{noise, tcp, yamux};
use tokio::time::timeout;

use super::*;
use crate::link::DoorId;
use crate::swarm::Limits;
use crate::swarm::registry::Entrance;

const DEADLINE: Duration = Duration::from_secs(30);

fn settings() -> libp2p::swarm::Config {
    libp2p::swarm::Config::with_tokio_executor().with_idle_connection_timeout(DEADLINE)
}

fn muxed<T>(
    transport: T,
    key: &Keypair,
) -> libp2p::core::transport::Boxed<(PeerId, libp2p::core::muxing::StreamMuxerBox)>
where
    T: libp2p::core::Transport + Send + Unpin + 'static,
    T::Output: futures::AsyncRead + futures::AsyncWrite + Unpin + Send + 'static,
    T::Error: Send + Sync,
    T::Dial: Send,
    T::ListenerUpgrade: Send,
{
    let noise = noise::Config::new(key).unwrap();
    transport.upgrade(Version::V1Lazy).authenticate(noise).multiplex(yamux::Config::default()).boxed()
}

/// Runs the serving side on loopback, and tells where.
async fn serving(registry: &Arc<Registry>) -> Multiaddr {
    let key = Keypair::generate_ed25519();
    let local = key.public().to_peer_id();
    let mut behaviour = server(local, registry);
    behaviour.set_status(Some(relay::Status::Enable));
    let mut swarm = libp2p::Swarm::new(muxed(tcp::tokio::Transport::default(), &key), behaviour, local, settings());
    swarm.add_external_address("/ip4/1.1.1.1/tcp/1".parse().unwrap());
    swarm.listen_on("/ip4/127.0.0.1/tcp/0".parse().unwrap()).unwrap();
    let address = loop {
        if let Happened::NewListenAddr { address, .. } = swarm.select_next_some().await {
            break address;
        }
    };
    tokio::spawn(async move {
        loop {
            swarm.select_next_some().await;
        }
    });
    address.with(Protocol::P2p(local))
}

#[derive(NetworkBehaviour)]
struct Client {
    relay: relay::client::Behaviour,
}

/// Asks for a place; whether it was given.
async fn asks(key: &Keypair, server: &Multiaddr) -> bool {
    let local = key.public().to_peer_id();
    let (circuits, relay) = relay::client::new(local);
    let both = OrTransport::new(circuits, tcp::tokio::Transport::default());
    let mut swarm = libp2p::Swarm::new(muxed(both, key), Client { relay }, local, settings());
    swarm.listen_on(server.clone().with(Protocol::P2pCircuit)).unwrap();
    let outcome = async {
        loop {
            match swarm.select_next_some().await {
                Happened::NewListenAddr { .. } => return true,
                Happened::ListenerClosed { .. } => return false,
                _ => {}
            }
        }
    };
    timeout(DEADLINE, outcome).await.expect("an answer in time")
}

#[tokio::test]
async fn strangers_and_guests_are_not_served_and_members_are() {
    let registry = Arc::new(Registry::new(Limits::default()));
    let server = serving(&registry).await;
    let [stranger, guest, member] = [(); 3].map(|()| Keypair::generate_ed25519());
    let enter = |key: &Keypair, circle| {
        let entrance = Entrance { door: DoorId(1), circle };
        registry.enter(key.public().to_peer_id(), entrance, None, None).unwrap()
    };
    let links = [enter(&guest, None), enter(&member, Some(1))];
    assert!(!asks(&stranger, &server).await);
    assert!(!asks(&guest, &server).await);
    assert!(asks(&member, &server).await);
    drop(links);
    assert!(!asks(&member, &server).await, "who left is served no more");
}
