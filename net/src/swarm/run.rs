//! The loop that owns a swarm: its listeners, its dials, its connections and the task of each stream.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::StreamExt as _;
use libp2p::identity::Keypair;
use libp2p::swarm::SwarmEvent as Happened;
use libp2p::{PeerId, identify, mdns, ping, relay};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout};

use super::behaviour::{Behaviour, BehaviourEvent};
use super::connections::{Connections, Report, Said};
use super::listen::Listeners;
use super::pump::Events;
use super::registry::Registry;
use super::relays::Relays;
use super::{Config, DoorId, SwarmEvent};
use crate::link::address::Address;

/// Events that wait for a caller who reads slowly; above it no command is taken, and hints are dropped.
const MAX_OUTBOX: usize = 256;
/// Time for links to send what is queued at the end.
const ENDS_WITHIN: Duration = Duration::from_secs(3);
/// Time for connections to say goodbye at the end.
const CLOSES_WITHIN: Duration = Duration::from_millis(500);

/// What the handle asks for.
#[derive(Debug)]
pub(super) enum Command {
    Dial { address: String, doors: Vec<DoorId> },
    Block(PeerId),
}

/// See the module.
pub(super) struct Runner {
    swarm: libp2p::Swarm<Behaviour>,
    listeners: Listeners,
    connections: Connections,
    relays: Relays,
    registry: Arc<Registry>,
    over: watch::Receiver<bool>,
    commands: mpsc::Receiver<Command>,
    reports: mpsc::Receiver<Report>,
    events: mpsc::Sender<SwarmEvent>,
    outbox: VecDeque<SwarmEvent>,
    tasks: JoinSet<()>,
    /// Closes when the last connection task of libp2p ended.
    drained: mpsc::Receiver<()>,
}

impl Runner {
    pub(super) fn new(
        config: Config,
        registry: Arc<Registry>,
        events: mpsc::Sender<SwarmEvent>,
        commands: mpsc::Receiver<Command>,
    ) -> io::Result<Self> {
        let keypair = Keypair::ed25519_from_bytes(*config.transport_seed.expose()).map_err(io::Error::other)?;
        let local = keypair.public().to_peer_id();
        let (circuits, relay_client) = relay::client::new(local);
        let transport = super::transport::build(&keypair, &config.limits, circuits)?;
        let behaviour = Behaviour::new(&keypair, &config, &registry, relay_client);
        let (alive, drained) = mpsc::channel(1);
        let settings = libp2p::swarm::Config::with_executor(owned_tasks(alive))
            .with_idle_connection_timeout(config.limits.handshake.saturating_mul(2))
            .with_max_negotiating_inbound_streams(16);
        let swarm = libp2p::Swarm::new(transport, behaviour, local, settings);
        let (report, reports) = mpsc::channel(256);
        let over = registry.over();
        let link_events = Events { sender: events.clone(), over: over.clone() };
        let connections = Connections::new(Arc::clone(&registry), local, link_events, report, config.relay_only);
        Ok(Self {
            swarm,
            listeners: Listeners::new(&config),
            connections,
            relays: Relays::new(local),
            registry,
            over,
            commands,
            reports,
            events,
            outbox: VecDeque::new(),
            tasks: JoinSet::new(),
            drained,
        })
    }

    pub(super) async fn run(mut self) {
        self.listeners.start(&mut self.swarm, &mut self.outbox);
        while self.turn().await {}
        self.end().await;
    }

    /// One thing that happened; `false` at the end.
    async fn turn(&mut self) -> bool {
        let deadlines = [self.listeners.deadline(), self.connections.deadline(), self.relays.deadline()];
        let deadline = deadlines.into_iter().flatten().min();
        let due = async {
            match deadline {
                Some(at) => sleep_until(at.into()).await,
                None => std::future::pending().await,
            }
        };
        let mut over = self.over.clone();
        let events = self.events.clone();
        let takes_commands = self.outbox.len() < MAX_OUTBOX;
        tokio::select! {
            _ = over.wait_for(|over| *over) => return false,
            command = self.commands.recv(), if takes_commands => match command {
                Some(command) => self.command(command),
                None => return false,
            },
            Some(report) = self.reports.recv() => {
                self.connections.reported(report, &mut self.swarm, &mut self.outbox);
                self.relays.consider(&self.connections, &mut self.swarm, &mut self.outbox);
            }
            permit = events.reserve(), if !self.outbox.is_empty() => match (permit, self.outbox.pop_front()) {
                (Ok(permit), Some(event)) => permit.send(event),
                _ => return false,
            },
            Some(ended) = self.tasks.join_next(), if !self.tasks.is_empty() => {
                if let Err(error) = ended {
                    tracing::error!(panicked = error.is_panic(), "A link's task did not end as it should");
                }
            }
            happened = self.swarm.select_next_some() => self.happened(happened),
            () = due => {
                let now = Instant::now();
                self.listeners.due(now, &mut self.outbox);
                self.connections.sweep(now, &mut self.swarm);
                if self.relays.deadline().is_some_and(|at| at <= now) {
                    self.relays.consider(&self.connections, &mut self.swarm, &mut self.outbox);
                }
            }
        }
        true
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Dial { address, doors } => {
                self.connections.dial(address, doors, &mut self.swarm, &mut self.outbox);
            }
            Command::Block(peer) => {
                self.swarm.behaviour_mut().blocked.block_peer(peer);
            }
        }
    }

    fn happened(&mut self, happened: Happened<BehaviourEvent>) {
        match happened {
            Happened::Behaviour(event) => self.behaved(event),
            Happened::NewListenAddr { listener_id, .. } if self.relays.holds(listener_id) => {
                self.relays.accepted(listener_id, &mut self.outbox);
            }
            Happened::NewListenAddr { listener_id, address } => {
                self.listeners.bound(listener_id, &address, &mut self.outbox);
            }
            Happened::ExpiredListenAddr { address, .. } => self.listeners.expired(&address, &mut self.outbox),
            Happened::ListenerClosed { listener_id, addresses, reason } => {
                tracing::debug!(?reason, "A listener closed");
                if self.relays.closed(listener_id, &mut self.outbox) {
                    return;
                }
                for address in &addresses {
                    self.listeners.expired(address, &mut self.outbox);
                }
                self.listeners.refused(listener_id, &mut self.swarm, &mut self.outbox);
            }
            Happened::ListenerError { error, .. } => tracing::debug!(%error, "A listener failed to accept"),
            Happened::ConnectionEstablished { peer_id, connection_id, endpoint, .. } => {
                self.connections.established(connection_id, peer_id, &endpoint, &mut self.swarm, &mut self.outbox);
            }
            Happened::ConnectionClosed { connection_id, .. } => {
                self.connections.closed(connection_id, &mut self.outbox);
                self.relays.consider(&self.connections, &mut self.swarm, &mut self.outbox);
            }
            Happened::ExternalAddrConfirmed { address } => {
                self.relays.opened(&address, &mut self.swarm, &mut self.outbox);
            }
            Happened::ExternalAddrExpired { address } => {
                self.relays.shut(&address, &mut self.swarm, &mut self.outbox);
                self.relays.consider(&self.connections, &mut self.swarm, &mut self.outbox);
            }
            Happened::OutgoingConnectionError { connection_id, error, .. } => {
                tracing::debug!(%error, "A dial failed");
                self.connections.unreachable(connection_id, &mut self.outbox);
            }
            _ => {}
        }
    }

    fn behaved(&mut self, event: BehaviourEvent) {
        match event {
            BehaviourEvent::Streams(event) => {
                self.connections.stream(event, &mut self.swarm, &mut self.tasks, &mut self.outbox);
            }
            BehaviourEvent::Identify(identify::Event::Received { connection_id, info, .. }) => {
                let relays = info.protocols.contains(&relay::HOP_PROTOCOL_NAME);
                self.connections.heard(connection_id, Said { relays, observed: info.observed_addr });
                self.relays.consider(&self.connections, &mut self.swarm, &mut self.outbox);
            }
            BehaviourEvent::RelayServer(relay::Event::CircuitReqAccepted { src_peer_id, dst_peer_id })
                if !self.registry.share_circle(src_peer_id, dst_peer_id) =>
            {
                tracing::debug!("A peer asked for somebody it shares nothing with");
                let _ = self.swarm.disconnect_peer_id(src_peer_id);
            }
            BehaviourEvent::Ping(ping::Event { connection, result: Err(error), .. })
                if !matches!(error, ping::Failure::Unsupported) =>
            {
                tracing::debug!(%error, "A connection is dead");
                self.swarm.close_connection(connection);
            }
            BehaviourEvent::Mdns(mdns::Event::Discovered(found)) => {
                for (_, address) in found {
                    let address = address.to_string().parse::<Address>().ok().filter(Address::is_dialable);
                    if let Some(address) = address.filter(|address| !address.is_link_local())
                        && self.outbox.len() < MAX_OUTBOX
                    {
                        self.outbox.push_back(SwarmEvent::Discovered { address: address.to_string() });
                    }
                }
            }
            _ => {}
        }
    }

    /// Links send what is queued, connections are closed, and every task is joined.
    async fn end(mut self) {
        self.registry.end();
        let swarm = &mut self.swarm;
        let (tasks, reports) = (&mut self.tasks, &mut self.reports);
        let links = async {
            while !tasks.is_empty() {
                tokio::select! {
                    _ = tasks.join_next() => {}
                    _ = reports.recv() => {}
                    _ = swarm.select_next_some() => {}
                }
            }
        };
        if timeout(ENDS_WITHIN, links).await.is_err() {
            tracing::debug!("Some links did not close in time");
        }
        self.tasks.shutdown().await;
        for connection in self.connections.ids() {
            self.swarm.close_connection(connection);
        }
        let swarm = &mut self.swarm;
        let goodbyes = async {
            while swarm.network_info().num_peers() > 0 {
                swarm.select_next_some().await;
            }
        };
        let _ = timeout(CLOSES_WITHIN, goodbyes).await;
        drop(self.swarm);
        let _ = timeout(ENDS_WITHIN, self.drained.recv()).await;
    }
}

/// Runs libp2p's tasks on the runtime of the swarm's own task, each holding on to `alive`.
fn owned_tasks(alive: mpsc::Sender<()>) -> impl Fn(Pin<Box<dyn Future<Output = ()> + Send>>) + Send + 'static {
    let runtime = tokio::runtime::Handle::current();
    move |task| {
        let alive = alive.clone();
        runtime.spawn(async move {
            task.await;
            drop(alive);
        });
    }
}
