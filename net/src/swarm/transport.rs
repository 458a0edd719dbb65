//! The carriers: QUIC, TCP with Noise and Yamux, and the same within WebSocket for dialling; names are looked up only
//! where an address holds one. A circuit is a stream of another connection, authenticated and split like TCP.

use std::io;

use futures::future::Either;
use libp2p::core::muxing::StreamMuxerBox;
use libp2p::core::transport::{Boxed, OrTransport, Transport as _};
use libp2p::core::upgrade::Version;
use libp2p::identity::Keypair;
use libp2p::{PeerId, dns, noise, quic, relay, tcp, websocket, yamux};

use super::Limits;
use super::gate::Gate;

type Connections = Boxed<(PeerId, StreamMuxerBox)>;

/// A stream nobody reads holds 256 KiB at most; this many of them are what one connection can cost.
const MAX_STREAMS: usize = 48;
const QUIC_CONNECTION_BYTES: u32 = 4 * 1024 * 1024;
const QUIC_STREAM_BYTES: u32 = 1024 * 1024;

/// Builds all carriers under one key.
pub(super) fn build(keypair: &Keypair, limits: &Limits, circuits: relay::client::Transport) -> io::Result<Connections> {
    let direct = OrTransport::new(quic(keypair), tcp(keypair, limits)?)
        .map(|either, _| match either {
            Either::Left(connection) | Either::Right(connection) => connection,
        })
        .boxed();
    let named = match dns::tokio::Transport::system(direct) {
        Ok(named) => named.boxed(),
        Err(error) => {
            tracing::warn!(%error, "No resolver: addresses with names cannot be dialled");
            OrTransport::new(quic(keypair), tcp(keypair, limits)?).map(|either, _| either.into_inner()).boxed()
        }
    };
    let all = match web(keypair, limits)? {
        Some(web) => OrTransport::new(web, named).map(|either, _| either.into_inner()).boxed(),
        None => named,
    };
    let circuits = circuits
        .upgrade(Version::V1Lazy)
        .authenticate(noise::Config::new(keypair).map_err(io::Error::other)?)
        .multiplex(muxer())
        .timeout(limits.handshake)
        .map(|(peer, muxer), _| (peer, StreamMuxerBox::new(muxer)))
        .boxed();
    let all = OrTransport::new(circuits, all).map(|either, _| either.into_inner()).boxed();
    Ok(Gate::new(all, limits.half_open).boxed())
}

fn quic(keypair: &Keypair) -> Connections {
    let mut config = quic::Config::new(keypair);
    config.max_concurrent_stream_limit = u32::try_from(MAX_STREAMS).unwrap_or(48);
    config.max_connection_data = QUIC_CONNECTION_BYTES;
    config.max_stream_data = QUIC_STREAM_BYTES;
    quic::tokio::Transport::new(config).map(|(peer, muxer), _| (peer, StreamMuxerBox::new(muxer))).boxed()
}

fn tcp(keypair: &Keypair, limits: &Limits) -> io::Result<Connections> {
    Ok(tcp::tokio::Transport::new(tcp::Config::default().nodelay(true))
        .upgrade(Version::V1Lazy)
        .authenticate(noise::Config::new(keypair).map_err(io::Error::other)?)
        .multiplex(muxer())
        .timeout(limits.handshake)
        .map(|(peer, muxer), _| (peer, StreamMuxerBox::new(muxer)))
        .boxed())
}

/// `None` without a resolver: WebSocket is for nodes, which have names.
fn web(keypair: &Keypair, limits: &Limits) -> io::Result<Option<Connections>> {
    let tcp = tcp::tokio::Transport::new(tcp::Config::default().nodelay(true));
    let Ok(named) = dns::tokio::Transport::system(tcp) else { return Ok(None) };
    let web = websocket::Config::new(named)
        .upgrade(Version::V1Lazy)
        .authenticate(noise::Config::new(keypair).map_err(io::Error::other)?)
        .multiplex(muxer())
        .timeout(limits.handshake)
        .map(|(peer, muxer), _| (peer, StreamMuxerBox::new(muxer)))
        .boxed();
    Ok(Some(web))
}

fn muxer() -> yamux::Config {
    let mut muxer = yamux::Config::default();
    muxer.set_max_num_streams(MAX_STREAMS);
    muxer
}
