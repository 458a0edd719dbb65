//! Answers whoever accepts one of this account's contact invites, and joins the direct room that they made.
//!
//! The accepter introduces itself with the create order of that room. The first account to do so uses the invite up,
//! durably, before it is answered; its later links get the same answer.

use std::collections::BTreeMap;

use crypto::id::RoomId;
use crypto::identity::PersonaPublic;
use crypto::invite::{InviteName, InviteSecret, expiry_hours};
use crypto::kdf::Label;
use crypto::secret::Personal;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::card::Founded;
use super::frame::{Frame, Introduce, Join, MAX_FRAME_BYTES};
use super::parts::Parts;
use super::{GRACE_MS, MAX_FRAMES_PER_LINK, Outputs, Refusal, Row, prove, proved};
use crate::link::LinkId;
use crate::room::charter::Retention;
use crate::room::{Identity, Millis};
use crate::wire::order::{Purpose, Role};
use crate::wire::{WireError, codec};

const MS_PER_HOUR: Millis = 3_600_000;

/// An invite given out. Row: invite name 16 → this.
#[derive(Debug, Clone, Encode, Decode)]
#[cbor(map)]
struct Given {
    #[cbor(n(0), with = "minicbor::bytes")]
    secret: [u8; 16],
    #[n(1)]
    expires_at: Millis,
    #[n(2)]
    used: Option<Used>,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct Used {
    #[cbor(n(0), with = "minicbor::bytes")]
    by: [u8; 32],
    #[n(1)]
    room: RoomId,
    #[cbor(n(2), with = "codec::personal")]
    name: Personal,
    #[n(3)]
    role: Role,
    #[cbor(n(4), with = "codec::chunks")]
    key_packages: Vec<Vec<u8>>,
    #[n(5)]
    joined: bool,
}

/// What happens to the one who gives contact invites.
#[derive(Debug, Clone)]
pub enum InviterInput {
    /// An invite was made. The link may be shown once the row is stored.
    Issue {
        /// As in the link.
        secret: InviteSecret,
        /// Exactly, where the link says it rounded up to the hour.
        expires_at: Millis,
    },
    /// An invite shall bring nobody any more.
    Revoke(InviteName),
    /// A link through an invite's door is up.
    LinkUp {
        /// New.
        link: LinkId,
        /// Whose door.
        invite: InviteName,
        /// The handshake hash.
        hash: [u8; 32],
    },
    /// It went down.
    LinkDown(LinkId),
    /// A frame came on it.
    Frame(LinkId, Vec<u8>),
    /// The answer to `Introduced`: ways into the group, whose private halves are in the same batch.
    Keys {
        /// Which invite.
        invite: InviteName,
        /// Who used it.
        by: PersonaPublic,
        /// Their room.
        room: RoomId,
        /// This person's name.
        name: Personal,
        /// Who this person says they are.
        role: Role,
        /// Key packages for that room.
        key_packages: Vec<Vec<u8>>,
    },
    /// The bundle made a room, whose writes are in the same batch as this machine's.
    Joined(InviteName),
    /// The time asked for by `next_timeout` came.
    Tick,
}

/// What the one who gives contact invites is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InviterEvent {
    /// Somebody accepted and made a room: make keys for it and answer with `Keys`. Nothing is used up before that.
    Introduced {
        /// Which invite.
        invite: InviteName,
        /// Who they are, and their room.
        founded: Box<Founded>,
    },
    /// Admitted: make the room of this bundle and answer with `Joined`.
    Admitted {
        /// Which invite.
        invite: InviteName,
        /// Which room.
        room: RoomId,
        /// Its bundle.
        bundle: Vec<u8>,
    },
}

#[derive(Debug)]
struct Visit {
    invite: InviteName,
    hash: [u8; 32],
    frames: u8,
    /// Who introduced themselves, and their room.
    by: Option<(PersonaPublic, RoomId)>,
    parts: Parts,
}

/// All contact invites given out by one account's device.
#[derive(Debug)]
pub struct Inviter {
    identity: Identity,
    given: BTreeMap<InviteName, Given>,
    visits: BTreeMap<LinkId, Visit>,
}

impl Inviter {
    /// Without invites. `identity` is the account's.
    #[must_use]
    pub fn new(identity: Identity) -> Self {
        Self { identity, given: BTreeMap::new(), visits: BTreeMap::new() }
    }

    /// With the rows it left.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn load(identity: Identity, rows: &[(Vec<u8>, Vec<u8>)]) -> Result<Self, WireError> {
        let mut inviter = Self::new(identity);
        for (_, value) in rows {
            let given: Given = codec::decode(value, MAX_FRAME_BYTES)?;
            inviter.given.insert(InviteSecret::new(given.secret).name(), given);
        }
        Ok(inviter)
    }

    /// The doors to keep open, each with the account's device as its face.
    #[must_use]
    pub fn doors(&self, now: Millis) -> Vec<InviteSecret> {
        self.given.values().filter(|given| now < end(given)).map(|given| InviteSecret::new(given.secret)).collect()
    }

    /// When to `Tick`: the next door to close.
    #[must_use]
    pub fn next_timeout(&self) -> Option<Millis> {
        self.given.values().map(end).min()
    }

    /// Handles one input.
    pub fn handle(&mut self, now: Millis, input: InviterInput) -> Outputs<InviterEvent> {
        let mut out = Outputs::default();
        match input {
            InviterInput::Issue { secret, expires_at } => {
                let given = Given { secret: *secret.expose(), expires_at, used: None };
                out.persist.push(self.put(secret.name(), given));
            }
            InviterInput::Revoke(invite) => self.forget(invite, &mut out),
            InviterInput::LinkUp { link, invite, hash } => {
                if self.given.contains_key(&invite) {
                    let visit = Visit { invite, hash, frames: 0, by: None, parts: Parts::default() };
                    self.visits.insert(link, visit);
                } else {
                    out.close.push(link);
                }
            }
            InviterInput::LinkDown(link) => drop(self.visits.remove(&link)),
            InviterInput::Frame(link, bytes) => {
                if self.frame(now, link, &bytes, &mut out).is_none() {
                    self.close(link, &mut out);
                }
            }
            InviterInput::Keys { invite, by, room, name, role, key_packages } => {
                let used = Used { by: by.0, room, name, role, key_packages, joined: false };
                self.keys(invite, used, &mut out);
            }
            InviterInput::Joined(invite) => self.joined(invite, &mut out),
            InviterInput::Tick => {
                let over = |given: &&Given| now >= end(given);
                let over: Vec<_> =
                    self.given.values().filter(over).map(|given| InviteSecret::new(given.secret).name()).collect();
                for invite in over {
                    self.forget(invite, &mut out);
                }
            }
        }
        out
    }

    /// `None` where the link is to be closed.
    fn frame(&mut self, now: Millis, link: LinkId, bytes: &[u8], out: &mut Outputs<InviterEvent>) -> Option<()> {
        let Some(visit) = self.visits.get_mut(&link) else { return Some(()) };
        visit.frames = visit.frames.saturating_add(1);
        if visit.frames > MAX_FRAMES_PER_LINK {
            return None;
        }
        match Frame::decode(bytes).ok()? {
            None => Some(()),
            Some(Frame::Introduce(introduce)) if visit.by.is_none() => self.introduced(now, link, &introduce, out),
            Some(Frame::Part(part)) => {
                let (invite, (by, room)) = (visit.invite, visit.by?);
                let used = self.given.get(&invite)?.used.as_ref()?;
                if used.by != by.0 || used.room != room || used.joined {
                    return None;
                }
                let bundle = visit.parts.take(&part).ok()?;
                out.events.extend(bundle.map(|bundle| InviterEvent::Admitted { invite, room, bundle }));
                Some(())
            }
            _ => None,
        }
    }

    fn introduced(
        &mut self,
        now: Millis,
        link: LinkId,
        introduce: &Introduce,
        out: &mut Outputs<InviterEvent>,
    ) -> Option<()> {
        let visit = self.visits.get_mut(&link)?;
        let founded = Founded::read(&introduce.create).ok()?;
        let by = founded.certificate.persona();
        let between_two = founded.purpose == Purpose::Direct && founded.charter.retention == Retention::Record;
        let itself = by == self.identity.persona;
        let proof = &introduce.proof;
        if itself
            || !between_two
            || !proved(&founded.certificate, Label::IntroduceProof, &visit.hash, founded.room, proof)
        {
            return None;
        }
        visit.by = Some((by, founded.room));
        let invite = visit.invite;
        let given = self.given.get(&invite)?;
        match &given.used {
            None if now >= given.expires_at => self.say_no(link, Refusal::InviteExpired, out),
            None => out.events.push(InviterEvent::Introduced { invite, founded: Box::new(founded) }),
            Some(used) if used.by != by.0 || used.room != founded.room => {
                self.say_no(link, Refusal::InviteUsed, out);
            }
            Some(used) if used.joined => {
                out.send.push((link, Frame::Done.encode()));
                self.close(link, out);
            }
            Some(used) => {
                let join = self.request(used, link)?;
                out.send.push((link, Frame::Join(join).encode()));
            }
        }
        Some(())
    }

    fn keys(&mut self, invite: InviteName, used: Used, out: &mut Outputs<InviterEvent>) {
        let Some(given) = self.given.get(&invite) else { return };
        if given.used.is_none() {
            let given = Given { used: Some(used.clone()), ..given.clone() };
            out.persist.push(self.put(invite, given));
        }
        let used = self.given.get(&invite).and_then(|given| given.used.clone());
        let introduced = |visit: &Visit| visit.invite == invite && visit.by.is_some();
        let links: Vec<LinkId> =
            self.visits.iter().filter(|(_, visit)| introduced(visit)).map(|(link, _)| *link).collect();
        for link in links {
            let by = self.visits.get(&link).and_then(|visit| visit.by);
            match used.as_ref().filter(|used| by == Some((PersonaPublic(used.by), used.room))) {
                Some(used) => {
                    let join = self.request(used, link).map(|join| (link, Frame::Join(join).encode()));
                    out.send.extend(join);
                }
                None => self.say_no(link, Refusal::InviteUsed, out),
            }
        }
    }

    fn joined(&mut self, invite: InviteName, out: &mut Outputs<InviterEvent>) {
        let Some(given) = self.given.get(&invite) else { return };
        let Some(used) = given.used.clone().filter(|used| !used.joined) else { return };
        let by = (PersonaPublic(used.by), used.room);
        // The keys are the room's now; what stays is who used the invite.
        let used = Used { joined: true, key_packages: Vec::new(), ..used };
        let given = Given { used: Some(used), ..given.clone() };
        out.persist.push(self.put(invite, given));
        let theirs = |visit: &Visit| visit.invite == invite && visit.by == Some(by);
        let links: Vec<LinkId> = self.visits.iter().filter(|(_, visit)| theirs(visit)).map(|(link, _)| *link).collect();
        for link in links {
            out.send.push((link, Frame::Done.encode()));
            self.close(link, out);
        }
    }

    fn request(&self, used: &Used, link: LinkId) -> Option<Join> {
        let hash = &self.visits.get(&link)?.hash;
        Some(Join {
            certificate: self.identity.certificate.bytes().to_vec(),
            key_packages: used.key_packages.clone(),
            name: used.name.clone(),
            role: used.role,
            proof: prove(&self.identity.device, Label::JoinProof, hash, used.room),
        })
    }

    fn put(&mut self, invite: InviteName, given: Given) -> Row {
        let row = Row { key: invite.0.to_vec(), value: Some(Zeroizing::new(codec::encode(&given))) };
        self.given.insert(invite, given);
        row
    }

    fn forget(&mut self, invite: InviteName, out: &mut Outputs<InviterEvent>) {
        if self.given.remove(&invite).is_some() {
            out.persist.push(Row { key: invite.0.to_vec(), value: None });
        }
        let links: Vec<LinkId> =
            self.visits.iter().filter(|(_, visit)| visit.invite == invite).map(|(link, _)| *link).collect();
        for link in links {
            self.close(link, out);
        }
    }

    fn say_no(&mut self, link: LinkId, why: Refusal, out: &mut Outputs<InviterEvent>) {
        out.send.push((link, Frame::Refused(why).encode()));
        self.close(link, out);
    }

    fn close(&mut self, link: LinkId, out: &mut Outputs<InviterEvent>) {
        self.visits.remove(&link);
        out.close.push(link);
    }
}

/// With the link's own end, or later where somebody used it and the room isn't there yet.
fn end(given: &Given) -> Millis {
    let link_end = Millis::from(expiry_hours(given.expires_at, 0)).saturating_mul(MS_PER_HOUR);
    match &given.used {
        Some(used) if !used.joined => link_end.saturating_add(GRACE_MS),
        _ => link_end,
    }
}

#[cfg(test)]
#[path = "inviter_tests.rs"]
mod tests;
