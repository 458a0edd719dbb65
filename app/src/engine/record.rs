//! What the engine itself keeps: the profile, its keys, and preferences, as CBOR maps with integer keys. A field is
//! added under a new number and read with a default; none is ever reused.

use crypto::secret::Personal;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::store::{Batch, Key, SlotId, Store, Tree};

use super::command::Role;
use super::fault::Code;

/// Reads a record; what cannot be read is a damaged store, not an absent record.
pub fn load<T: for<'b> Decode<'b, ()>>(store: &dyn Store, key: &Key) -> Result<Option<T>, Code> {
    let Some(value) = store.get(key).map_err(|_| Code::StoreFailed)? else { return Ok(None) };
    read(&value).map(Some)
}

/// Reads a record's bytes.
pub fn read<T: for<'b> Decode<'b, ()>>(value: &[u8]) -> Result<T, Code> {
    minicbor::decode(value).map_err(|_| Code::StoreFailed)
}

/// Writes a record with the turn.
pub fn save<T: Encode<()>>(batch: &mut Batch, key: Key, slot: SlotId, record: &T) {
    batch.put(key, slot, bytes(record));
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
}

impl Settings {
    /// Where they live.
    pub fn key() -> Key {
        Key::new(Tree::Settings, *b"settings")
    }
}
