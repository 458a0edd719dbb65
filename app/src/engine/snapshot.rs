//! What the faces see: plain immutable data, never a protocol or a store type.
//!
//! The same views answer RPC calls (they serialise to the shapes of DESIGN 5.3) and fill the window's snapshot.
//! Unchanged parts of a new snapshot are the same `Arc`s as before, so that the window compares pointers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crypto::id::{ContactId, DeviceId, EntryId, MemberId, RoomId};
use crypto::secret::Personal;
use serde::Serialize;

pub use super::reach::Reach;
pub use net::room::charter::{Charter, Rank};

pub use super::display::{Contrast, Display, DisplayPatch, Motion, Place, Theme};

use super::command::Role;

/// All that the window draws.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// The person's own profile.
    pub profile: ProfileView,
    /// How the window looks, in every state.
    pub display: Arc<Display>,
    /// Preferences; `None` while locked.
    pub settings: Option<Arc<SettingsView>>,
    /// Rooms, the one with the newest message first; empty while locked or hidden.
    pub rooms: Arc<[RoomView]>,
    /// Contacts by name; empty while locked or hidden.
    pub contacts: Arc<[ContactView]>,
    /// People who knock, in all rooms.
    pub knocks: Arc<[KnockView]>,
    /// The room the window looks at.
    pub open: Option<Arc<OpenRoom>>,
    /// Whether any listener is bound and any peer is linked.
    pub network: NetworkView,
}

/// Where the profile stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProfileState {
    /// There is no profile here.
    #[default]
    None,
    /// Keys are not in memory.
    Locked,
    /// Keys are, and nothing is shown.
    Hidden,
    /// In use.
    Open,
}

/// `profile.get`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ProfileView {
    /// Where the profile stands.
    pub state: ProfileState,
    /// Present while open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Personal>,
    /// Present while open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Personal>,
    /// Present while open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The account's device on this machine; present while open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// Whether there is a recovery sheet; also told while locked, when it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub recovery: bool,
    /// Whether the desktop's keyring holds a key to the vault; also told while locked, when it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub keyring: bool,
    /// Whether this desktop has a keyring; for a window only.
    #[serde(skip)]
    pub keyring_here: bool,
    /// Something the person should know, such as a store that was moved aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// What the person should know about their profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// The store could not be opened; it was moved aside and the newest backup restored.
    StoreRestored,
    /// The store could not be opened; it was moved aside and there was no backup.
    StoreLost,
    /// The clock leapt by more than a day; nothing is erased until confirmed.
    ClockLeapt,
    /// Another process has this profile open.
    InUse,
}

/// `settings.get`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingsView {
    /// Idle time until content is hidden, in milliseconds; 0 is never.
    pub hide_after_ms: u64,
    /// Idle time until the profile locks, in milliseconds; 0 is never.
    pub lock_after_ms: u64,
    /// Interface language, a BCP 47 tag.
    pub language: String,
    /// Light or dark.
    pub theme: Theme,
    /// How strongly things stand out.
    pub contrast: Contrast,
    /// Size of everything, in per cent.
    pub text_percent: u16,
    /// Whether things may move.
    pub motion: Motion,
    /// One thing per screen, larger still.
    pub simple: bool,
    /// Whether notifications are shown.
    pub notifications: bool,
    /// Whether others see when this person writes.
    pub typing: bool,
    /// Whether somebody to talk to is offered after words of despair.
    pub offer_help: bool,
}

/// Where this device stands with a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RoomState {
    /// The inviter has not been reached yet.
    Waiting,
    /// Waiting for a moderator.
    Knocking,
    /// A member.
    Joined,
    /// A member whose new device waits for a peer to let it in.
    Rejoining,
    /// Left by oneself.
    Left,
    /// Removed by a moderator.
    Removed,
    /// Not let in.
    Refused,
}

/// Why a room is in state `refused`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A moderator said no.
    NotAdmitted,
    /// The link has admitted all it could.
    InviteUsed,
    /// The link's time is over.
    InviteExpired,
    /// Whoever answered is not who made the link.
    InviteForged,
}

/// An entry of `room.list`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoomView {
    /// Which room.
    pub room: RoomId,
    /// Empty while waiting. A direct room has the other person's name.
    pub title: Personal,
    /// `null` while waiting.
    pub charter: Option<Charter>,
    /// Messages of others after the read mark.
    pub unread: u64,
    /// Where this device stands with it.
    pub state: RoomState,
    /// With [`RoomState::Refused`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Refusal>,
    /// Whether it is the room of two contacts.
    pub direct: bool,
    /// Whether this person is told of messages there.
    pub notifications: bool,
    /// Members, oneself included.
    pub members: usize,
    /// Members linked just now, oneself included.
    pub online: usize,
    /// The newest message, for the list; `None` where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<LastMessage>,
    /// Whether something was begun there and not sent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// The newest message of a room, for the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastMessage {
    /// Who wrote it.
    pub author_name: Personal,
    /// Its text, cut to 200 characters; empty when retracted.
    pub text: Personal,
    /// Unix milliseconds.
    pub sent_at: u64,
}

/// An entry of `room.members`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberView {
    /// Which member.
    pub member: MemberId,
    /// Their name in this room.
    pub name: Personal,
    /// What they say they are.
    pub role: Role,
    /// What they may do.
    pub rank: Rank,
    /// Unix milliseconds; `None` where it was never kept.
    pub joined_at: Option<u64>,
    /// Whether a link to one of their devices is up.
    pub online: bool,
    /// Whether the safety number was compared.
    pub verified: bool,
    /// Whether a clinic's certificate was shown.
    pub certified: bool,
    /// Whether it is oneself.
    pub me: bool,
}

/// An entry of `contact.list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// Which contact.
    pub contact: ContactId,
    /// Their name; empty while waiting.
    pub name: Personal,
    /// What they say they are.
    pub role: Role,
    /// Whether the safety number was compared.
    pub verified: bool,
    /// Whether a clinic's certificate was shown.
    pub certified: bool,
    /// Whether a link is up.
    pub online: bool,
    /// Whether all exchange is stopped.
    pub blocked: bool,
    /// The direct room.
    pub room: RoomId,
}

/// Someone at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnockView {
    /// Which room.
    pub room: RoomId,
    /// Who they would be there.
    pub member: MemberId,
    /// The name they chose.
    pub name: Personal,
    /// What they say they are.
    pub role: Role,
}

/// How far a message came with one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Kept here until they can be reached.
    Queued,
    /// Written to their authenticated stream, or held by a node.
    Sent,
    /// Decrypted and stored there.
    Delivered,
    /// Seen there.
    Read,
    /// Can never arrive.
    Failed,
}

/// An entry of `message.list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MessageView {
    /// Which message.
    pub message: EntryId,
    /// Who wrote it.
    pub author: MemberId,
    /// Their name in this room.
    pub author_name: Personal,
    /// Harmless text; empty when retracted.
    pub text: Personal,
    /// The author's claim, clamped; Unix milliseconds.
    pub sent_at: u64,
    /// The message it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<EntryId>,
    /// Whether the text was replaced.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub edited: bool,
    /// Whether it was taken back.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub retracted: bool,
    /// Emoji to those who set it.
    pub reactions: BTreeMap<String, Vec<MemberId>>,
    /// Where it stands in the room's order, for a list that knows only a part of it.
    #[serde(skip)]
    pub depth: u64,
    /// On one's own messages: how far it came, by member.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub states: Option<BTreeMap<MemberId, Delivery>>,
}

/// The room the window looks at.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenRoom {
    /// Which room.
    pub room: RoomId,
    /// Its members, by name.
    pub members: Arc<[MemberView]>,
    /// The window into its messages, oldest first.
    pub messages: Arc<[Arc<MessageView>]>,
    /// Whether there are older ones.
    pub older: bool,
    /// Whether there are newer ones; otherwise the window follows what arrives.
    pub newer: bool,
    /// The depths of the room's first and last message, wherever the window is.
    pub depths: (u64, u64),
    /// What messages of the window answer, where it lies outside.
    pub answered: Arc<[Arc<MessageView>]>,
    /// The newest message this person has seen; the unread mark stands after it.
    pub read_up_to: Option<EntryId>,
    /// Who is writing just now.
    pub typing: Arc<[MemberId]>,
    /// What was begun and not sent, as the engine holds it.
    pub draft: Personal,
}

/// `net.status`
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NetworkView {
    /// Bound listeners, over all swarms.
    pub listeners: usize,
    /// Authenticated links.
    pub links: usize,
    /// Those of them that somebody in between passes on, sealed.
    pub relayed: usize,
    /// How people on other networks can reach this device: the worst over all swarms.
    pub reach: Reach,
    /// Listeners that were refused, as the address asked for.
    pub refused: Vec<String>,
}
