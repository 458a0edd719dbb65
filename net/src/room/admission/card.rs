//! What a guest sees before joining, and what an accepted contact invite is answered with.

use crypto::id::RoomId;
use crypto::identity::Certificate;
use crypto::secret::Personal;
use minicbor::{Decode, Encode};

use crate::room::charter::Charter;
use crate::wire::order::{MAX_NAME_BYTES, Purpose, Role};
use crate::wire::{Kind, Order, SignedEntry, WireError, codec};

/// A room as shown at its door. The create order's header proves which room it is; its body, which would name the
/// founder, is left out. Title, charter and the inviter's name are the word of the inviter, who has proved the invite's
/// key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Card {
    /// The signed create order; at the door without its body.
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
    /// The card as strangers see it: nobody is named but the inviter.
    #[must_use]
    pub fn at_the_door(&self) -> Self {
        let create = SignedEntry::decode(&self.create).map(|entry| entry.erased().into_bytes()).unwrap_or_default();
        Self { create, ..self.clone() }
    }

    /// Whether the card is `room`'s and every field lies in its range.
    ///
    /// # Errors
    /// Any [`WireError`].
    pub fn check(&self, room: RoomId) -> Result<(), WireError> {
        if [&self.title, &self.inviter_name].iter().any(|text| text.expose().len() > MAX_NAME_BYTES) {
            return Err(WireError::OutOfRange("name"));
        }
        self.charter.check().map_err(|_| WireError::OutOfRange("charter"))?;
        if create_order(&self.create)?.id().0 == room.0 { Ok(()) } else { Err(WireError::OutOfRange("room")) }
    }
}

fn create_order(bytes: &[u8]) -> Result<SignedEntry, WireError> {
    let entry = SignedEntry::decode(bytes)?;
    let header = entry.header();
    let first = header.room == RoomId::default() && header.seq == 1 && header.depth == 1;
    if header.kind == Kind::ORDER && first { Ok(entry) } else { Err(WireError::OutOfRange("create order")) }
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
        let entry = create_order(create)?;
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
