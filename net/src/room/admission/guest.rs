//! Uses a room invite, from the first knock to membership.
//!
//! Everything a knock needs is made and stored before it: the persona and device of this room, the private halves of
//! the key packages (rows of the group keys, in the same batch as this machine's first row), name and role. So a kill
//! burns nothing: after it the same keys knock again and get the same answer.

use std::collections::BTreeMap;

use crypto::id::{MemberId, RoomId};
use crypto::identity::{Certificate, DeviceKey};
use crypto::invite::{Invite, InviteKind};
use crypto::kdf::Label;
use crypto::secret::Personal;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::card::Card;
use super::frame::{Frame, Join, MAX_FRAME_BYTES};
use super::parts::Parts;
use super::{GRACE_MS, Outputs, Refusal, Row, prove};
use crate::link::LinkId;
use crate::room::{Identity, Millis};
use crate::wire::order::Role;
use crate::wire::{WireError, codec};

/// The key of this machine's only row.
pub const ROW_KEY: &[u8] = b"guest";
const MS_PER_HOUR: Millis = 3_600_000;
const ROW_VERSION: u8 = 1;

/// How far a guest came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub enum Stage {
    /// The inviter was not reached yet.
    #[n(0)]
    Waiting,
    /// Somebody there will decide.
    #[n(1)]
    Knocking,
    /// A member; the row is gone.
    #[n(2)]
    Joined,
    /// Not admitted, for good.
    #[n(3)]
    Refused(#[n(0)] Refusal),
}

#[derive(Clone, Encode, Decode)]
#[cbor(map)]
struct State {
    #[n(0)]
    version: u8,
    #[n(1)]
    invite: String,
    #[cbor(n(2), with = "minicbor::bytes")]
    device: Vec<u8>,
    #[cbor(n(3), with = "minicbor::bytes")]
    certificate: Vec<u8>,
    #[cbor(n(4), with = "codec::personal")]
    name: Personal,
    #[n(5)]
    role: Role,
    #[cbor(n(6), with = "codec::chunks")]
    key_packages: Vec<Vec<u8>>,
    #[n(7)]
    stage: Stage,
    #[n(8)]
    card: Option<Card>,
}

impl Drop for State {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.device);
        zeroize::Zeroize::zeroize(&mut self.invite);
    }
}

/// What happens to a guest.
#[derive(Debug, Clone)]
pub enum GuestInput {
    /// A link through the invite's door is up.
    LinkUp {
        /// New.
        link: LinkId,
        /// The handshake hash.
        hash: [u8; 32],
        /// Who proved themselves there.
        peer: Option<Certificate>,
    },
    /// It went down.
    LinkDown(LinkId),
    /// A frame came on it.
    Frame(LinkId, Vec<u8>),
    /// The bundle made a room, whose writes are in the same batch as this machine's.
    Joined,
    /// The bundle was of no use.
    Unusable,
    /// The time asked for by `next_timeout` came.
    Tick,
}

/// What a guest tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuestEvent {
    /// Somebody will decide; meanwhile this is the room.
    Knocking(Box<Card>),
    /// Admitted: make the room of this bundle and answer with `Joined` or `Unusable`.
    Admitted(Vec<u8>),
    /// Not admitted, for good.
    Refused(Refusal),
}

#[derive(Debug, Default)]
struct Visit {
    parts: Parts,
}

/// One use of one room invite.
pub struct Guest {
    state: State,
    invite: Invite,
    room: RoomId,
    device: DeviceKey,
    certificate: Certificate,
    visits: BTreeMap<LinkId, Visit>,
}

impl Guest {
    /// Prepares to join. The caller stores the row, and the group keys' rows of the key packages, in one batch before
    /// it opens the door.
    ///
    /// # Errors
    /// [`WireError::OutOfRange`] for a contact invite, and where name or key packages lie out of their range.
    pub fn new(
        invite: &Invite,
        identity: &Identity,
        name: Personal,
        role: Role,
        key_packages: Vec<Vec<u8>>,
    ) -> Result<(Self, Outputs<GuestEvent>), WireError> {
        let state = State {
            version: ROW_VERSION,
            invite: invite.encode().map_err(|_| WireError::OutOfRange("invite"))?,
            device: identity.device.to_bytes().to_vec(),
            certificate: identity.certificate.bytes().to_vec(),
            name,
            role,
            key_packages,
            stage: Stage::Waiting,
            card: None,
        };
        let guest = Self::from_state(state)?;
        guest.request(&[0; 32]).check()?;
        let mut out = Outputs::default();
        out.persist.push(guest.row());
        Ok((guest, out))
    }

    /// A guest with the row it left.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn load(row: &[u8]) -> Result<Self, WireError> {
        Self::from_state(codec::decode(row, MAX_FRAME_BYTES)?)
    }

    fn from_state(state: State) -> Result<Self, WireError> {
        if state.version != ROW_VERSION {
            return Err(WireError::Version);
        }
        let invite = Invite::decode(&state.invite).map_err(|_| WireError::OutOfRange("invite"))?;
        let InviteKind::Room(room) = invite.kind else { return Err(WireError::OutOfRange("invite")) };
        let device = DeviceKey::from_bytes(&state.device).map_err(|_| WireError::OutOfRange("device"))?;
        let certificate = Certificate::decode(&state.certificate).map_err(|_| WireError::OutOfRange("certificate"))?;
        if certificate.device() != device.id() {
            return Err(WireError::OutOfRange("certificate"));
        }
        Ok(Self { state, invite, room, device, certificate, visits: BTreeMap::new() })
    }

    /// The room asked for.
    #[must_use]
    pub const fn room(&self) -> RoomId {
        self.room
    }

    /// The invite in use.
    #[must_use]
    pub const fn invite(&self) -> &Invite {
        &self.invite
    }

    /// Who this person is there.
    #[must_use]
    pub fn member(&self) -> MemberId {
        self.certificate.member()
    }

    /// The keys to join with.
    #[must_use]
    pub fn identity(&self) -> Identity {
        let certificate = self.certificate.clone();
        Identity { persona: certificate.persona(), certificate, device: self.device.clone() }
    }

    /// The name asked for.
    #[must_use]
    pub const fn name(&self) -> &Personal {
        &self.state.name
    }

    /// How far it came.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.state.stage
    }

    /// The room as its inviter showed it, once knocking.
    #[must_use]
    pub const fn card(&self) -> Option<&Card> {
        self.state.card.as_ref()
    }

    /// Whether the invite's door is still wanted.
    #[must_use]
    pub const fn wants_door(&self) -> bool {
        matches!(self.state.stage, Stage::Waiting | Stage::Knocking)
    }

    /// When to `Tick`.
    #[must_use]
    pub fn next_timeout(&self) -> Option<Millis> {
        let end = Millis::from(self.invite.expiry_hours).saturating_mul(MS_PER_HOUR);
        match self.state.stage {
            Stage::Waiting => Some(end),
            Stage::Knocking => Some(end.saturating_add(GRACE_MS)),
            Stage::Joined | Stage::Refused(_) => None,
        }
    }

    /// Handles one input.
    pub fn handle(&mut self, now: Millis, input: GuestInput) -> Outputs<GuestEvent> {
        let mut out = Outputs::default();
        match input {
            GuestInput::LinkUp { link, hash, peer } => self.link_up(link, &hash, peer.as_ref(), &mut out),
            GuestInput::LinkDown(link) => drop(self.visits.remove(&link)),
            GuestInput::Frame(link, bytes) => self.frame(link, &bytes, &mut out),
            GuestInput::Joined if self.wants_door() => {
                self.state.stage = Stage::Joined;
                out.persist.push(Row { key: ROW_KEY.to_vec(), value: None });
                for link in std::mem::take(&mut self.visits).into_keys() {
                    out.send.push((link, Frame::Done.encode()));
                    out.close.push(link);
                }
            }
            GuestInput::Unusable if self.wants_door() => self.refuse(Refusal::NotAdmitted, &mut out),
            GuestInput::Tick if self.next_timeout().is_some_and(|end| now >= end) => {
                self.refuse(Refusal::InviteExpired, &mut out);
            }
            GuestInput::Joined | GuestInput::Unusable | GuestInput::Tick => {}
        }
        out
    }

    fn link_up(&mut self, link: LinkId, hash: &[u8; 32], peer: Option<&Certificate>, out: &mut Outputs<GuestEvent>) {
        match peer {
            Some(peer) if self.wants_door() && peer.persona() == self.invite.key => {
                self.visits.insert(link, Visit::default());
                out.send.push((link, Frame::Join(self.request(hash)).encode()));
            }
            Some(_) if self.wants_door() => {
                out.close.push(link);
                self.refuse(Refusal::InviteForged, out);
            }
            // Another guest: it can't have made the invite, and has not claimed to.
            _ => out.close.push(link),
        }
    }

    fn frame(&mut self, link: LinkId, bytes: &[u8], out: &mut Outputs<GuestEvent>) {
        if self.visits.contains_key(&link) && self.hears(link, bytes, out).is_none() {
            self.visits.remove(&link);
            out.close.push(link);
        }
    }

    /// `None` where the link is to be closed.
    fn hears(&mut self, link: LinkId, bytes: &[u8], out: &mut Outputs<GuestEvent>) -> Option<()> {
        match Frame::decode(bytes).ok()? {
            None => Some(()),
            Some(Frame::Pending(card)) => {
                card.check(self.room).ok()?;
                self.knocking(card, out);
                Some(())
            }
            Some(Frame::Part(part)) => {
                let bundle = self.visits.get_mut(&link)?.parts.take(&part).ok()?;
                out.events.extend(bundle.map(GuestEvent::Admitted));
                Some(())
            }
            Some(Frame::Refused(why)) => {
                self.refuse(why.heard(), out);
                Some(())
            }
            _ => None,
        }
    }

    fn knocking(&mut self, card: Card, out: &mut Outputs<GuestEvent>) {
        let news = self.state.stage != Stage::Knocking || self.state.card.as_ref() != Some(&card);
        if news {
            self.state.stage = Stage::Knocking;
            self.state.card = Some(card.clone());
            out.persist.push(self.row());
            out.events.push(GuestEvent::Knocking(Box::new(card)));
        }
    }

    fn refuse(&mut self, why: Refusal, out: &mut Outputs<GuestEvent>) {
        self.state.stage = Stage::Refused(why);
        out.persist.push(self.row());
        for link in std::mem::take(&mut self.visits).into_keys() {
            out.close.push(link);
        }
        out.events.push(GuestEvent::Refused(why));
    }

    fn request(&self, hash: &[u8; 32]) -> Join {
        Join {
            certificate: self.state.certificate.clone(),
            key_packages: self.state.key_packages.clone(),
            name: self.state.name.clone(),
            role: self.state.role,
            proof: prove(&self.device, Label::JoinProof, hash, self.room),
        }
    }

    fn row(&self) -> Row {
        Row { key: ROW_KEY.to_vec(), value: Some(Zeroizing::new(codec::encode(&self.state))) }
    }
}

impl std::fmt::Debug for Guest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Guest({} in {}, {:?})", self.member(), self.room, self.state.stage)
    }
}

#[cfg(test)]
#[path = "guest_tests.rs"]
mod tests;
