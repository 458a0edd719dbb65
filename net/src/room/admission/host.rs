//! Answers at the door of a room: for the room invites this device gave out, and, in a direct room, towards whoever
//! gave the contact invite that the room was made for.
//!
//! The ledger is the only memory. An invite is used up for a joiner's key, durably, before anything is answered; after
//! a kill the same joiner gets the same answer, and an admission that was asked for but not answered is asked for again
//! ([`Host::resume`]). The room machine's writes and this machine's for one admission belong into one batch.

use std::collections::BTreeMap;

use crypto::id::{MemberId, RoomId};
use crypto::identity::{Certificate, PersonaPublic};
use crypto::invite::{InviteName, InviteSecret};
use crypto::kdf::Label;
use crypto::secret::Personal;

use super::card::Card;
use super::frame::{Frame, Introduce, Join};
use super::ledger::{Claim, Fate, Ledger, Ticket};
use super::{MAX_FRAMES_PER_LINK, Outputs, Refusal, parts, prove, proved};
use crate::link::LinkId;
use crate::room::charter::Admission;
use crate::room::{Identity, JoinRequest, Millis};
use crate::wire::WireError;
use crate::wire::order::Role;

/// A new invite of this room, or the contact invite that a direct room was made for.
#[derive(Debug, Clone)]
pub struct Issue {
    /// As in the link.
    pub secret: InviteSecret,
    /// How many persons it admits.
    pub uses: u16,
    /// Exactly, where the link says it rounded up to the hour.
    pub expires_at: Millis,
    /// For a contact invite: the account that gave it, which alone may join.
    pub only: Option<PersonaPublic>,
}

/// What happens to a host.
#[derive(Debug, Clone)]
pub enum HostInput {
    /// An invite was made, or a contact invite accepted. The link may be shown once the rows are stored.
    Issue(Issue),
    /// An invite shall admit nobody any more.
    Revoke(InviteName),
    /// A link through an invite's door is up.
    LinkUp {
        /// New.
        link: LinkId,
        /// Whose door.
        invite: InviteName,
        /// The handshake hash.
        hash: [u8; 32],
        /// Who proved themselves; guests don't.
        peer: Option<Certificate>,
    },
    /// It went down.
    LinkDown(LinkId),
    /// A frame came on it.
    Frame(LinkId, Vec<u8>),
    /// Somebody who knocked may come in.
    Admit(MemberId),
    /// Somebody who knocked, or whom the room refused, may not.
    Refuse(MemberId, Refusal),
    /// The room admitted them: its `Event::Admission`.
    Admitted(MemberId, Vec<u8>),
    /// The time asked for by `next_timeout` came.
    Tick,
}

/// What a host tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostEvent {
    /// The room is to admit somebody; answer with `Admitted` or `Refuse`. May come again for the same person.
    Admit {
        /// Whom.
        join: Box<JoinRequest>,
        /// By which invite.
        ticket: InviteName,
    },
    /// Somebody waits for a decision.
    Knock(Knock),
    /// They have stored their admission.
    Joined {
        /// Who.
        member: MemberId,
        /// By which invite.
        invite: InviteName,
    },
    /// A contact invite came to nothing.
    Refused {
        /// Which.
        invite: InviteName,
        /// Why.
        why: Refusal,
    },
}

/// Somebody at the door.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knock {
    /// Who.
    pub member: MemberId,
    /// The name they chose.
    pub name: Personal,
    /// Who they say they are.
    pub role: Role,
    /// When they came.
    pub at: Millis,
}

#[derive(Debug)]
struct Visit {
    invite: InviteName,
    hash: [u8; 32],
    frames: u8,
    member: Option<MemberId>,
}

/// The host of one room, on one device.
#[derive(Debug)]
pub struct Host {
    room: RoomId,
    identity: Identity,
    ledger: Ledger,
    visits: BTreeMap<LinkId, Visit>,
}

impl Host {
    /// A host without invites.
    #[must_use]
    pub fn new(room: RoomId, identity: Identity) -> Self {
        Self { room, identity, ledger: Ledger::default(), visits: BTreeMap::new() }
    }

    /// A host with the rows it left.
    ///
    /// # Errors
    /// Any [`WireError`], where a row is none of this machine's.
    pub fn load(room: RoomId, identity: Identity, rows: &[(Vec<u8>, Vec<u8>)]) -> Result<Self, WireError> {
        Ok(Self { ledger: Ledger::load(rows)?, ..Self::new(room, identity) })
    }

    /// What was asked of the room and not answered before the last end; to be handled as events once after loading.
    #[must_use]
    pub fn resume(&self) -> Vec<HostEvent> {
        let asked = self.ledger.claims().filter(|(.., claim)| claim.fate == Fate::Admitting);
        asked.filter_map(|(invite, _, claim)| admit(invite, claim)).collect()
    }

    /// The doors to keep: the secret of each, and whether this side dials and introduces itself (a contact invite)
    /// or listens and proves its device (a room invite).
    #[must_use]
    pub fn doors(&self, now: Millis) -> Vec<(InviteSecret, bool)> {
        let open = self.ledger.tickets().filter(|ticket| now < self.ledger.end(ticket));
        open.map(|ticket| (ticket.secret(), ticket.only().is_some())).collect()
    }

    /// Who waits for a decision, first come first.
    #[must_use]
    pub fn knocks(&self) -> Vec<Knock> {
        let waiting = self.ledger.claims().filter(|(.., claim)| claim.fate == Fate::Waiting);
        let mut knocks: Vec<Knock> = waiting.map(|(_, member, claim)| knock(member, claim)).collect();
        knocks.sort_by_key(|knock| (knock.at, knock.member));
        knocks.dedup_by_key(|knock| knock.member);
        knocks
    }

    /// When to `Tick`: the next door to close.
    #[must_use]
    pub fn next_timeout(&self) -> Option<Millis> {
        self.ledger.tickets().map(|ticket| self.ledger.end(ticket)).min()
    }

    /// Handles one input; `card` is the room as it is now.
    pub fn handle(&mut self, now: Millis, card: &Card, input: HostInput) -> Outputs<HostEvent> {
        let mut out = Outputs::default();
        match input {
            HostInput::Issue(Issue { secret, uses, expires_at, only }) => {
                out.persist.push(self.ledger.put_ticket(Ticket::new(&secret, uses, expires_at, only)));
            }
            HostInput::Revoke(invite) => self.forget(invite, &mut out),
            HostInput::LinkUp { link, invite, hash, peer } => self.link_up(card, link, invite, hash, peer, &mut out),
            HostInput::LinkDown(link) => drop(self.visits.remove(&link)),
            HostInput::Frame(link, bytes) => self.frame(now, card, link, &bytes, &mut out),
            HostInput::Admit(member) => self.admit(member, &mut out),
            HostInput::Refuse(member, why) => self.refuse(member, why, &mut out),
            HostInput::Admitted(member, bundle) => self.admitted(member, &bundle, &mut out),
            HostInput::Tick => self.tick(now, &mut out),
        }
        out
    }

    fn link_up(
        &mut self,
        card: &Card,
        link: LinkId,
        invite: InviteName,
        hash: [u8; 32],
        peer: Option<Certificate>,
        out: &mut Outputs<HostEvent>,
    ) {
        let Some(ticket) = self.ledger.ticket(invite) else {
            out.close.push(link);
            return;
        };
        let only = ticket.only();
        if let Some(only) = only {
            match peer {
                Some(peer) if peer.persona() == only => {
                    let proof = prove(&self.identity.device, Label::IntroduceProof, &hash, self.room);
                    let introduce = Introduce { create: card.create.clone(), proof };
                    out.send.push((link, Frame::Introduce(introduce).encode()));
                }
                Some(_) => return self.fail(invite, Refusal::InviteForged, link, out),
                // Another who holds the link and has proved nothing: no reason to give the invite up.
                None => {
                    out.close.push(link);
                    return;
                }
            }
        }
        let member = only.map(|only| only.member());
        self.visits.insert(link, Visit { invite, hash, frames: 0, member });
    }

    fn frame(&mut self, now: Millis, card: &Card, link: LinkId, bytes: &[u8], out: &mut Outputs<HostEvent>) {
        let Some(visit) = self.visits.get_mut(&link) else { return };
        visit.frames = visit.frames.saturating_add(1);
        let (invite, member) = (visit.invite, visit.member);
        let introduced = self.ledger.ticket(invite).is_some_and(|ticket| ticket.only().is_some());
        let frame = if visit.frames > MAX_FRAMES_PER_LINK { Err(WireError::TooLarge) } else { Frame::decode(bytes) };
        match frame {
            Ok(None) => {}
            Ok(Some(Frame::Ask)) if !introduced => self.ask(now, card, link, invite, out),
            Ok(Some(Frame::Join(join))) => {
                if self.join(now, card, link, join, out).is_none() {
                    self.close(link, out);
                }
            }
            Ok(Some(Frame::Done)) => self.done(invite, member, link, out),
            Ok(Some(Frame::Refused(why))) if introduced => self.fail(invite, why.heard(), link, out),
            _ => self.close(link, out),
        }
    }

    fn ask(&mut self, now: Millis, card: &Card, link: LinkId, invite: InviteName, out: &mut Outputs<HostEvent>) {
        let Some(ticket) = self.ledger.ticket(invite) else { return self.close(link, out) };
        match over(ticket, now) {
            Some(why) => self.say_no(link, why, out),
            None => out.send.push((link, Frame::Preview(card.at_the_door()).encode())),
        }
    }

    /// `None` where the request is malformed or forged.
    fn join(&mut self, now: Millis, card: &Card, link: LinkId, join: Join, out: &mut Outputs<HostEvent>) -> Option<()> {
        let certificate = join.check().ok()?;
        let visit = self.visits.get_mut(&link)?;
        let invite = visit.invite;
        let mut ticket = self.ledger.ticket(invite)?.clone();
        let own = certificate.persona() == self.identity.persona;
        let meant = ticket.only().is_none_or(|only| only == certificate.persona());
        if own || !meant || !proved(&certificate, Label::JoinProof, &visit.hash, self.room, &join.proof) {
            return None;
        }
        let member = certificate.member();
        visit.member = Some(member);
        if let Some(claim) = self.ledger.claim(invite, member) {
            let claim = claim.clone();
            self.answer(card, link, invite, &claim, out);
            return Some(());
        }
        // The expiry of a contact invite is for the one who gave it to judge.
        if let Some(why) = over(&ticket, now).filter(|why| ticket.only().is_none() || *why == Refusal::InviteUsed) {
            self.say_no(link, why, out);
            return Some(());
        }
        ticket.uses_left = ticket.uses_left.saturating_sub(1);
        let knocks = ticket.only().is_none() && card.charter.admission == Admission::Knock;
        let claim = Claim { join, at: now, fate: if knocks { Fate::Waiting } else { Fate::Admitting } };
        out.persist.push(self.ledger.put_ticket(ticket));
        out.persist.push(self.ledger.put_claim(invite, member, claim.clone()));
        if knocks {
            out.events.push(HostEvent::Knock(knock(member, &claim)));
        }
        self.answer(card, link, invite, &claim, out);
        Some(())
    }

    /// Says to a joiner what became of their claim.
    fn answer(&mut self, card: &Card, link: LinkId, invite: InviteName, claim: &Claim, out: &mut Outputs<HostEvent>) {
        match &claim.fate {
            Fate::Waiting => out.send.push((link, Frame::Pending(card.at_the_door()).encode())),
            Fate::Admitting => out.events.extend(admit(invite, claim)),
            Fate::Admitted(bundle) => hand_over(link, bundle, out),
            Fate::Done => self.say_no(link, Refusal::InviteUsed, out),
            Fate::Refused(why) => self.say_no(link, *why, out),
        }
    }

    fn done(&mut self, invite: InviteName, member: Option<MemberId>, link: LinkId, out: &mut Outputs<HostEvent>) {
        let has_it = |claim: &Claim| matches!(claim.fate, Fate::Admitted(_));
        if let Some(member) = member.filter(|member| self.ledger.claim(invite, *member).is_some_and(has_it)) {
            if self.ledger.ticket(invite).is_some_and(|ticket| ticket.only().is_some()) {
                out.persist.extend(self.ledger.forget(invite));
            } else {
                out.persist.extend(self.ledger.settle(invite, member, Fate::Done));
            }
            out.events.push(HostEvent::Joined { member, invite });
        }
        self.close(link, out);
    }

    fn admit(&mut self, member: MemberId, out: &mut Outputs<HostEvent>) {
        for invite in self.ledger.invites_of(member) {
            if self.ledger.claim(invite, member).is_some_and(|claim| claim.fate == Fate::Waiting) {
                out.persist.extend(self.ledger.settle(invite, member, Fate::Admitting));
                out.events.extend(self.ledger.claim(invite, member).and_then(|claim| admit(invite, claim)));
            }
        }
    }

    fn refuse(&mut self, member: MemberId, why: Refusal, out: &mut Outputs<HostEvent>) {
        for invite in self.ledger.invites_of(member) {
            let Some(claim) = self.ledger.claim(invite, member) else { continue };
            if !matches!(claim.fate, Fate::Waiting | Fate::Admitting) {
                continue;
            }
            if why == Refusal::RoomFull {
                out.persist.extend(self.ledger.refund(invite, member));
            } else {
                out.persist.extend(self.ledger.settle(invite, member, Fate::Refused(why)));
            }
            for link in self.links_of(invite, member) {
                self.say_no(link, why, out);
            }
        }
    }

    fn admitted(&mut self, member: MemberId, bundle: &[u8], out: &mut Outputs<HostEvent>) {
        for invite in self.ledger.invites_of(member) {
            if self.ledger.claim(invite, member).is_some_and(|claim| claim.fate == Fate::Admitting) {
                out.persist.extend(self.ledger.settle(invite, member, Fate::Admitted(bundle.to_vec())));
                for link in self.links_of(invite, member) {
                    hand_over(link, bundle, out);
                }
            }
        }
    }

    fn tick(&mut self, now: Millis, out: &mut Outputs<HostEvent>) {
        let over: Vec<(InviteName, bool)> = self
            .ledger
            .tickets()
            .filter(|ticket| now >= self.ledger.end(ticket))
            .map(|ticket| (ticket.name(), ticket.only().is_some()))
            .collect();
        for (invite, introduced) in over {
            self.forget(invite, out);
            if introduced {
                out.events.push(HostEvent::Refused { invite, why: Refusal::InviteExpired });
            }
        }
    }

    /// A contact invite came to nothing: it is forgotten, and said once.
    fn fail(&mut self, invite: InviteName, why: Refusal, link: LinkId, out: &mut Outputs<HostEvent>) {
        self.forget(invite, out);
        self.visits.remove(&link);
        if !out.close.contains(&link) {
            out.close.push(link);
        }
        out.events.push(HostEvent::Refused { invite, why });
    }

    fn forget(&mut self, invite: InviteName, out: &mut Outputs<HostEvent>) {
        out.persist.extend(self.ledger.forget(invite));
        let links: Vec<LinkId> =
            self.visits.iter().filter(|(_, visit)| visit.invite == invite).map(|(link, _)| *link).collect();
        for link in links {
            self.close(link, out);
        }
    }

    fn say_no(&mut self, link: LinkId, why: Refusal, out: &mut Outputs<HostEvent>) {
        out.send.push((link, Frame::Refused(why).encode()));
        self.close(link, out);
    }

    fn close(&mut self, link: LinkId, out: &mut Outputs<HostEvent>) {
        self.visits.remove(&link);
        out.close.push(link);
    }

    fn links_of(&self, invite: InviteName, member: MemberId) -> Vec<LinkId> {
        let theirs = |visit: &Visit| visit.invite == invite && visit.member == Some(member);
        self.visits.iter().filter(|(_, visit)| theirs(visit)).map(|(link, _)| *link).collect()
    }
}

fn over(ticket: &Ticket, now: Millis) -> Option<Refusal> {
    if now >= ticket.expires_at {
        Some(Refusal::InviteExpired)
    } else if ticket.uses_left == 0 {
        Some(Refusal::InviteUsed)
    } else {
        None
    }
}

fn admit(ticket: InviteName, claim: &Claim) -> Option<HostEvent> {
    claim.request().map(|join| HostEvent::Admit { join: Box::new(join), ticket })
}

fn knock(member: MemberId, claim: &Claim) -> Knock {
    Knock { member, name: claim.join.name.clone(), role: claim.join.role, at: claim.at }
}

fn hand_over(link: LinkId, bundle: &[u8], out: &mut Outputs<HostEvent>) {
    out.send.extend(parts::split(bundle).into_iter().map(|part| (link, part.encode())));
}

#[cfg(test)]
#[path = "host_tests.rs"]
mod tests;
