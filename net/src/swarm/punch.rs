//! Hole punching (DCUtR) that waits until the peer has proved who it is.
//!
//! libp2p tells its addresses to whoever opens a circuit to us, at once. Here each relayed connection's handler is held
//! still until a link was authenticated on it: a stranger who knows a circuit learns no address.

use std::task::{Context, Poll, Waker};

use libp2p::core::Endpoint;
use libp2p::core::transport::PortUse;
use libp2p::swarm::handler::ConnectionEvent;
use libp2p::swarm::{
    ConnectionDenied, ConnectionHandler, ConnectionHandlerEvent, ConnectionId, FromSwarm, NetworkBehaviour,
    NotifyHandler, SubstreamProtocol, THandler, THandlerInEvent, THandlerOutEvent, ToSwarm,
};
use libp2p::{Multiaddr, PeerId, dcutr};

type Inner = <dcutr::Behaviour as NetworkBehaviour>::ConnectionHandler;

/// See the module.
pub(super) struct Behaviour {
    inner: dcutr::Behaviour,
    freed: Vec<(PeerId, ConnectionId)>,
    waker: Option<Waker>,
}

impl Behaviour {
    pub(super) fn new(local: PeerId) -> Self {
        Self { inner: dcutr::Behaviour::new(local), freed: Vec::new(), waker: None }
    }

    /// A link was authenticated on the connection.
    pub(super) fn free(&mut self, peer: PeerId, connection: ConnectionId) {
        self.freed.push((peer, connection));
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl NetworkBehaviour for Behaviour {
    type ConnectionHandler = Held<Inner>;
    type ToSwarm = dcutr::Event;

    fn handle_established_inbound_connection(
        &mut self,
        id: ConnectionId,
        peer: PeerId,
        local: &Multiaddr,
        remote: &Multiaddr,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        self.inner.handle_established_inbound_connection(id, peer, local, remote).map(Held::new)
    }

    fn handle_established_outbound_connection(
        &mut self,
        id: ConnectionId,
        peer: PeerId,
        address: &Multiaddr,
        role: Endpoint,
        port_use: PortUse,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        self.inner.handle_established_outbound_connection(id, peer, address, role, port_use).map(Held::new)
    }

    fn on_swarm_event(&mut self, event: FromSwarm<'_>) {
        self.inner.on_swarm_event(event);
    }

    fn on_connection_handler_event(&mut self, peer: PeerId, id: ConnectionId, event: THandlerOutEvent<Self>) {
        self.inner.on_connection_handler_event(peer, id, event);
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<ToSwarm<Self::ToSwarm, THandlerInEvent<Self>>> {
        if let Some((peer_id, connection)) = self.freed.pop() {
            let handler = NotifyHandler::One(connection);
            return Poll::Ready(ToSwarm::NotifyHandler { peer_id, handler, event: Told::Free });
        }
        self.waker = Some(cx.waker().clone());
        self.inner.poll(cx).map(|output| output.map_in(Told::Inner))
    }
}

/// What a held handler is told.
#[derive(Debug)]
pub(super) enum Told<E> {
    Free,
    Inner(E),
}

/// A handler that does nothing until it is told to.
pub(super) struct Held<H> {
    inner: H,
    free: bool,
    waker: Option<Waker>,
}

impl<H> Held<H> {
    const fn new(inner: H) -> Self {
        Self { inner, free: false, waker: None }
    }
}

impl<H: ConnectionHandler> ConnectionHandler for Held<H> {
    type FromBehaviour = Told<H::FromBehaviour>;
    type ToBehaviour = H::ToBehaviour;
    type InboundProtocol = H::InboundProtocol;
    type OutboundProtocol = H::OutboundProtocol;
    type InboundOpenInfo = H::InboundOpenInfo;
    type OutboundOpenInfo = H::OutboundOpenInfo;

    fn listen_protocol(&self) -> SubstreamProtocol<Self::InboundProtocol, Self::InboundOpenInfo> {
        self.inner.listen_protocol()
    }

    fn connection_keep_alive(&self) -> bool {
        self.free && self.inner.connection_keep_alive()
    }

    fn poll(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<ConnectionHandlerEvent<Self::OutboundProtocol, Self::OutboundOpenInfo, Self::ToBehaviour>> {
        if self.free {
            return self.inner.poll(cx);
        }
        self.waker = Some(cx.waker().clone());
        Poll::Pending
    }

    fn poll_close(&mut self, cx: &mut Context<'_>) -> Poll<Option<Self::ToBehaviour>> {
        self.inner.poll_close(cx)
    }

    fn on_behaviour_event(&mut self, told: Self::FromBehaviour) {
        match told {
            Told::Inner(event) => self.inner.on_behaviour_event(event),
            Told::Free => {
                self.free = true;
                if let Some(waker) = self.waker.take() {
                    waker.wake();
                }
            }
        }
    }

    fn on_connection_event(
        &mut self,
        event: ConnectionEvent<
            '_,
            Self::InboundProtocol,
            Self::OutboundProtocol,
            Self::InboundOpenInfo,
            Self::OutboundOpenInfo,
        >,
    ) {
        self.inner.on_connection_event(event);
    }
}
