//! What peers say about us, reduced to what may be believed.
//!
//! libp2p's identify takes the address that a peer saw us at for one of ours, joins its IP with our own port where the
//! two differ (wrong behind most routers), and offers addresses of local networks too, which a reachability test would
//! then "confirm". Here an observation counts where the connection left from a port that we listen on (QUIC) and the
//! address is a public one; it is taken as seen.

use std::collections::{BTreeSet, VecDeque};
use std::task::{Context, Poll};

use libp2p::core::Endpoint;
use libp2p::core::transport::PortUse;
use libp2p::swarm::{
    ConnectionDenied, ConnectionId, FromSwarm, NetworkBehaviour, THandler, THandlerInEvent, THandlerOutEvent, ToSwarm,
};
use libp2p::{Multiaddr, PeerId, identify};

use crate::link::address::{Address, Carrier};

type Output = ToSwarm<identify::Event, THandlerInEvent<identify::Behaviour>>;

/// See the module.
pub(super) struct Behaviour {
    inner: identify::Behaviour,
    /// Connections that left from a port we listen on.
    telling: BTreeSet<ConnectionId>,
    candidates: VecDeque<Multiaddr>,
}

impl Behaviour {
    pub(super) fn new(config: identify::Config) -> Self {
        Self { inner: identify::Behaviour::new(config), telling: BTreeSet::new(), candidates: VecDeque::new() }
    }

    /// What is to be passed on of an output.
    fn sift(&mut self, output: Output) -> Option<Output> {
        if let ToSwarm::GenerateEvent(identify::Event::Received { connection_id, info, .. }) = &output
            && self.telling.contains(connection_id)
            && public(&info.observed_addr, Some(Carrier::Quic)).is_some()
        {
            self.candidates.push_back(info.observed_addr.clone());
        }
        (!matches!(output, ToSwarm::NewExternalAddrCandidate(_))).then_some(output)
    }
}

/// The address as we write it, where somebody on another network could reach it.
pub(super) fn public(address: &Multiaddr, carrier: Option<Carrier>) -> Option<Address> {
    let address = address.to_string().parse::<Address>().ok()?;
    let wanted = carrier.is_none_or(|carrier| carrier == address.carrier);
    (wanted && address.is_global() && address.is_dialable()).then_some(address)
}

impl NetworkBehaviour for Behaviour {
    type ConnectionHandler = <identify::Behaviour as NetworkBehaviour>::ConnectionHandler;
    type ToSwarm = identify::Event;

    fn handle_established_inbound_connection(
        &mut self,
        id: ConnectionId,
        peer: PeerId,
        local: &Multiaddr,
        remote: &Multiaddr,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        self.inner.handle_established_inbound_connection(id, peer, local, remote)
    }

    fn handle_established_outbound_connection(
        &mut self,
        id: ConnectionId,
        peer: PeerId,
        address: &Multiaddr,
        role: Endpoint,
        port_use: PortUse,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        if port_use == PortUse::Reuse && role.is_dialer() && !super::outward::is_relayed(address) {
            self.telling.insert(id);
        }
        self.inner.handle_established_outbound_connection(id, peer, address, role, port_use)
    }

    fn handle_pending_outbound_connection(
        &mut self,
        id: ConnectionId,
        peer: Option<PeerId>,
        addresses: &[Multiaddr],
        role: Endpoint,
    ) -> Result<Vec<Multiaddr>, ConnectionDenied> {
        self.inner.handle_pending_outbound_connection(id, peer, addresses, role)
    }

    fn on_swarm_event(&mut self, event: FromSwarm<'_>) {
        if let FromSwarm::ConnectionClosed(closed) = &event {
            self.telling.remove(&closed.connection_id);
        }
        self.inner.on_swarm_event(event);
    }

    fn on_connection_handler_event(&mut self, peer: PeerId, id: ConnectionId, event: THandlerOutEvent<Self>) {
        self.inner.on_connection_handler_event(peer, id, event);
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<ToSwarm<Self::ToSwarm, THandlerInEvent<Self>>> {
        loop {
            if let Some(candidate) = self.candidates.pop_front() {
                return Poll::Ready(ToSwarm::NewExternalAddrCandidate(candidate));
            }
            let Poll::Ready(output) = self.inner.poll(cx) else { return Poll::Pending };
            if let Some(output) = self.sift(output) {
                return Poll::Ready(output);
            }
        }
    }
}
