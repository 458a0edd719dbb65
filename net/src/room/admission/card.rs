//! What a guest sees before joining, and the proof that it is this room's.

use crypto::id::RoomId;
use crypto::identity::Certificate;
use crypto::secret::Personal;
use minicbor::{Decode, Encode};

use crate::room::charter::Charter;
use crate::wire::order::{MAX_NAME_BYTES, Purpose, Role};
use crate::wire::{Kind, Order, SignedEntry, WireError, codec};

/// A room as shown at its door. The create order proves which room it is; title and charter as they are now, and the
/// inviter's name, are the word of the inviter, who has proved the invite's key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Card {
    /// The signed create order, with its body.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub create: Vec<u8>,
    /// What the room is called now.
    #[cbor(n(1), with = "codec::personal")]
    pub title: Personal,
    /// What holds now.
    #[n(2)]
    pub charter: Charter,
    /// Who invites, by their name in the room.
    #[cbor(n(3), with = "codec::personal")]
    pub inviter_name: Personal,
}

impl Card {
    /// What the create order says, where the card is `room`'s and every field lies in its range.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn check(&self, room: RoomId) -> Result<Founded, WireError> {
        if [&self.title, &self.inviter_name].iter().any(|text| text.expose().len() > MAX_NAME_BYTES) {
            return Err(WireError::OutOfRange("name"));
        }
        self.charter.check().map_err(|_| WireError::OutOfRange("charter"))?;
        let founded = Founded::read(&self.create)?;
        if founded.room == room { Ok(founded) } else { Err(WireError::OutOfRange("room")) }
    }
}

/// What a create order says, its signature checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founded {
    /// The hash of the order's header.
    pub room: RoomId,
    /// The founder's device.
    pub certificate: Certificate,
    /// The founder's name when the room was made.
    pub name: Personal,
    /// Who the founder says they are.
    pub role: Role,
    /// The title when the room was made.
    pub title: Personal,
    /// The charter when the room was made.
    pub charter: Charter,
    /// Between two contacts, or open.
    pub purpose: Purpose,
}

impl Founded {
    /// Reads and verifies a create order.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn read(create: &[u8]) -> Result<Self, WireError> {
        let entry = SignedEntry::decode(create)?;
        let header = entry.header();
        if header.kind != Kind::ORDER || header.room != RoomId::default() || header.seq != 1 || header.depth != 1 {
            return Err(WireError::OutOfRange("create order"));
        }
        let body = entry.body().ok_or(WireError::Body)?;
        let Some(Order::Create { title, charter, certificate, name, role, purpose, .. }) = Order::decode(body)? else {
            return Err(WireError::OutOfRange("create order"));
        };
        let certificate = Certificate::decode(&certificate).map_err(|_| WireError::OutOfRange("certificate"))?;
        if !entry.verify(&certificate) {
            return Err(WireError::OutOfRange("signature"));
        }
        Ok(Self { room: RoomId(entry.id().0), certificate, name, role, title, charter, purpose })
    }
}

#[cfg(test)]
#[path = "card_tests.rs"]
mod tests;
