//! Newtypes for every identifier, so that a room can never be taken for a member.
//!
//! Each is 16 bytes, shown and parsed as 32 lowercase hex digits. An id says nothing about content and may stand in
//! errors; it is no secret, but it is not logged above debug either.

use std::fmt;
use std::str::FromStr;

use minicbor::bytes::{DecodeBytes, EncodeBytes};
use minicbor::{Decode, Decoder, Encode, Encoder};

/// The text is not 32 lowercase hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Cannot read an id: 32 lowercase hex digits are needed")]
pub struct ParseIdError;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).map_err(|_| ParseIdError)?;
                bytes.try_into().map(Self).map_err(|_| ParseIdError)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut Encoder<W>,
                ctx: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                self.0.encode_bytes(e, ctx)
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
                <[u8; 16]>::decode_bytes(d, ctx).map(Self)
            }
        }
    };
}

id!(
    /// A room: the first 16 bytes of the hash of its create order's header.
    RoomId
);
id!(
    /// An entry, and so a message or an order: the first 16 bytes of the hash of its header.
    EntryId
);
id!(
    /// A member of one room: the hash of the persona's (or, in record rooms, the account's) public key.
    MemberId
);
id!(
    /// A contact: the hash of the account's public key. Equal to the [`MemberId`] in record rooms only.
    ContactId
);
id!(
    /// A device: the hash of its public signing key.
    DeviceId
);
