//! Streams of our protocol on one named connection.
//!
//! `libp2p-stream` hides which connection a stream belongs to, picks any connection of a peer to open one, drops streams
//! that arrive together, and keeps a channel for every connection there ever was. Budgets are counted by connection and
//! floods must not grow memory, hence this small behaviour of our own.

use std::collections::VecDeque;
use std::task::{Context, Poll, Waker};

use libp2p::core::Endpoint;
use libp2p::core::transport::PortUse;
use libp2p::core::upgrade::ReadyUpgrade;
use libp2p::swarm::handler::{ConnectionEvent, DialUpgradeError, FullyNegotiatedInbound, FullyNegotiatedOutbound};
use libp2p::swarm::{
    ConnectionDenied, ConnectionHandler, ConnectionHandlerEvent, ConnectionId, FromSwarm, NetworkBehaviour,
    NotifyHandler, SubstreamProtocol, THandler, THandlerInEvent, THandlerOutEvent, ToSwarm,
};
use libp2p::{Multiaddr, PeerId, Stream, StreamProtocol};

use super::{DoorId, MAX_DOORS_PER_DIAL, PROTOCOL};

/// Streams that wait for the loop, of one connection; more are dropped.
const MAX_WAITING: usize = 16;

/// What happened on a connection.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) connection: ConnectionId,
    pub(super) what: What,
}

/// What happened.
#[derive(Debug)]
pub(super) enum What {
    /// The peer opened a stream.
    Inbound(Stream),
    /// The stream asked for is open.
    Outbound(DoorId, Stream),
    /// The stream asked for cannot be opened.
    Refused(DoorId),
}

/// Opens and accepts streams.
#[derive(Debug, Default)]
pub(super) struct Behaviour {
    queue: VecDeque<ToSwarm<Event, DoorId>>,
    waker: Option<Waker>,
}

impl Behaviour {
    /// Opens a stream for a door; [`What::Outbound`] or [`What::Refused`] follows, unless the connection closes.
    pub(super) fn open(&mut self, peer: PeerId, connection: ConnectionId, door: DoorId) {
        self.queue.push_back(ToSwarm::NotifyHandler {
            peer_id: peer,
            handler: NotifyHandler::One(connection),
            event: door,
        });
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl NetworkBehaviour for Behaviour {
    type ConnectionHandler = Handler;
    type ToSwarm = Event;

    fn handle_established_inbound_connection(
        &mut self,
        _: ConnectionId,
        _: PeerId,
        _: &Multiaddr,
        _: &Multiaddr,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        Ok(Handler::default())
    }

    fn handle_established_outbound_connection(
        &mut self,
        _: ConnectionId,
        _: PeerId,
        _: &Multiaddr,
        _: Endpoint,
        _: PortUse,
    ) -> Result<THandler<Self>, ConnectionDenied> {
        Ok(Handler::default())
    }

    fn on_swarm_event(&mut self, _: FromSwarm<'_>) {}

    fn on_connection_handler_event(&mut self, _: PeerId, connection: ConnectionId, what: THandlerOutEvent<Self>) {
        self.queue.push_back(ToSwarm::GenerateEvent(Event { connection, what }));
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<ToSwarm<Self::ToSwarm, THandlerInEvent<Self>>> {
        match self.queue.pop_front() {
            Some(event) => Poll::Ready(event),
            None => {
                self.waker = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// The same on one connection.
#[derive(Debug, Default)]
pub(super) struct Handler {
    wanted: VecDeque<DoorId>,
    happened: VecDeque<What>,
}

impl ConnectionHandler for Handler {
    type FromBehaviour = DoorId;
    type ToBehaviour = What;
    type InboundProtocol = ReadyUpgrade<StreamProtocol>;
    type OutboundProtocol = ReadyUpgrade<StreamProtocol>;
    type InboundOpenInfo = ();
    type OutboundOpenInfo = DoorId;

    fn listen_protocol(&self) -> SubstreamProtocol<Self::InboundProtocol> {
        SubstreamProtocol::new(ReadyUpgrade::new(StreamProtocol::new(PROTOCOL)), ())
    }

    fn poll(
        &mut self,
        _: &mut Context<'_>,
    ) -> Poll<ConnectionHandlerEvent<Self::OutboundProtocol, DoorId, Self::ToBehaviour>> {
        if let Some(what) = self.happened.pop_front() {
            return Poll::Ready(ConnectionHandlerEvent::NotifyBehaviour(what));
        }
        if let Some(door) = self.wanted.pop_front() {
            let protocol = SubstreamProtocol::new(ReadyUpgrade::new(StreamProtocol::new(PROTOCOL)), door);
            return Poll::Ready(ConnectionHandlerEvent::OutboundSubstreamRequest { protocol });
        }
        Poll::Pending
    }

    fn on_behaviour_event(&mut self, door: DoorId) {
        if self.wanted.len() < MAX_DOORS_PER_DIAL {
            self.wanted.push_back(door);
        }
    }

    fn on_connection_event(
        &mut self,
        event: ConnectionEvent<'_, Self::InboundProtocol, Self::OutboundProtocol, (), DoorId>,
    ) {
        match event {
            ConnectionEvent::FullyNegotiatedInbound(FullyNegotiatedInbound { protocol, .. })
                if self.happened.len() < MAX_WAITING =>
            {
                self.happened.push_back(What::Inbound(protocol));
            }
            ConnectionEvent::FullyNegotiatedOutbound(FullyNegotiatedOutbound { protocol, info }) => {
                self.happened.push_back(What::Outbound(info, protocol));
            }
            ConnectionEvent::DialUpgradeError(DialUpgradeError { info, error }) => {
                tracing::debug!(%error, "Failed to open a stream");
                self.happened.push_back(What::Refused(info));
            }
            _ => {}
        }
    }
}
