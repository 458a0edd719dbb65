//! What a host keeps about its invites: how often each may still be used, and what every joiner was answered.
//!
//! Rows: `t` ‖ invite name 16 → [`Ticket`], `c` ‖ invite name 16 ‖ member 16 → [`Claim`].

use std::collections::BTreeMap;

use crypto::id::MemberId;
use crypto::identity::{Certificate, PersonaPublic};
use crypto::invite::{InviteName, InviteSecret, expiry_hours};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::frame::Join;
use super::{GRACE_MS, Refusal, Row};
use crate::room::{JoinRequest, Millis};
use crate::wire::bundle::MAX_BUNDLE_BYTES;
use crate::wire::{WireError, codec};

const TICKET: u8 = b't';
const CLAIM: u8 = b'c';
const MAX_ROW_BYTES: usize = MAX_BUNDLE_BYTES + 64 * 1024;
const MS_PER_HOUR: Millis = 3_600_000;

/// An invite given out, or a contact invite being answered.
#[derive(Debug, Clone, Encode, Decode)]
#[cbor(map)]
pub(super) struct Ticket {
    #[cbor(n(0), with = "minicbor::bytes")]
    secret: [u8; 16],
    /// Persons who may still claim it.
    #[n(1)]
    pub uses_left: u16,
    /// Exactly, where the link says it rounded up to the hour.
    #[n(2)]
    pub expires_at: Millis,
    /// The only key that may claim it: the account that gave the contact invite.
    #[cbor(n(3), with = "minicbor::bytes")]
    only: Option<[u8; 32]>,
}

impl Ticket {
    pub(super) fn new(secret: &InviteSecret, uses: u16, expires_at: Millis, only: Option<PersonaPublic>) -> Self {
        Self { secret: *secret.expose(), uses_left: uses, expires_at, only: only.map(|key| key.0) }
    }

    pub(super) fn secret(&self) -> InviteSecret {
        InviteSecret::new(self.secret)
    }

    pub(super) fn name(&self) -> InviteName {
        self.secret().name()
    }

    pub(super) fn only(&self) -> Option<PersonaPublic> {
        self.only.map(PersonaPublic)
    }

    /// When the link itself says that it is over.
    fn link_end(&self) -> Millis {
        Millis::from(expiry_hours(self.expires_at, 0)).saturating_mul(MS_PER_HOUR)
    }
}

/// What became of a joiner.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) enum Fate {
    /// Somebody must decide.
    #[n(0)]
    Waiting,
    /// The room is asked to admit them.
    #[n(1)]
    Admitting,
    /// Admitted; kept until they say that they have it.
    #[n(2)]
    Admitted(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// They have it.
    #[n(3)]
    Done,
    /// Not admitted.
    #[n(4)]
    Refused(#[n(0)] Refusal),
}

/// One joiner's use of an invite.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Claim {
    #[n(0)]
    pub join: Join,
    /// When it came.
    #[n(1)]
    pub at: Millis,
    #[n(2)]
    pub fate: Fate,
}

impl Claim {
    /// What the room is asked to admit.
    pub(super) fn request(&self) -> Option<JoinRequest> {
        Some(JoinRequest {
            certificate: Certificate::decode(&self.join.certificate).ok()?,
            key_package: self.join.key_packages.first()?.clone(),
            name: self.join.name.clone(),
            role: self.join.role,
        })
    }

    const fn open(&self) -> bool {
        matches!(self.fate, Fate::Waiting | Fate::Admitting | Fate::Admitted(_))
    }
}

/// Tickets and claims. Every change is made here and leaves its row.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    tickets: BTreeMap<InviteName, Ticket>,
    claims: BTreeMap<(InviteName, MemberId), Claim>,
}

impl Ledger {
    pub(super) fn load(rows: &[(Vec<u8>, Vec<u8>)]) -> Result<Self, WireError> {
        let mut ledger = Self::default();
        for (key, value) in rows {
            match key.split_first() {
                Some((&TICKET, _)) => {
                    let ticket: Ticket = codec::decode(value, MAX_ROW_BYTES)?;
                    ledger.tickets.insert(ticket.name(), ticket);
                }
                Some((&CLAIM, rest)) => {
                    let (invite, member) = rest.split_first_chunk::<16>().ok_or(WireError::Malformed)?;
                    let member = member.try_into().map_err(|_| WireError::Malformed)?;
                    let claim = codec::decode(value, MAX_ROW_BYTES)?;
                    ledger.claims.insert((InviteName(*invite), MemberId(member)), claim);
                }
                _ => return Err(WireError::Malformed),
            }
        }
        Ok(ledger)
    }

    pub(super) fn ticket(&self, invite: InviteName) -> Option<&Ticket> {
        self.tickets.get(&invite)
    }

    pub(super) fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.values()
    }

    pub(super) fn claim(&self, invite: InviteName, member: MemberId) -> Option<&Claim> {
        self.claims.get(&(invite, member))
    }

    pub(super) fn claims(&self) -> impl Iterator<Item = (InviteName, MemberId, &Claim)> {
        self.claims.iter().map(|((invite, member), claim)| (*invite, *member, claim))
    }

    /// The invites by which `member` is being, or was, admitted.
    pub(super) fn invites_of(&self, member: MemberId) -> Vec<InviteName> {
        self.claims.keys().filter(|(_, who)| *who == member).map(|(invite, _)| *invite).collect()
    }

    pub(super) fn put_ticket(&mut self, ticket: Ticket) -> Row {
        let name = ticket.name();
        let row = Row { key: ticket_key(name), value: Some(Zeroizing::new(codec::encode(&ticket))) };
        self.tickets.insert(name, ticket);
        row
    }

    pub(super) fn put_claim(&mut self, invite: InviteName, member: MemberId, claim: Claim) -> Row {
        let value = Some(Zeroizing::new(codec::encode(&claim)));
        self.claims.insert((invite, member), claim);
        Row { key: claim_key(invite, member), value }
    }

    /// Changes what became of a joiner.
    pub(super) fn settle(&mut self, invite: InviteName, member: MemberId, fate: Fate) -> Option<Row> {
        let mut claim = self.claims.get(&(invite, member))?.clone();
        claim.fate = fate;
        Some(self.put_claim(invite, member, claim))
    }

    /// Takes a claim back: the invite can be used again.
    pub(super) fn refund(&mut self, invite: InviteName, member: MemberId) -> Vec<Row> {
        let mut rows = Vec::new();
        if self.claims.remove(&(invite, member)).is_some() {
            rows.push(Row { key: claim_key(invite, member), value: None });
            if let Some(mut ticket) = self.tickets.get(&invite).cloned() {
                ticket.uses_left = ticket.uses_left.saturating_add(1);
                rows.push(self.put_ticket(ticket));
            }
        }
        rows
    }

    /// Forgets an invite and all that was answered through it.
    pub(super) fn forget(&mut self, invite: InviteName) -> Vec<Row> {
        let mut rows = Vec::new();
        if self.tickets.remove(&invite).is_some() {
            rows.push(Row { key: ticket_key(invite), value: None });
        }
        self.claims.retain(|(name, member), _| {
            if *name == invite {
                rows.push(Row { key: claim_key(invite, *member), value: None });
            }
            *name != invite
        });
        rows
    }

    /// When the door of an invite may close: with the link's own end, or later where somebody is still to be answered.
    pub(super) fn end(&self, ticket: &Ticket) -> Millis {
        let name = ticket.name();
        let owed = self.claims.iter().any(|((invite, _), claim)| *invite == name && claim.open());
        if owed { ticket.link_end().saturating_add(GRACE_MS) } else { ticket.link_end() }
    }
}

fn ticket_key(invite: InviteName) -> Vec<u8> {
    [&[TICKET][..], &invite.0].concat()
}

fn claim_key(invite: InviteName, member: MemberId) -> Vec<u8> {
    [&[CLAIM][..], &invite.0, &member.0].concat()
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
