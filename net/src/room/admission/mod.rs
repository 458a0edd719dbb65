//! How a guest becomes a member: preview, knock, admission. Sans-IO, for both sides.
//!
//! This is the stream before membership, on a link whose door was an invite's secret. In reading order: [`frame`] is
//! what is said, [`card`] is what a guest sees before joining, [`peek`] asks for it without leaving a trace, [`guest`]
//! uses a room invite, [`host`] answers room invites and introduces itself to whoever gave a contact invite, and
//! [`inviter`] answers on behalf of those.
//!
//! A room invite: the dialler is the guest. A contact invite: the dialler made the direct room and is its host; the one
//! who gave the invite is the guest there and joins by itself.
//!
//! A kill at any moment burns nothing. Every machine returns rows to store *before* the frames that depend on them:
//! the guest's keys before its first knock, a used invite before the answer. The same joiner key gets its earlier
//! answer again. No list of members is shown before admission. Every byte of the other side is hostile: what doesn't
//! decode or comes out of turn closes the link.
//!
//! Absent on purpose: who may be admitted (the room machine decides), key packages and bundles (passed through),
//! dialling, and the clock.

pub mod card;
#[cfg(test)]
mod fixture;
pub mod frame;
pub mod guest;
pub mod host;
pub mod inviter;
mod ledger;
mod parts;
pub mod peek;

use std::fmt;

use crypto::id::RoomId;
use crypto::identity::{Certificate, DeviceKey, SIGNATURE_BYTES};
use crypto::kdf::Label;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use super::Millis;
use crate::link::LinkId;

pub use card::{Card, Founded};
pub use guest::{Guest, GuestEvent, GuestInput, Stage};
pub use host::{Host, HostEvent, HostInput, Issue, Knock};
pub use inviter::{Inviter, InviterEvent, InviterInput};
pub use peek::{Peek, PeekEvent};

/// How long after an invite's expiry an unanswered knock, or a bundle not yet fetched, is still answered.
pub const GRACE_MS: Millis = 7 * 24 * 3_600_000;
/// A link that says more than this before it is done is closed.
const MAX_FRAMES_PER_LINK: u8 = 64;

/// A row of a machine's own state: `None` deletes it. Rows hold keys and names and are sealed at rest like all others.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Unique within the machine.
    pub key: Vec<u8>,
    /// Its newest value.
    pub value: Option<Zeroizing<Vec<u8>>>,
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({} bytes)", self.value.as_ref().map_or(0, |value| value.len()))
    }
}

/// What the caller does, in this order: store durably, send, close once sent, tell.
#[must_use]
#[derive(Debug)]
pub struct Outputs<E> {
    /// One durable batch, before anything else.
    pub persist: Vec<Row>,
    /// Frames, in order for each link.
    pub send: Vec<(LinkId, Vec<u8>)>,
    /// Links to close once their frames are sent.
    pub close: Vec<LinkId>,
    /// What happened, or what the caller must ask the room for.
    pub events: Vec<E>,
}

impl<E> Default for Outputs<E> {
    fn default() -> Self {
        Self { persist: Vec::new(), send: Vec::new(), close: Vec::new(), events: Vec::new() }
    }
}

/// Why somebody was not admitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Refusal {
    /// The invite has admitted all it could.
    #[n(0)]
    InviteUsed,
    /// Its time was over.
    #[n(1)]
    InviteExpired,
    /// Somebody said no, or the room could not.
    #[n(2)]
    NotAdmitted,
    /// The room held as many members as it may; the invite was not used up.
    #[n(3)]
    RoomFull,
    /// Whoever answered is not who made the invite. Found out here, never said by a peer.
    #[n(4)]
    InviteForged,
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InviteUsed => "invite_used",
            Self::InviteExpired => "invite_expired",
            Self::NotAdmitted => "not_admitted",
            Self::RoomFull => "room_full",
            Self::InviteForged => "invite_forged",
        }
    }

    /// As said by a peer, who cannot know what only this side can find out.
    const fn heard(self) -> Self {
        match self {
            Self::InviteForged => Self::NotAdmitted,
            other => other,
        }
    }
}

/// A device's signature that it asks for this, in this room, on this very link.
fn prove(device: &DeviceKey, label: Label, hash: &[u8; 32], room: RoomId) -> [u8; SIGNATURE_BYTES] {
    device.sign(label, &[&hash[..], &room.0].concat())
}

fn proved(by: &Certificate, label: Label, hash: &[u8; 32], room: RoomId, signature: &[u8]) -> bool {
    by.verify_device(label, &[&hash[..], &room.0].concat(), signature).is_ok()
}

#[cfg(test)]
#[path = "journey_tests.rs"]
mod tests;
