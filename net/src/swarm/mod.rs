//! The only I/O of this crate: libp2p carries bytes, and Noise inside each of its streams says between whom.
//!
//! [`spawn`] starts one swarm: one transport key, its listeners, its links. The caller holds a [`Swarm`], whose methods
//! never block, and reads [`SwarmEvent`]s from a bounded queue: whoever reads slowly slows the peers down, and after
//! [`Limits::stall`] loses the link. In reading order: `transport` and `gate` build the carriers and bound half-open
//! connections, `streams` opens streams on them, `handshake` authenticates a stream and `pump` moves its frames,
//! `registry` knows the live links, `run` is the loop that owns it all.
//!
//! libp2p's own encryption and PeerIds prove nothing here: peers are dialled without expecting a PeerId, and a stranger
//! who reaches the port learns nothing without the secret of a [`Door`]. Nothing is contacted but addresses given by
//! the caller, those that a linked peer names for itself, and, where switched on, the local network.
//!
//! Behind a router that lets nobody in: `relays` asks linked peers that can be reached to pass connections on, and serves
//! those of one [`Door::circle`] in turn; `punch` then tries to do without, once both sides know each other; `hearsay`
//! and `outward` keep that machinery to what peers may say and do. Absent on purpose: what frames mean, who may be a
//! member, whom to dial.

mod behaviour;
mod budget;
mod connections;
mod frame;
mod gate;
mod handshake;
mod hearsay;
mod listen;
mod outward;
mod pump;
mod punch;
mod registry;
mod relays;
mod run;
mod streams;
mod transport;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use crypto::handshake::Psk;
use crypto::identity::{Certificate, DeviceKey};
use crypto::secret::Key32;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

pub use crate::link::{DoorId, LinkId};
pub use frame::MAX_FRAME_BYTES;
use registry::Registry;
use run::Command;

/// The protocol of the streams that links run in.
pub const PROTOCOL: &str = "/hearth/link/1";
/// At most so many doors are tried on one connection.
pub const MAX_DOORS_PER_DIAL: usize = 16;

/// What is said on the local network to nobody in particular (by multicast).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lan {
    /// Nothing: whoever switched it off, and persona swarms, whose number and ports the network would learn.
    #[default]
    Silent,
    /// mDNS announces the transport key and the addresses and hears of others; UPnP asks the router for a port.
    Open,
}

/// Bounds on what strangers and slow peers may cost.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections whose transport handshake runs; above it the busiest host's oldest is dropped.
    pub half_open: usize,
    /// Incoming connections without a link; above it the busiest host's oldest is dropped.
    pub unauthenticated: usize,
    /// Connections in all.
    pub connections: u32,
    /// Frames a minute that one connection may send before it has a link.
    pub frames_per_minute: u32,
    /// Frames a minute that all connections without a link may send together.
    pub total_frames_per_minute: u32,
    /// Time for a transport handshake, for a link's handshake, and for a connection to have a link.
    pub handshake: Duration,
    /// Bytes that wait to be sent on one link.
    pub queue_bytes: usize,
    /// A link whose peer takes nothing for so long is closed.
    pub stall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            half_open: 128,
            unauthenticated: 64,
            connections: 512,
            frames_per_minute: 100,
            total_frames_per_minute: 60_000,
            handshake: Duration::from_secs(10),
            queue_bytes: 4 * 1024 * 1024,
            stall: Duration::from_secs(30),
        }
    }
}

/// What a swarm is started with.
#[derive(Debug, Clone)]
pub struct Config {
    /// Makes the transport key, and so the PeerId.
    pub transport_seed: Key32,
    /// Addresses to listen on, port 0 for any. None given: QUIC and TCP on all interfaces.
    pub listen: Vec<String>,
    /// Addresses bound the last time: where `listen` says port 0, the port among these with the same family and carrier
    /// is tried first.
    pub remembered: Vec<String>,
    /// What is said on the local network.
    pub lan: Lan,
    /// Neither listen nor dial directly: this swarm is reached through nodes only.
    pub relay_only: bool,
    /// Bounds.
    pub limits: Limits,
}

impl Config {
    /// Listens everywhere, looks for nobody.
    #[must_use]
    pub fn new(transport_seed: Key32) -> Self {
        Self {
            transport_seed,
            listen: Vec::new(),
            remembered: Vec::new(),
            lan: Lan::Silent,
            relay_only: false,
            limits: Limits::default(),
        }
    }
}

/// A secret that links can be opened with, and who we are behind it.
#[derive(Debug, Clone)]
pub struct Door {
    /// The caller's name for it.
    pub id: DoorId,
    /// What both ends must hold.
    pub psk: Psk,
    /// Who we are.
    pub face: Face,
    /// Which people it leads to: devices that came by doors of one circle may reach each other through us. `None`: they
    /// may not.
    pub circle: Option<u64>,
}

/// Who we are behind a door.
#[derive(Clone)]
#[expect(clippy::large_enum_variant, reason = "a swarm has a handful of doors")]
pub enum Face {
    /// A device that proves itself.
    Device {
        /// Its keys.
        device: DeviceKey,
        /// Whose it is.
        certificate: Certificate,
    },
    /// Somebody who says later, or never, who they are.
    Guest {
        /// An X25519 key for this purpose only.
        agreement: Key32,
    },
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Device { .. } => "Face::Device(…)",
            Self::Guest { .. } => "Face::Guest(…)",
        })
    }
}

/// What a swarm tells. Of one link the caller sees `LinkUp`, then its frames in order, then `LinkDown`.
#[derive(Debug)]
pub enum SwarmEvent {
    /// An address is bound; with all interfaces one event for each.
    Listening {
        /// Without PeerId.
        address: String,
    },
    /// An address is no longer bound, as when an interface went away.
    ListenGone {
        /// As in `Listening`.
        address: String,
    },
    /// An address could not be bound.
    ListenFailed {
        /// As given.
        address: String,
    },
    /// Every address to listen on is bound or refused. Comes once.
    Ready,
    /// A peer authenticated itself. An older link of the same device behind the same door is down already.
    LinkUp {
        /// New.
        link: LinkId,
        /// The door it came through.
        door: DoorId,
        /// Who it is; `None` for a guest. That the certificate's persona may pass this door is the caller's to check.
        peer: Option<Certificate>,
        /// The same on both ends and on no other link.
        handshake_hash: [u8; 32],
        /// Whether this side dialled.
        dialled: bool,
        /// Where the peer is: as given to `dial`, or where it came from.
        remote_address: String,
        /// The peer's transport identity, as circuits name it.
        transport: String,
        /// Whether somebody in between passes it on.
        relayed: bool,
    },
    /// A frame came.
    Frame {
        /// On which link.
        link: LinkId,
        /// Its content, at most [`MAX_FRAME_BYTES`].
        bytes: Vec<u8>,
    },
    /// A link ended.
    LinkDown {
        /// Which.
        link: LinkId,
    },
    /// Somebody came in from another network: this device can be reached.
    Reached,
    /// The router lets connections to this address in: it was asked to, or a peer tried.
    Outside {
        /// Without PeerId.
        address: String,
    },
    /// That is over.
    OutsideGone {
        /// As in `Outside`.
        address: String,
    },
    /// A linked peer passes connections on to us.
    Relayed {
        /// The circuit, to be told to people who know that peer as well.
        address: String,
        /// That peer's transport identity.
        relay: String,
    },
    /// That is over.
    RelayGone {
        /// As in `Relayed`.
        address: String,
    },
    /// A call of `dial` came to nothing for some doors.
    DialFailed {
        /// As given.
        address: String,
        /// Those that did not open.
        doors: Vec<DoorId>,
        /// Why.
        reason: DialFailure,
    },
    /// Somebody of our kind is on the local network. A hint: it proves nothing, and its end is not told.
    Discovered {
        /// Without PeerId.
        address: String,
    },
}

/// Why a dial came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DialFailure {
    /// Nobody answers there in our protocol, or the address can't be dialled.
    Unreachable,
    /// Somebody answered, but these doors did not open there.
    NoDoorOpened,
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The queue is full: try again once the link has moved on.
    #[error("Cannot queue more for this link")]
    Full,
    /// The link is down or closing.
    #[error("Cannot send on a link that is down")]
    Gone,
    /// More than [`MAX_FRAME_BYTES`].
    #[error("Cannot send a frame this long")]
    TooLong,
}

/// A running swarm. Dropping it ends the swarm too, without waiting.
#[derive(Debug)]
pub struct Swarm {
    registry: Arc<Registry>,
    commands: mpsc::Sender<Command>,
    task: JoinHandle<()>,
}

/// Starts a swarm on the runtime; its events come out of the receiver.
///
/// # Errors
/// Where the transports cannot be built; a refused address is no error but [`SwarmEvent::ListenFailed`].
pub fn spawn(config: Config, runtime: &tokio::runtime::Handle) -> io::Result<(Swarm, mpsc::Receiver<SwarmEvent>)> {
    let (events, receiver) = mpsc::channel(256);
    let (commands, inbox) = mpsc::channel(256);
    let _inside = runtime.enter();
    let registry = Arc::new(Registry::new(config.limits.clone()));
    let runner = run::Runner::new(config, Arc::clone(&registry), events, inbox)?;
    let task = runtime.spawn(runner.run());
    Ok((Swarm { registry, commands, task }, receiver))
}

impl Swarm {
    /// Replaces the doors; the first are tried first. Links that are up stay up.
    pub fn set_doors(&self, doors: Vec<Door>) {
        self.registry.set_doors(doors);
    }

    /// Dials an address and tries these doors there, at most [`MAX_DOORS_PER_DIAL`]. Each ends in `LinkUp` or is named
    /// in `DialFailed`.
    ///
    /// # Errors
    /// [`SendError::Full`] while too many dials wait, [`SendError::Gone`] after the end.
    pub fn dial(&self, address: String, doors: Vec<DoorId>) -> Result<(), SendError> {
        self.command(Command::Dial { address, doors })
    }

    /// Queues a frame.
    ///
    /// # Errors
    /// [`SendError`]; nothing is queued then.
    pub fn send(&self, link: LinkId, bytes: Vec<u8>) -> Result<(), SendError> {
        self.registry.send(link, bytes)
    }

    /// Closes a link after what is queued was sent, or after two seconds; `LinkDown` follows.
    pub fn close(&self, link: LinkId) {
        self.registry.close(link);
    }

    /// Closes a link and refuses its PeerId until the swarm ends.
    ///
    /// # Errors
    /// [`SendError::Full`], [`SendError::Gone`].
    pub fn block(&self, link: LinkId) -> Result<(), SendError> {
        let peer = self.registry.peer(link);
        self.close(link);
        peer.map_or(Ok(()), |peer| self.command(Command::Block(peer)))
    }

    /// Ends everything: links are closed after what is queued was sent (two seconds at most), and every task is
    /// joined.
    pub async fn shutdown(self) {
        self.registry.end();
        drop(self.commands);
        if let Err(error) = self.task.await {
            tracing::error!(panicked = error.is_panic(), "The swarm's task did not end as it should");
        }
    }

    fn command(&self, command: Command) -> Result<(), SendError> {
        self.commands.try_send(command).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => SendError::Full,
            mpsc::error::TrySendError::Closed(_) => SendError::Gone,
        })
    }
}

#[cfg(test)]
#[path = "swarm_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "hardening_tests.rs"]
mod hardening_tests;
