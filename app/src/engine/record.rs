//! What the engine itself keeps: the profile, its keys, and preferences, as CBOR maps with integer keys. A field is
//! added under a new number and read with a default; none is ever reused.

use crypto::id::{ContactId, MemberId, RoomId};
use crypto::secret::Personal;
use minicbor::{Decode, Encode};
use net::room::charter::Charter;
use net::wire::Place;
use zeroize::Zeroizing;

use crate::store::{Key, Tree};

use super::command::Role;
use super::fault::Code;

/// Reads a record's bytes.
pub fn read<T: for<'b> Decode<'b, ()>>(value: &[u8]) -> Result<T, Code> {
    minicbor::decode(value).map_err(|_| Code::StoreFailed)
}

/// A record's bytes.
pub fn bytes<T: Encode<()>>(record: &T) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(minicbor::to_vec(record).expect("writing into memory never fails"))
}

/// A person's text inside a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text(pub Personal);

impl<C> Encode<C> for Text {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.str(self.0.expose())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Text {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        Ok(Self(d.str()?.into()))
    }
}

impl From<&Personal> for Text {
    fn from(text: &Personal) -> Self {
        Self(text.clone())
    }
}

/// The person's own profile.
#[derive(Debug, Clone, Encode, Decode)]
#[cbor(map)]
pub struct Me {
    #[n(0)]
    pub name: Text,
    #[n(1)]
    pub about: Option<Text>,
    #[n(2)]
    pub role: u8,
    #[n(3)]
    pub created_ms: u64,
}

impl Me {
    /// Where it lives.
    pub fn key() -> Key {
        Key::new(Tree::Meta, *b"me")
    }

    /// The role, as stored.
    pub const fn role(&self) -> Role {
        role_of(self.role)
    }
}

/// The number under which a role is kept and sent.
pub const fn role_number(role: Role) -> u8 {
    match role {
        Role::Patient => 0,
        Role::Doctor => 1,
        Role::Peer => 2,
    }
}

/// The role of a number; a later Hearth's roles are peers to this one.
pub const fn role_of(number: u8) -> Role {
    match number {
        0 => Role::Patient,
        1 => Role::Doctor,
        _ => Role::Peer,
    }
}

/// The keys of one context: the account's, or a room's persona's.
#[derive(Clone, Encode, Decode)]
#[cbor(map)]
pub struct Keys {
    /// The persona's signing key.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub persona: Vec<u8>,
    /// The device's keys.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub device: Vec<u8>,
    /// The device's certificate, signed by the persona.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub certificate: Vec<u8>,
    /// The transport key's seed.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub transport: Vec<u8>,
    /// Addresses last bound, tried first the next time.
    #[n(4)]
    pub bound: Vec<String>,
}

impl Drop for Keys {
    fn drop(&mut self) {
        use zeroize::Zeroize as _;
        self.persona.zeroize();
        self.device.zeroize();
        self.transport.zeroize();
    }
}

/// Preferences; absent ones were never chosen.
#[derive(Debug, Clone, Default, Encode, Decode)]
#[cbor(map)]
pub struct Settings {
    #[n(0)]
    pub hide_after_ms: Option<u64>,
    #[n(1)]
    pub lock_after_ms: Option<u64>,
    #[n(2)]
    pub language: Option<String>,
    #[n(3)]
    pub notifications: Option<bool>,
    #[n(4)]
    pub typing: Option<bool>,
    #[n(5)]
    pub offer_help: Option<bool>,
}

impl Settings {
    /// Where they live.
    pub fn key() -> Key {
        Key::new(Tree::Settings, *b"settings")
    }
}

/// A room on this device.
#[derive(Clone, Encode, Decode)]
#[cbor(map)]
pub struct Room {
    #[n(0)]
    pub room: RoomId,
    /// Where it stands in the list of rooms; never reused.
    #[n(1)]
    pub number: u64,
    /// The slot that everything of the room is sealed under.
    #[n(2)]
    pub slot: u64,
    #[n(3)]
    pub standing: Standing,
    /// With [`Standing::Refused`].
    #[n(4)]
    pub reason: Option<u8>,
    /// The persona's keys; the account's are used where there are none.
    #[n(5)]
    pub keys: Option<Keys>,
    /// This person's name there.
    #[n(6)]
    pub name: Text,
    /// Whether it is the room of two contacts.
    #[n(7)]
    pub direct: bool,
    /// The newest entry that this person has seen.
    #[n(8)]
    pub mark: Option<Place>,
    /// Messages of others after it.
    #[n(9)]
    pub unread: u64,
    /// When something last happened, for the list's order.
    #[n(10)]
    pub active_ms: u64,
    /// The invite that led here, until it has.
    #[n(11)]
    pub invite: Option<Text>,
    /// Slots of periods: when each begins, and which it is.
    #[n(12)]
    pub periods: Vec<Period>,
    /// Members whose safety number was compared.
    #[n(13)]
    pub verified: Vec<MemberId>,
    /// Title and charter as last known, for rooms that are no longer held.
    #[n(14)]
    pub title: Text,
    #[n(15)]
    pub charter: Option<Charter>,
    /// Whether this person is not to be told of messages there.
    #[n(16)]
    pub quiet: Option<bool>,
}

/// One retention period of a room.
#[derive(Debug, Clone, Copy, Encode, Decode)]
#[cbor(map)]
pub struct Period {
    #[n(0)]
    pub begins_ms: u64,
    #[n(1)]
    pub slot: u64,
}

/// Where this device stands with a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    #[n(0)]
    Waiting,
    #[n(1)]
    Knocking,
    #[n(2)]
    Joined,
    #[n(3)]
    Rejoining,
    #[n(4)]
    Left,
    #[n(5)]
    Removed,
    #[n(6)]
    Refused,
}

impl Room {
    /// The sequence that all rooms are in.
    pub const SEQUENCE: [u8; 4] = *b"room";

    /// Where it lives.
    pub fn key(number: u64) -> Key {
        Key::ordered(Tree::Room, Self::SEQUENCE, number.to_be_bytes())
    }
}

/// Someone known by their account key.
#[derive(Debug, Clone, Encode, Decode)]
#[cbor(map)]
pub struct Contact {
    #[n(0)]
    pub contact: ContactId,
    /// The account's public key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub persona: [u8; 32],
    /// As they call themselves in the direct room.
    #[n(2)]
    pub name: Text,
    #[n(3)]
    pub role: u8,
    #[n(4)]
    pub verified: bool,
    #[n(5)]
    pub blocked: bool,
    /// The direct room.
    #[n(6)]
    pub room: RoomId,
}

impl Contact {
    /// The sequence of all contacts is kept in one record: there are tens of them, not thousands.
    pub fn key() -> Key {
        Key::new(Tree::Contact, *b"contacts")
    }
}

/// What numbers and names were used, so that none is used again.
#[derive(Debug, Clone, Default, Encode, Decode)]
#[cbor(map)]
pub struct Used {
    #[n(0)]
    pub rooms: u64,
    #[n(1)]
    pub pseudonyms: Vec<Text>,
    #[n(2)]
    pub invites: u64,
}

impl Used {
    /// Where it lives.
    pub fn key() -> Key {
        Key::new(Tree::Meta, *b"used")
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
