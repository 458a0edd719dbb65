//! Looks at a room from its door. Nothing is used up, stored, or said about who looks.
//!
//! The caller dials with a fresh agreement key and the face of a guest; the address it dials from shows all the same,
//! which is why the window warns before.

use crypto::identity::Certificate;
use crypto::invite::{Invite, InviteKind};

use super::frame::Frame;
use super::{Card, Outputs, Refusal};
use crate::link::LinkId;

/// What a look ended in. It comes once; the machine is of no use after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeekEvent {
    /// The room, as its inviter shows it.
    Seen(Box<Card>),
    /// The invite is used up or over, or the peer is not who made it.
    Refused(Refusal),
}

/// One look.
#[derive(Debug)]
pub struct Peek {
    invite: Invite,
    asked: Option<LinkId>,
}

impl Peek {
    /// Prepares a look at the room of an invite; `None` for a contact invite, whose room isn't made yet.
    #[must_use]
    pub fn new(invite: Invite) -> Option<Self> {
        matches!(invite.kind, InviteKind::Room(_)).then_some(Self { invite, asked: None })
    }

    /// A link through the invite's door is up.
    pub fn link_up(&mut self, link: LinkId, peer: Option<&Certificate>) -> Outputs<PeekEvent> {
        let mut out = Outputs::default();
        match peer {
            Some(peer) if peer.persona() == self.invite.key => {
                self.asked = Some(link);
                out.send.push((link, Frame::Ask.encode()));
            }
            Some(_) => {
                out.close.push(link);
                out.events.push(PeekEvent::Refused(Refusal::InviteForged));
            }
            // Another guest: it can't have made the invite, and has not claimed to.
            None => out.close.push(link),
        }
        out
    }

    /// A frame came.
    pub fn frame(&mut self, link: LinkId, bytes: &[u8]) -> Outputs<PeekEvent> {
        let mut out = Outputs::default();
        if self.asked != Some(link) {
            return out;
        }
        let InviteKind::Room(room) = self.invite.kind else { return out };
        let event = match Frame::decode(bytes) {
            Ok(Some(Frame::Preview(card))) => card.check(room).ok().map(|()| PeekEvent::Seen(Box::new(card))),
            Ok(Some(Frame::Refused(why))) => Some(PeekEvent::Refused(why.heard())),
            Ok(None) => return out,
            _ => None,
        };
        self.asked = None;
        out.close.push(link);
        out.events.extend(event);
        out
    }
}

#[cfg(test)]
#[path = "peek_tests.rs"]
mod tests;
