//! What goes into a room machine and what comes out of it.
//!
//! Output order is law: the caller stores `persist` as one batch, durably, then sends, then tells. Everything here is
//! plain data; nothing is done by constructing it.

use std::collections::BTreeMap;

use crypto::group::keys::KeyRow;
use crypto::id::{DeviceId, EntryId, MemberId};
use crypto::identity::{Certificate, DeviceKey, PersonaPublic};
use crypto::secret::Personal;
use zeroize::Zeroizing;

use super::charter::{Charter, Rank};
use crate::link::LinkId;
use crate::wire::order::{Purpose, Role};
use crate::wire::{Body, Kind, Place};

/// Unix milliseconds, as passed in.
pub type Millis = u64;

/// A pure view of what earlier [`Write`]s stored, this call's own excluded. Entries whose body was erased are in it.
pub trait History {
    /// Which entry stands at a place in a device's log.
    fn locate(&self, device: DeviceId, seq: u64) -> Option<Located>;
    /// Entries of a device in sequence from `from_seq` on, without gaps: at most `max_count`, and together at most
    /// `max_bytes` (one at least, whatever its size).
    fn entries(&self, device: DeviceId, from_seq: u64, max_count: usize, max_bytes: usize) -> Vec<Stored>;
    /// Where an entry stands.
    fn by_id(&self, id: EntryId) -> Option<Place>;
}

/// What [`History::locate`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located {
    /// Which entry.
    pub id: EntryId,
    /// Its depth.
    pub depth: u64,
}

/// A stored entry, as [`crate::wire::SignedEntry`] bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// From 1.
    pub seq: u64,
    /// The whole signed entry, or what its erasure left.
    pub bytes: Vec<u8>,
}

/// Who this device is in the room.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The persona (in record rooms the account).
    pub persona: PersonaPublic,
    /// The persona's word for the device.
    pub certificate: Certificate,
    /// The device's keys.
    pub device: DeviceKey,
}

/// A row of [`Write::State`] as it comes back from the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRow {
    /// Unique within the room.
    pub key: Vec<u8>,
    /// Its newest value.
    pub value: Vec<u8>,
}

/// What makes a room.
#[derive(Debug, Clone)]
pub struct Founding {
    /// What it is called.
    pub title: Personal,
    /// What holds.
    pub charter: Charter,
    /// The founder's name here.
    pub name: Personal,
    /// Who the founder says they are.
    pub role: Role,
    /// Open, or between two contacts.
    pub purpose: Purpose,
}

/// A person at the door, checked by `admission`: the certificate is proved over the handshake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinRequest {
    /// The joiner's device.
    pub certificate: Certificate,
    /// The way to add it to the group.
    pub key_package: Vec<u8>,
    /// The name they chose.
    pub name: Personal,
    /// Who they say they are.
    pub role: Role,
}

/// What an owner or member may order; the machine checks rank and charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrderRequest {
    /// Go. An owner hands the room on first.
    Leave,
    /// Send somebody away.
    Remove(MemberId),
    /// Hand the room on.
    Transfer(MemberId),
    /// Give a rank.
    Rank(MemberId, Rank),
    /// Replace charter and title.
    Charter(Charter, Personal),
    /// Take another name here.
    Name(Personal),
}

/// Everything that can happen to a room.
#[derive(Debug, Clone)]
pub enum Input {
    /// A link of this room's door was authenticated.
    LinkUp {
        /// Which link.
        link: LinkId,
        /// Who answered or dialled.
        certificate: Certificate,
    },
    /// A link went down.
    LinkDown {
        /// Which link.
        link: LinkId,
    },
    /// A frame arrived.
    Frame {
        /// On which link.
        link: LinkId,
        /// As received.
        bytes: Vec<u8>,
    },
    /// This person writes.
    Author(Body),
    /// This person orders.
    Order(OrderRequest),
    /// Admit somebody.
    Admit {
        /// Whom.
        join: Box<JoinRequest>,
        /// The invite's name in the ledger.
        ticket: Option<[u8; 16]>,
    },
    /// This person has read up to here.
    MarkRead {
        /// The newest entry seen.
        up_to: Place,
    },
    /// This person began or ceased to write.
    Typing {
        /// Which.
        on: bool,
    },
    /// Where this device can be reached now.
    Addresses(Vec<String>),
    /// Stop or resume all exchange with a member.
    Block {
        /// Whom.
        member: MemberId,
        /// Which.
        on: bool,
    },
    /// The time asked for by `next_timeout` came.
    Tick,
}

/// What the caller does, in this order.
#[must_use]
#[derive(Debug, Default)]
pub struct Outputs {
    /// One durable batch, before anything else.
    pub persist: Vec<Write>,
    /// Frames, in order for each link.
    pub send: Vec<(LinkId, Vec<u8>)>,
    /// What to tell.
    pub events: Vec<Event>,
    /// Links to close once their frames are sent.
    pub close: Vec<LinkId>,
    /// Why an [`Input::Author`], [`Input::Order`] or [`Input::Admit`] was refused; then nothing else is there.
    pub refused: Option<Refused>,
    /// The entry that an [`Input::Author`] made.
    pub authored: Option<(EntryId, Place)>,
}

/// Something to store.
#[derive(Clone, PartialEq, Eq)]
pub enum Write {
    /// An entry. In ephemeral rooms the caller keeps those that are no orders in memory only.
    Entry {
        /// The room's order, and the store's.
        place: Place,
        /// Which entry.
        id: EntryId,
        /// What it holds.
        kind: Kind,
        /// [`crate::wire::SignedEntry`] bytes.
        bytes: Vec<u8>,
        /// When it came here; retention counts from it.
        received_at: Millis,
    },
    /// A row of the machine's own state; `None` deletes it.
    State {
        /// Unique within the room.
        key: Vec<u8>,
        /// Holds link secrets and names: sealed at rest like everything.
        value: Option<Zeroizing<Vec<u8>>>,
    },
    /// A row of the group keys.
    Key(KeyRow),
}

impl std::fmt::Debug for Write {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Entry { place, id, kind, .. } => write!(f, "Entry({id}, {place:?}, {kind:?})"),
            Self::State { key, value } => write!(f, "State({key:?}, {:?})", value.as_ref().map(|value| value.len())),
            Self::Key(row) => row.fmt(f),
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An entry took its place. Entries arrive after those they depend on, not in the total order.
    Applied(Box<Applied>),
    /// A person was admitted: hand them this bundle.
    Admission {
        /// Who.
        to: MemberId,
        /// [`crate::wire::bundle::Bundle`] bytes.
        bundle: Vec<u8>,
    },
    /// Somebody became a member.
    MemberJoined(MemberId),
    /// Somebody left or was removed.
    MemberLeft(MemberId),
    /// Name, rank or devices of a member changed.
    MemberChanged(MemberId),
    /// Charter or title changed.
    CharterChanged,
    /// A member came or went.
    Presence {
        /// Who.
        member: MemberId,
        /// Whether any of their devices is linked.
        online: bool,
    },
    /// A member began or ceased to write.
    Typing {
        /// Who.
        member: MemberId,
        /// Which.
        on: bool,
    },
    /// Own messages came further with a member.
    Delivery {
        /// With whom.
        member: MemberId,
        /// This device's entries up to this one.
        up_to_seq: u64,
        /// How far, at least.
        state: Delivery,
    },
    /// There is a new link secret: replace the doors.
    LinkSecretChanged,
    /// A device can be reached at these addresses.
    Addresses {
        /// Whose.
        device: DeviceId,
        /// Multiaddrs.
        addresses: Vec<String>,
    },
    /// Group keys are lost or behind; a peer is being asked for new ones.
    KeysLost,
    /// Group keys are in order again.
    Rejoined,
    /// This person was removed, or left from another device.
    RemovedMyself,
    /// A device signed two entries of one number; it is frozen.
    Equivocation {
        /// Which device.
        device: DeviceId,
    },
    /// Entries of a device above `seq` no longer count (or count again, where `seq` is `None`): they were written
    /// after its owner was removed.
    Void {
        /// Whose log.
        device: DeviceId,
        /// The last that counts.
        seq: Option<u64>,
    },
}

/// An entry that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Which entry.
    pub id: EntryId,
    /// Where it stands.
    pub place: Place,
    /// Its author.
    pub member: MemberId,
    /// What it holds.
    pub kind: Kind,
    /// What people wrote; `None` for orders, kinds of later versions, and what was erased before it came here.
    pub body: Option<Body>,
    /// The author's claim, clamped between what it answers and receipt plus two minutes.
    pub sent_at: Millis,
    /// Whether this device wrote it.
    pub mine: bool,
    /// Whether it was written after its author was removed, and so is not to be shown.
    pub void: bool,
}

/// How far own messages came with a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// Kept here until they can be reached.
    Queued,
    /// Written to their authenticated stream.
    Sent,
    /// Decrypted and stored there.
    Delivered,
    /// Seen there.
    Read,
    /// Can never arrive: they are a member no longer.
    Failed,
}

/// How far a message came, by member.
pub type Deliveries = BTreeMap<MemberId, Delivery>;

/// Why something was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Text above 16 KiB, or an emoji, name or title above its cap.
    #[error("Cannot accept text over its cap")]
    TooLong,
    /// This person is not, or no longer, a member.
    #[error("Cannot act in a room that one is not a member of")]
    NotAMember,
    /// No such member.
    #[error("Cannot act on somebody who is not a member")]
    UnknownMember,
    /// Rank, role or charter forbids it.
    #[error("Cannot do what rank or charter forbid")]
    NotAllowed,
    /// The room holds as many members as it may.
    #[error("Cannot admit more members than the charter allows")]
    Full,
    /// The joiner's keys are damaged or of another device.
    #[error("Cannot admit with these keys")]
    BadKeys,
    /// The group keys failed.
    #[error("Cannot use the group keys")]
    Keys,
}

/// A member as the orders have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub member: MemberId,
    /// Their persona.
    pub persona: PersonaPublic,
    /// Their name here.
    pub name: Personal,
    /// Who they say they are.
    pub role: Role,
    /// What they may do.
    pub rank: Rank,
    /// When the order that admitted them was made; `None` where it is not kept.
    pub joined_at: Option<Millis>,
    /// Whether they are one now.
    pub standing: Standing,
    /// Where the order stands that ended it: what was written after was never meant for them.
    pub ended: Option<Place>,
    /// Their devices that count, oldest first.
    pub devices: Vec<DeviceId>,
}

/// Whether somebody is a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Now.
    Present,
    /// Went.
    Left,
    /// Was sent away.
    Removed,
}
