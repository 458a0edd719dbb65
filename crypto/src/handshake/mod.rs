//! The Noise handshake of a link: `Noise_XXpsk0_25519_ChaChaPoly_BLAKE2s`, by `snow`.
//!
//! Three messages of 48, 96 and 64 bytes, all with empty payloads. The static keys are the devices' X25519 keys. The
//! pre-shared key comes from a room's link secret or an invite's secret, so a stranger who scans the port learns
//! nobody's identity: the answering side tries every live key on message 1, whose payload has a tag, and spends no
//! Diffie–Hellman doing so. Who the devices are is said afterwards, inside, by a [`proof`].
//!
//! Absent on purpose: framing, deadlines, retries, and which keys are live.

pub mod proof;
mod session;

pub use session::{MAX_PLAINTEXT_BYTES, MAX_SEALED_BYTES, Receiver, Sender, Session};

use std::fmt;

use rand::CryptoRng;
use snow::params::{CipherChoice, DHChoice, HashChoice, NoiseParams};
use snow::resolvers::{CryptoResolver, DefaultResolver};
use snow::types::{Cipher, Dh, Hash, Random};
use snow::{Builder, HandshakeState};
use x25519_dalek::{PublicKey, StaticSecret};

use crate::error::Error;
use crate::id::RoomId;
use crate::kdf::{self, Label};
use crate::secret::Key32;

/// Length of message 1.
pub const MESSAGE_1_BYTES: usize = 48;
/// Length of message 2.
pub const MESSAGE_2_BYTES: usize = 96;
/// Length of message 3.
pub const MESSAGE_3_BYTES: usize = 64;

const PROTOCOL: &str = "Noise_XXpsk0_25519_ChaChaPoly_BLAKE2s";

/// The public half of an agreement key.
#[must_use]
pub fn agreement_public(secret: &Key32) -> [u8; 32] {
    PublicKey::from(&StaticSecret::from(*secret.expose())).to_bytes()
}

/// What two ends of a link must share before they say who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Psk(Key32);

impl Psk {
    /// For members of a room, from one of its link secrets.
    #[must_use]
    pub fn for_room(link_secret: &Key32, room: RoomId) -> Self {
        Self(kdf::derive(Label::RoomPsk, link_secret.expose(), &[&room.0]))
    }

    /// For whoever holds an invite, from its secret.
    #[must_use]
    pub fn for_invite(secret: &[u8; 16]) -> Self {
        Self(kdf::derive(Label::InvitePsk, secret, &[]))
    }
}

impl fmt::Debug for Psk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Psk(…)")
    }
}

/// The dialling side, after message 1.
pub struct Initiator(HandshakeState);

impl Initiator {
    /// Begins a handshake; returns message 1.
    #[must_use]
    pub fn start(rng: &mut (impl CryptoRng + ?Sized), agreement: &Key32, psk: &Psk) -> (Self, Vec<u8>) {
        let prologue = Label::LinkPrologue.context().as_bytes();
        let mut state = build(Side::Dialler, Draw::Once(Key32::random(rng)), agreement, psk, prologue)
            .expect("the pattern and its keys are complete");
        let message = write(&mut state).expect("an initiator writes first");
        (Self(state), message)
    }

    /// Takes message 2; returns the session and message 3.
    ///
    /// # Errors
    /// [`Error::Handshake`]; the link is then of no use.
    pub fn finish(mut self, message_2: &[u8]) -> Result<(Session, Vec<u8>), Error> {
        read(&mut self.0, message_2, MESSAGE_2_BYTES)?;
        let message_3 = write(&mut self.0)?;
        Ok((Session::new(self.0)?, message_3))
    }
}

impl fmt::Debug for Initiator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Initiator(…)")
    }
}

/// The answering side, after message 2.
pub struct Responder(HandshakeState);

impl Responder {
    /// Finds the first candidate (pre-shared key, agreement secret) that opens message 1 and answers under it: its
    /// index, the responder, message 2. `None` where nothing opens it: the caller stays silent.
    #[must_use]
    pub fn answer(
        rng: &mut (impl CryptoRng + ?Sized),
        candidates: &[(&Psk, &Key32)],
        message_1: &[u8],
    ) -> Option<(usize, Self, Vec<u8>)> {
        let prologue = Label::LinkPrologue.context().as_bytes();
        let (index, (psk, agreement)) =
            candidates.iter().enumerate().find(|(_, (psk, _))| opens(psk, prologue, message_1))?;
        let mut state = build(Side::Listener, Draw::Once(Key32::random(rng)), agreement, psk, prologue).ok()?;
        read(&mut state, message_1, MESSAGE_1_BYTES).ok()?;
        let message_2 = write(&mut state).ok()?;
        Some((index, Self(state), message_2))
    }

    /// Takes message 3; returns the session.
    ///
    /// # Errors
    /// [`Error::Handshake`]; the link is then of no use.
    pub fn finish(mut self, message_3: &[u8]) -> Result<Session, Error> {
        read(&mut self.0, message_3, MESSAGE_3_BYTES)?;
        Session::new(self.0)
    }
}

impl fmt::Debug for Responder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Responder(…)")
    }
}

/// Which end of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Dialled, and speaks first.
    Dialler,
    /// Was dialled.
    Listener,
}

fn opens(psk: &Psk, prologue: &[u8], message_1: &[u8]) -> bool {
    let nobody = Key32::new([0; 32]);
    build(Side::Listener, Draw::Nothing, &nobody, psk, prologue)
        .is_ok_and(|mut state| read(&mut state, message_1, MESSAGE_1_BYTES).is_ok())
}

fn build(side: Side, draw: Draw, agreement: &Key32, psk: &Psk, prologue: &[u8]) -> Result<HandshakeState, Error> {
    let params: NoiseParams = PROTOCOL.parse().map_err(|_| Error::Handshake)?;
    let builder = Builder::with_resolver(params, Box::new(draw))
        .local_private_key(agreement.expose())
        .and_then(|builder| builder.psk(0, psk.0.expose()))
        .and_then(|builder| builder.prologue(prologue))
        .map_err(|_| Error::Handshake)?;
    match side {
        Side::Dialler => builder.build_initiator(),
        Side::Listener => builder.build_responder(),
    }
    .map_err(|_| Error::Handshake)
}

fn read(state: &mut HandshakeState, message: &[u8], length: usize) -> Result<(), Error> {
    if message.len() != length {
        return Err(Error::Handshake);
    }
    state.read_message(message, &mut [0; MESSAGE_2_BYTES]).map(|_| ()).map_err(|_| Error::Handshake)
}

fn write(state: &mut HandshakeState) -> Result<Vec<u8>, Error> {
    let mut message = vec![0; MESSAGE_2_BYTES];
    let length = state.write_message(&[], &mut message).map_err(|_| Error::Handshake)?;
    message.truncate(length);
    Ok(message)
}

/// What `snow` may draw: the 32 bytes of one ephemeral key, passed in from outside, or nothing. With nothing to draw
/// there is nothing to agree on either: such a state only tries a pre-shared key and does no curve arithmetic.
enum Draw {
    Once(Key32),
    Nothing,
}

impl CryptoResolver for Draw {
    fn resolve_rng(&self) -> Option<Box<dyn Random>> {
        Some(Box::new(match self {
            Self::Once(key) => Ephemeral(Some(key.clone())),
            Self::Nothing => Ephemeral(None),
        }))
    }

    fn resolve_dh(&self, choice: &DHChoice) -> Option<Box<dyn Dh>> {
        match self {
            Self::Once(_) => DefaultResolver.resolve_dh(choice),
            Self::Nothing => Some(Box::new(NoAgreement)),
        }
    }

    fn resolve_hash(&self, choice: &HashChoice) -> Option<Box<dyn Hash>> {
        DefaultResolver.resolve_hash(choice)
    }

    fn resolve_cipher(&self, choice: &CipherChoice) -> Option<Box<dyn Cipher>> {
        DefaultResolver.resolve_cipher(choice)
    }
}

struct Ephemeral(Option<Key32>);

impl Random for Ephemeral {
    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), snow::Error> {
        let key = self.0.take().ok_or(snow::Error::Rng)?;
        if to.len() != key.expose().len() {
            return Err(snow::Error::Rng);
        }
        to.copy_from_slice(key.expose());
        Ok(())
    }
}

struct NoAgreement;

impl Dh for NoAgreement {
    fn name(&self) -> &'static str {
        "25519"
    }
    fn pub_len(&self) -> usize {
        32
    }
    fn priv_len(&self) -> usize {
        32
    }
    fn set(&mut self, _: &[u8]) {}
    fn generate(&mut self, _: &mut dyn Random) -> Result<(), snow::Error> {
        Err(snow::Error::Rng)
    }
    fn pubkey(&self) -> &[u8] {
        &[0; 32]
    }
    fn privkey(&self) -> &[u8] {
        &[0; 32]
    }
    fn dh(&self, _: &[u8], _: &mut [u8]) -> Result<(), snow::Error> {
        Err(snow::Error::Dh)
    }
}

#[cfg(test)]
#[path = "handshake_tests.rs"]
mod tests;
