//! Everything that can be asked of the engine: one enum, a variant per noun, a variant of that per verb.
//!
//! The window, the RPC, the command line and the tests all speak through these types, so nothing can be done in one
//! face that another cannot do. They are plain data; what each verb does lives in `engine/<noun>`.

use std::path::PathBuf;

use crypto::id::{ContactId, EntryId, MemberId, RoomId};
use crypto::secret::{Passphrase, Personal};
/// The longest text of a message, in bytes of UTF-8.
pub use net::wire::body::MAX_TEXT_BYTES;
use serde::Serialize;

use super::display::DisplayPatch;
use super::event::Reply;
use super::fault::Fault;

/// A request to the engine.
#[derive(Debug)]
pub enum Command {
    /// The person's own profile and its vault.
    Profile(Profile),
    /// Preferences kept in the profile.
    Settings(Settings),
    /// Addresses and dialling.
    Net(Net),
    /// People known by their account key.
    Contact(Contact),
    /// Rooms, their members and their charter.
    Room(Room),
    /// What people write.
    Message(Message),
    /// Reads the link from a picture of an invite's QR code.
    Invite {
        /// The picture.
        path: PathBuf,
    },
    /// Who is writing just now.
    Typing {
        /// The room that is written in.
        room: RoomId,
        /// Whether this person is writing.
        on: bool,
    },
    /// Scans and what a model says of them; for doctors.
    Scan(Scan),
    /// How the engine fares.
    Health,
    /// How the window looks, whether or not anything is unlocked.
    Display(DisplayPatch),
    /// Sets what the window's snapshot shows beside the lists.
    View(View),
}

/// What the answer to a command looks like.
pub type Outcome = Result<Reply, Fault>;

/// `profile.*`
#[derive(Debug)]
pub enum Profile {
    /// Makes the profile; answers when every listener is bound or refused.
    Create {
        /// The name shown to contacts and in record rooms.
        name: Personal,
        /// Patient, doctor or peer.
        role: Role,
        /// Opens the vault from now on.
        passphrase: Passphrase,
    },
    /// Opens a locked profile, or returns from hidden.
    Unlock {
        /// The vault's passphrase.
        passphrase: Passphrase,
    },
    /// The same with the key that the desktop's keyring holds.
    UnlockByKeyring,
    /// Has the desktop's keyring hold a key to the vault, or no longer.
    SetKeyring {
        /// Whether it is to hold one.
        on: bool,
        /// The vault's passphrase, needed to turn it on.
        passphrase: Option<Passphrase>,
    },
    /// Forgets keys and content; rooms go offline.
    Lock,
    /// Hides content behind the passphrase; the engine goes on.
    Hide,
    /// State, name, role, device.
    Get,
    /// Changes name or the line about oneself.
    Set {
        /// New name.
        name: Option<Personal>,
        /// New line about oneself; empty removes it.
        about: Option<Personal>,
    },
    /// Re-wraps the master key.
    SetPassphrase {
        /// The passphrase in force.
        old: Passphrase,
        /// The one to take its place.
        new: Passphrase,
    },
    /// Writes one encrypted file.
    Export {
        /// Where to; never overwritten half-way.
        path: PathBuf,
        /// Opens the file, not the profile.
        passphrase: Passphrase,
    },
    /// Brings a profile back from an export; only where there is none.
    Import {
        /// The exported file.
        path: PathBuf,
        /// The export's passphrase.
        passphrase: Passphrase,
    },
    /// Makes a recovery sheet; an earlier one opens nothing from then on.
    RecoveryMake {
        /// The vault's passphrase.
        passphrase: Passphrase,
    },
    /// Writes a sheet to a file that only its owner may read.
    RecoverySave {
        /// Where to; never overwritten half-way.
        path: PathBuf,
        /// The sheet as it is to be read.
        sheet: Personal,
    },
    /// Opens a locked or hidden profile by its recovery sheet, and gives it a new passphrase.
    Recover {
        /// The sheet's code.
        code: Passphrase,
        /// Opens the vault from now on.
        new_passphrase: Passphrase,
    },
    /// Says that the clock is right after it leapt; what is due is erased again.
    ConfirmClock,
    /// Destroys the profile and leaves nothing.
    Erase {
        /// The vault's passphrase.
        passphrase: Passphrase,
    },
}

/// Who the person says they are; a doctor without a certificate is shown as unverified everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A person living with cancer.
    Patient,
    /// A clinician.
    Doctor,
    /// A fellow: family, volunteer, group member.
    Peer,
}

/// `settings.*`
#[derive(Debug)]
pub enum Settings {
    /// All settings.
    Get,
    /// Replaces the given fields.
    Set(SettingsPatch),
}

/// Fields of `settings.set`; absent ones stay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettingsPatch {
    /// Idle time until content is hidden, in milliseconds; 0 is never.
    pub hide_after_ms: Option<u64>,
    /// Idle time until the profile locks, in milliseconds; 0 is never.
    pub lock_after_ms: Option<u64>,
    /// Whether notifications are shown.
    pub notifications: Option<bool>,
    /// Whether others see when this person writes.
    pub typing: Option<bool>,
    /// Whether somebody to talk to is offered after words of despair.
    pub offer_help: Option<bool>,
    /// How the window looks.
    pub display: DisplayPatch,
}

/// `net.*`
#[derive(Debug)]
pub enum Net {
    /// Addresses this machine listens on.
    Addresses,
    /// Dials an address once.
    Dial {
        /// A multiaddr.
        address: String,
    },
    /// Listeners and links.
    Status,
}

/// `contact.*`
#[derive(Debug)]
pub enum Contact {
    /// Makes a link for one new contact.
    Invite {
        /// Lifetime in seconds; a week by default.
        expires_in_s: Option<u64>,
    },
    /// Accepts a contact link and opens the direct room.
    Accept {
        /// A contact link.
        link: String,
    },
    /// All contacts.
    List,
    /// Sixty digits to compare.
    SafetyNumber {
        /// Whom to compare with.
        contact: ContactId,
    },
    /// Marks the safety number as compared.
    Verify {
        /// Whose number was compared.
        contact: ContactId,
    },
    /// Stops all exchange with a contact.
    Block {
        /// Whom.
        contact: ContactId,
    },
    /// Takes a block back.
    Unblock {
        /// Whom.
        contact: ContactId,
    },
}

/// `room.*`
#[derive(Debug)]
pub enum Room {
    /// Founds a room.
    Create {
        /// Shown to members and in previews.
        title: Personal,
        /// What was asked; the engine fills in the defaults.
        charter: CharterRequest,
        /// The founder's name in it; DESIGN 5.3 gives the default.
        name: Option<Personal>,
    },
    /// Makes an invite link.
    Invite {
        /// Which room.
        room: RoomId,
        /// How many people it admits; 1 by default.
        uses: Option<u32>,
        /// Lifetime in seconds; a week by default.
        expires_in_s: Option<u64>,
    },
    /// Shows what an invite leads to; consumes nothing.
    Preview {
        /// A room link.
        link: String,
    },
    /// Joins, knocks or waits.
    Join {
        /// A room link.
        link: String,
        /// The name to use there.
        name: Option<Personal>,
    },
    /// Lets a knocking person in.
    Admit {
        /// Which room.
        room: RoomId,
        /// Who knocked.
        member: MemberId,
    },
    /// Turns a knocking person away.
    Refuse {
        /// Which room.
        room: RoomId,
        /// Who knocked.
        member: MemberId,
    },
    /// All rooms.
    List,
    /// A room's members.
    Members {
        /// Which room.
        room: RoomId,
    },
    /// Sixty digits to compare with a co-member.
    SafetyNumber {
        /// Which room.
        room: RoomId,
        /// With whom.
        member: MemberId,
    },
    /// Marks the safety number with a co-member as compared.
    Verify {
        /// Which room.
        room: RoomId,
        /// Whose number was compared.
        member: MemberId,
    },
    /// Leaves; the room stays listed as left.
    Leave {
        /// Which room.
        room: RoomId,
    },
    /// Hands the ownership on.
    Transfer {
        /// Which room.
        room: RoomId,
        /// The new owner.
        member: MemberId,
    },
    /// Removes a member.
    Remove {
        /// Which room.
        room: RoomId,
        /// Whom.
        member: MemberId,
    },
    /// Changes a member's rank.
    SetRank {
        /// Which room.
        room: RoomId,
        /// Whose.
        member: MemberId,
        /// The new rank.
        rank: Rank,
    },
    /// Replaces the charter's open fields.
    SetCharter {
        /// Which room.
        room: RoomId,
        /// What was asked.
        charter: CharterRequest,
    },
    /// Whether this person is told of messages there.
    SetNotifications {
        /// Which room.
        room: RoomId,
        /// Told or not.
        on: bool,
    },
    /// Destroys everything kept of a room on this machine.
    Erase {
        /// Which room.
        room: RoomId,
    },
}

pub use net::room::charter::{CharterRequest, Rank};

/// `message.*`
#[derive(Debug)]
pub enum Message {
    /// Sends a text; answers at once.
    Send {
        /// Where to.
        room: RoomId,
        /// At most 16 KiB of UTF-8.
        text: Personal,
        /// The message it answers.
        reply_to: Option<EntryId>,
    },
    /// A page, oldest first.
    List {
        /// Which room.
        room: RoomId,
        /// Where the page ends, exclusive; the newest page without it.
        before: Option<String>,
        /// At most 200; 50 by default.
        limit: Option<usize>,
    },
    /// Replaces one's own text.
    Edit {
        /// Which room.
        room: RoomId,
        /// One's own message.
        message: EntryId,
        /// The new text.
        text: Personal,
    },
    /// Takes one's own message back.
    Retract {
        /// Which room.
        room: RoomId,
        /// One's own message.
        message: EntryId,
    },
    /// Sets or clears a reaction.
    React {
        /// Which room.
        room: RoomId,
        /// Any message.
        message: EntryId,
        /// One emoji.
        emoji: String,
        /// Set or clear.
        on: bool,
    },
    /// Marks all up to and with this message as read.
    MarkRead {
        /// Which room.
        room: RoomId,
        /// The last one seen.
        message: EntryId,
    },
    /// What was begun and not sent.
    Draft {
        /// Which room.
        room: RoomId,
    },
    /// Keeps what was begun and not sent; empty removes it.
    SetDraft {
        /// Which room.
        room: RoomId,
        /// At most 16 KiB of UTF-8.
        text: Personal,
    },
    /// Finds messages by their words.
    Search {
        /// Words, any order.
        query: Personal,
        /// Only in this room.
        room: Option<RoomId>,
    },
}

/// `scan.*`
#[derive(Debug)]
pub enum Scan {
    /// Asks the lung model about a file, for research.
    Inspect {
        /// A JPEG, PNG or DICOM file.
        path: PathBuf,
        /// Whether it shows one spot in its middle instead of a whole slice.
        patch: bool,
    },
}

/// What the window looks at; no effect on anything but the snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum View {
    /// Opens a room: its newest page enters the snapshot.
    Open(Option<RoomId>),
    /// Moves the open room's window by a page towards the beginning.
    Older,
    /// Moves it by a page towards the end.
    Newer,
    /// Moves it to the end, where it follows what arrives.
    Newest,
    /// Moves it to both sides of a message.
    Around(EntryId),
    /// Moves it to both sides of a depth, wherever that is in the history.
    Depth(u64),
    /// Any sign of the person being there; restarts the idle clock.
    Active,
    /// Whether the window has the keyboard: what is read there is not notified.
    Focus(bool),
    /// The person asks once more for a profile that another program had open.
    Claim,
    /// A page that offers the desktop's keyring came before the person's eyes: one may have come, or gone, meanwhile.
    Keyring,
}
