//! Authenticates one stream: Noise under a door's secret, then who we are, then which side's order counts.
//!
//! On the wire each message is a u16 big-endian length and its bytes: Noise 1, 2, 3; then, sealed, the dialler's proof
//! and the listener's (empty for a guest); then, between two devices, the deciding side's turn (see `registry`).

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use crypto::handshake::proof::{self, Binding, MAX_PROOF_BYTES};
use crypto::handshake::{Initiator, MESSAGE_1_BYTES, MESSAGE_2_BYTES, MESSAGE_3_BYTES, Psk, Responder, Session, Side};
use crypto::identity::Certificate;
use crypto::secret::Key32;
use futures::{AsyncReadExt as _, AsyncWriteExt as _};
use libp2p::{PeerId, Stream};

use super::budget::Bucket;
use super::registry::{Entrance, Registration, Registry, Turn};
use super::{Door, DoorId, Face};

/// What a sealed message adds to its content.
const TAG_BYTES: usize = 16;

/// What is known of the connection that a stream belongs to.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) registry: Arc<Registry>,
    pub(super) local: PeerId,
    pub(super) remote: PeerId,
    /// What its strangers may still send.
    pub(super) bucket: Arc<Mutex<Bucket>>,
    /// How many of its streams are links.
    pub(super) links: Arc<AtomicUsize>,
}

/// Why a stream did not become a link.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The secret is not shared, the peer is not who it says, a newer link exists, or the stream broke.
    Closed,
    /// Too many frames: the whole connection goes.
    Flood,
}

impl From<io::Error> for Refusal {
    fn from(_: io::Error) -> Self {
        Self::Closed
    }
}

impl From<crypto::error::Error> for Refusal {
    fn from(_: crypto::error::Error) -> Self {
        Self::Closed
    }
}

/// An authenticated stream.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) door: DoorId,
    pub(super) peer: Option<Certificate>,
    pub(super) session: Session,
    pub(super) stream: Stream,
    pub(super) registration: Registration,
}

/// Dials a door on a stream.
pub(super) async fn dial(line: &Line, door: &Door, stream: Stream) -> Result<Opened, Refusal> {
    let mut wire = Wire { line, stream };
    let (initiator, message_1) = Initiator::start(&mut rand::rng(), door.agreement(), &door.psk);
    wire.write(&[&message_1]).await?;
    let message_2 = wire.read(MESSAGE_2_BYTES).await?;
    let (mut session, message_3) = initiator.finish(&message_2)?;
    let proof = session.seal(&line.prove(door, Side::Dialler, session.hash()))?;
    wire.write(&[&message_3, &proof]).await?;
    let proof = session.open(&wire.read(MAX_PROOF_BYTES + TAG_BYTES).await?)?;
    let peer = line.check(&proof, Side::Listener, &session)?;
    let turn = match order(door, &peer, &session)? {
        Order::None => None,
        Order::Theirs => Some(read_turn(&mut wire, &mut session).await?),
        Order::Ours => Some(line.registry.next_turn()),
    };
    let registration = line.enter(door, peer.as_ref(), turn)?;
    if let (Order::Ours, Some(turn)) = (order(door, &peer, &session)?, turn) {
        let sealed = session.seal(&turn.to_bytes())?;
        wire.write(&[&sealed]).await?;
    }
    Ok(Opened { door: door.id, peer, session, stream: wire.stream, registration })
}

/// Answers on a stream, whichever of our doors it knocks at.
pub(super) async fn answer(line: &Line, stream: Stream) -> Result<Opened, Refusal> {
    let mut wire = Wire { line, stream };
    let message_1 = wire.read(MESSAGE_1_BYTES).await?;
    let doors = line.registry.doors();
    let (door, responder, message_2) = {
        let candidates: Vec<(&Psk, &Key32)> = doors.iter().map(|door| (&door.psk, door.agreement())).collect();
        let (index, responder, message_2) =
            Responder::answer(&mut rand::rng(), &candidates, &message_1).ok_or(Refusal::Closed)?;
        (doors.get(index).ok_or(Refusal::Closed)?, responder, message_2)
    };
    wire.write(&[&message_2]).await?;
    let mut session = responder.finish(&wire.read(MESSAGE_3_BYTES).await?)?;
    let proof = session.open(&wire.read(MAX_PROOF_BYTES + TAG_BYTES).await?)?;
    let peer = line.check(&proof, Side::Dialler, &session)?;
    let proof = session.seal(&line.prove(door, Side::Listener, session.hash()))?;
    let (turn, registration) = match order(door, &peer, &session)? {
        Order::None => {
            wire.write(&[&proof]).await?;
            (None, None)
        }
        Order::Ours => {
            let turn = line.registry.next_turn();
            let registration = line.enter(door, peer.as_ref(), Some(turn))?;
            let sealed = session.seal(&turn.to_bytes())?;
            wire.write(&[&proof, &sealed]).await?;
            (Some(turn), Some(registration))
        }
        Order::Theirs => {
            wire.write(&[&proof]).await?;
            (Some(read_turn(&mut wire, &mut session).await?), None)
        }
    };
    let registration = match registration {
        Some(registration) => registration,
        None => line.enter(door, peer.as_ref(), turn)?,
    };
    Ok(Opened { door: door.id, peer, session, stream: wire.stream, registration })
}

/// Whose order of links counts.
enum Order {
    /// Nobody's: one of the two is a guest.
    None,
    Ours,
    Theirs,
}

fn order(door: &Door, peer: &Option<Certificate>, session: &Session) -> Result<Order, Refusal> {
    let (Face::Device { certificate, .. }, Some(_)) = (&door.face, peer) else { return Ok(Order::None) };
    match certificate.agreement().cmp(&session.remote_static()) {
        std::cmp::Ordering::Greater => Ok(Order::Ours),
        std::cmp::Ordering::Less => Ok(Order::Theirs),
        std::cmp::Ordering::Equal => Err(Refusal::Closed),
    }
}

async fn read_turn(wire: &mut Wire<'_>, session: &mut Session) -> Result<Turn, Refusal> {
    let turn = session.open(&wire.read(Turn::BYTES + TAG_BYTES).await?)?;
    Turn::from_bytes(&turn).ok_or(Refusal::Closed)
}

impl Door {
    const fn agreement(&self) -> &Key32 {
        match &self.face {
            Face::Device { device, .. } => device.agreement_secret(),
            Face::Guest { agreement } => agreement,
        }
    }
}

impl Line {
    fn prove(&self, door: &Door, side: Side, hash: [u8; 32]) -> Vec<u8> {
        let Face::Device { device, certificate } = &door.face else { return Vec::new() };
        let (local, remote) = (self.local.to_bytes(), self.remote.to_bytes());
        proof::prove(device, certificate, side, &binding(side, &local, &remote, hash))
    }

    /// Checks what the other end, which is on `side`, says of itself.
    fn check(&self, proof: &[u8], side: Side, session: &Session) -> Result<Option<Certificate>, Refusal> {
        if proof.is_empty() {
            return Ok(None);
        }
        let (local, remote) = (self.local.to_bytes(), self.remote.to_bytes());
        let binding = binding(side, &remote, &local, session.hash());
        Ok(Some(proof::check(proof, side, &binding, &session.remote_static())?))
    }

    fn enter(&self, door: &Door, peer: Option<&Certificate>, turn: Option<Turn>) -> Result<Registration, Refusal> {
        let ordered = turn.and(peer).map(|peer| (door.id, peer.device()));
        let entrance = Entrance { door: door.id, circle: door.circle.filter(|_| peer.is_some()) };
        self.registry.enter(self.remote, entrance, ordered, turn).ok_or(Refusal::Closed)
    }

    /// Counts a frame, or the opening of a stream, of somebody who may be a stranger.
    pub(super) fn charge(&self) -> Result<(), Refusal> {
        if self.links.load(Ordering::Acquire) > 0 {
            return Ok(());
        }
        let own = self.bucket.lock().unwrap_or_else(PoisonError::into_inner).take(Instant::now());
        if !own {
            return Err(Refusal::Flood);
        }
        if self.registry.take_stranger_frame() { Ok(()) } else { Err(Refusal::Closed) }
    }
}

/// `own` is the PeerId of whoever is on `side`.
fn binding<'a>(side: Side, own: &'a [u8], other: &'a [u8], hash: [u8; 32]) -> Binding<'a> {
    match side {
        Side::Dialler => Binding { dialler: own, listener: other, hash },
        Side::Listener => Binding { dialler: other, listener: own, hash },
    }
}

struct Wire<'a> {
    line: &'a Line,
    stream: Stream,
}

impl Wire<'_> {
    async fn read(&mut self, longest: usize) -> Result<Vec<u8>, Refusal> {
        let mut length = [0; 2];
        self.stream.read_exact(&mut length).await?;
        self.line.charge()?;
        let length = usize::from(u16::from_be_bytes(length));
        if length > longest {
            return Err(Refusal::Closed);
        }
        let mut message = vec![0; length];
        self.stream.read_exact(&mut message).await?;
        Ok(message)
    }

    async fn write(&mut self, messages: &[&[u8]]) -> Result<(), Refusal> {
        let mut bytes = Vec::new();
        for message in messages {
            append(&mut bytes, message);
        }
        self.stream.write_all(&bytes).await?;
        Ok(self.stream.flush().await?)
    }
}

/// Appends a message, at most 65,535 bytes as every Noise message is.
pub(super) fn append(wire: &mut Vec<u8>, message: &[u8]) {
    let length = u16::try_from(message.len()).unwrap_or(u16::MAX);
    wire.extend_from_slice(&length.to_be_bytes());
    wire.extend_from_slice(message);
}
