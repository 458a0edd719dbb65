//! What the engine says: answers to commands, and one-off events that no snapshot holds.
//!
//! Both serialise to the shapes of DESIGN 5.3; `rpc` adds only the JSON-RPC envelope.

use crypto::id::{ContactId, EntryId, MemberId, RoomId};
use crypto::secret::Personal;
use serde::Serialize;

use super::snapshot::{
    Charter, ContactView, Delivery, MemberView, MessageView, NetworkView, ProfileState, ProfileView, RoomState,
    RoomView, SettingsView,
};

/// The answer to a command.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub enum Reply {
    /// Nothing to say but that it is done: `{}`.
    Done {},
    /// `profile.get`, `create`, `unlock`, `import`, `set`.
    Profile(ProfileView),
    /// `settings.get`, `settings.set`.
    Settings(SettingsView),
    /// `net.addresses`
    Addresses {
        /// Multiaddrs.
        addresses: Vec<String>,
    },
    /// `net.status`
    Network(NetworkView),
    /// `contact.invite`, `room.invite`, `invite.read`
    Link {
        /// What to pass on.
        link: Personal,
        /// The same to be read out, line by line; empty where the link was found, not made.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        words: Vec<Personal>,
    },
    /// `contact.accept`
    Accepted {
        /// The other person.
        contact: ContactId,
        /// The direct room.
        room: RoomId,
        /// `joined` or `waiting`.
        state: RoomState,
    },
    /// `contact.list`
    Contacts {
        /// By name.
        contacts: Vec<ContactView>,
    },
    /// `contact.safety_number`, `room.safety_number`
    SafetyNumber {
        /// Sixty digits in groups of five.
        digits: String,
        /// What the QR code holds, base64.
        qr: String,
    },
    /// `room.create`
    Created {
        /// Which room.
        room: RoomId,
        /// With every field filled in.
        charter: Charter,
    },
    /// `room.preview`
    Preview {
        /// Which room.
        room: RoomId,
        /// Its title.
        title: Personal,
        /// What one agrees to by joining.
        charter: Charter,
        /// Who made the link.
        inviter_name: Personal,
        /// Whether members see one's network address.
        direct: bool,
    },
    /// `room.join`
    Joined {
        /// Which room.
        room: RoomId,
        /// `joined`, `knocking` or `waiting`.
        state: RoomState,
    },
    /// `room.list`
    Rooms {
        /// The one with the newest message first.
        rooms: Vec<RoomView>,
    },
    /// `room.members`
    Members {
        /// By name.
        members: Vec<MemberView>,
    },
    /// `message.send`
    Sent {
        /// The new message.
        message: EntryId,
    },
    /// `message.search`
    Found {
        /// Oldest first.
        messages: Vec<Found>,
    },
    /// `message.list`
    Messages {
        /// Oldest first.
        messages: Vec<MessageView>,
        /// The `before` of the page before it; absent at the beginning.
        #[serde(skip_serializing_if = "Option::is_none")]
        next: Option<String>,
    },
    /// `scan.inspect`
    Scan(Box<ml::scan::report::Report>),
    /// `profile.recovery_make`
    Recovery {
        /// 48 digits in groups of six; told this once.
        code: Personal,
    },
    /// `message.draft`
    Draft {
        /// Empty where there is none.
        text: Personal,
    },
    /// `health.get`
    Health(Box<super::health::HealthView>),
}

/// A message that was looked for, and the room it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Which room.
    pub room: RoomId,
    /// The message.
    #[serde(flatten)]
    pub message: MessageView,
}

/// A one-off event, sent to every face.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The profile was opened, hidden, locked or erased.
    #[serde(rename = "profile.state")]
    ProfileState {
        /// Where it stands now.
        state: ProfileState,
    },
    /// Someone became a contact.
    #[serde(rename = "contact.added")]
    ContactAdded {
        /// Who.
        contact: ContactId,
        /// Their name.
        name: Personal,
        /// The direct room.
        room: RoomId,
    },
    /// Someone is at the door.
    #[serde(rename = "room.knock")]
    RoomKnock {
        /// Which room.
        room: RoomId,
        /// Who.
        member: MemberId,
        /// The name they chose.
        name: Personal,
    },
    /// This device became a member.
    #[serde(rename = "room.joined")]
    RoomJoined {
        /// Which room.
        room: RoomId,
    },
    /// State, charter, title or ownership changed.
    #[serde(rename = "room.changed")]
    RoomChanged {
        /// Which room.
        room: RoomId,
    },
    /// Somebody became a member.
    #[serde(rename = "member.joined")]
    MemberJoined {
        /// Which room.
        room: RoomId,
        /// Who.
        member: MemberId,
        /// Their name there.
        name: Personal,
    },
    /// Somebody left or was removed.
    #[serde(rename = "member.left")]
    MemberLeft {
        /// Which room.
        room: RoomId,
        /// Who.
        member: MemberId,
    },
    /// A member's link came up or went down.
    #[serde(rename = "presence.changed")]
    PresenceChanged {
        /// Which room.
        room: RoomId,
        /// Who.
        member: MemberId,
        /// Whether a link is up.
        online: bool,
    },
    /// A member began or ceased to write.
    #[serde(rename = "typing.changed")]
    TypingChanged {
        /// Which room.
        room: RoomId,
        /// Who.
        member: MemberId,
        /// Whether they are writing.
        on: bool,
    },
    /// A message of another member arrived and is stored.
    #[serde(rename = "message.received")]
    MessageReceived {
        /// Which room.
        room: RoomId,
        /// Which message.
        message: EntryId,
        /// Who wrote it.
        author: MemberId,
        /// Their name there.
        author_name: Personal,
        /// Harmless text.
        text: Personal,
        /// The author's claim, clamped; Unix milliseconds.
        sent_at: u64,
    },
    /// A message came that the person wants to be told of, without its content.
    #[serde(rename = "notice.message")]
    NoticeMessage {
        /// Which room.
        room: RoomId,
    },
    /// A message was edited, retracted or reacted to.
    #[serde(rename = "message.changed")]
    MessageChanged {
        /// Which room.
        room: RoomId,
        /// Which message.
        message: EntryId,
    },
    /// One's own message came further with a member.
    #[serde(rename = "message.state")]
    MessageState {
        /// Which room.
        room: RoomId,
        /// Which message.
        message: EntryId,
        /// With whom.
        member: MemberId,
        /// How far.
        state: Delivery,
    },
}
