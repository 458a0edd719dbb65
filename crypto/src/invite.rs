//! What an invite link carries: whom to expect, the one-time secret, and where to look.
//!
//! Layout, 120 bytes at most: version 1 ‖ kind 1 ‖ persona or account key 32 ‖ secret 16 ‖ expiry 4 (Unix hours,
//! big-endian) ‖ room id 16 (kind room only) ‖ hints ≤ 46 ‖ checksum 4. Written in base32, lowercase in links and
//! uppercase in QR codes, read in any case; or in [`words`], to be read out. Damage and expiry show without a network.
//!
//! A hint is a tag and an address: 0 or 1 = TCP or QUIC at an IPv4 address and port, 2 or 3 = the same at IPv6, 4 or
//! 5 = TCP or QUIC at a DNS name (length 1 ‖ name ‖ port ‖ node-key hash 16). Everything large comes from the peer.

pub mod words;

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use data_encoding::BASE32_NOPAD;
use rand::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::{Damaged, Error};
use crate::id::RoomId;
use crate::identity::PersonaPublic;
use crate::kdf::{self, Label};

/// The longest payload, before base32.
pub const MAX_PAYLOAD_BYTES: usize = 120;
/// Room for hints in a payload.
pub const MAX_HINT_BYTES: usize = 46;
/// What links begin with; QR codes carry it in capitals.
pub const SCHEME: &str = "hearth:";

const VERSION: u8 = 1;
const CHECKSUM_BYTES: usize = 4;
const MS_PER_HOUR: u64 = 3_600_000;

/// What the holder of an invite is invited to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InviteKind {
    /// To become a contact; the one who accepts makes the room.
    Contact,
    /// To join a room.
    Room(RoomId),
}

/// The transport of a hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Transport {
    /// TCP.
    Tcp,
    /// QUIC over UDP.
    Quic,
}

/// Where the inviter, or a node that knows it, may be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The inviter's own address: it shows where the inviter is.
    Address {
        /// IPv4 or IPv6.
        ip: IpAddr,
        /// TCP or UDP port.
        port: u16,
        /// Over what.
        transport: Transport,
    },
    /// A node, by name.
    Node {
        /// ASCII letters, digits, dots and hyphens, at most 26 bytes beside an otherwise empty list.
        name: String,
        /// TCP or UDP port.
        port: u16,
        /// Over what.
        transport: Transport,
        /// First 16 bytes of the hash of the node's key.
        node: [u8; 16],
    },
}

/// An invite, as made or as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    /// To what.
    pub kind: InviteKind,
    /// Who must prove itself at the other end: the account key for contacts, the persona's for rooms.
    pub key: PersonaPublic,
    /// The one-time secret.
    pub secret: InviteSecret,
    /// Unix hours; over once this hour has begun.
    pub expiry_hours: u32,
    /// In the order to be tried.
    pub hints: Vec<Hint>,
}

/// An invite's one-time secret; never logged.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct InviteSecret([u8; 16]);

impl InviteSecret {
    /// Takes the bytes over.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// A fresh secret.
    #[must_use]
    pub fn random(rng: &mut (impl CryptoRng + ?Sized)) -> Self {
        let mut secret = Self([0; 16]);
        rng.fill_bytes(&mut secret.0);
        secret
    }

    /// The bytes, for `Psk::for_invite`.
    #[must_use]
    pub const fn expose(&self) -> &[u8; 16] {
        &self.0
    }

    /// What ledgers call this invite: a hash that doesn't give the secret away.
    #[must_use]
    pub fn name(&self) -> InviteName {
        InviteName(kdf::hash16(Label::InviteName, &[&self.0]))
    }
}

impl fmt::Debug for InviteSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InviteSecret(…)")
    }
}

/// Names an invite without its secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InviteName(pub [u8; 16]);

/// The expiry of an invite made now that shall live for `lifetime_s`, rounded up to the hour: the maker's own ledger
/// holds the exact time.
#[must_use]
pub fn expiry_hours(now_ms: u64, lifetime_s: u64) -> u32 {
    let end_ms = now_ms.saturating_add(lifetime_s.saturating_mul(1000));
    u32::try_from(end_ms.div_ceil(MS_PER_HOUR)).unwrap_or(u32::MAX)
}

impl Invite {
    /// The link to share: `hearth:` and lowercase base32.
    ///
    /// # Errors
    /// [`Error::TooLong`] where the hints need more than [`MAX_HINT_BYTES`], [`Error::Malformed`] for a name that is
    /// no plain DNS name.
    pub fn encode(&self) -> Result<String, Error> {
        Ok(format!("{SCHEME}{}", BASE32_NOPAD.encode(&self.payload()?)).to_lowercase())
    }

    /// The same for a QR code, in capitals, which such codes hold in less space.
    ///
    /// # Errors
    /// As [`Self::encode`].
    pub fn encode_qr(&self) -> Result<String, Error> {
        Ok(self.encode()?.to_uppercase())
    }

    /// Reads a link or a QR code in any case, white space around it allowed, or [`words`].
    ///
    /// # Errors
    /// [`Damaged`] for anything that isn't a whole, unaltered invite.
    pub fn decode(text: &str) -> Result<Self, Damaged> {
        let Some(code) = code(text) else { return words::read_whole(text.trim()) };
        if code.len() > BASE32_NOPAD.encode_len(MAX_PAYLOAD_BYTES) {
            return Err(Damaged);
        }
        Self::read_payload(&BASE32_NOPAD.decode(code.to_ascii_uppercase().as_bytes()).map_err(|_| Damaged)?)
    }

    fn read_payload(payload: &[u8]) -> Result<Self, Damaged> {
        let (content, checksum) = payload.split_last_chunk::<CHECKSUM_BYTES>().ok_or(Damaged)?;
        if payload.len() > MAX_PAYLOAD_BYTES || *checksum != checksum_of(content) {
            return Err(Damaged);
        }
        Self::read(content)
    }

    /// Whether the invite's time is over.
    #[must_use]
    pub fn expired(&self, now_ms: u64) -> bool {
        now_ms >= u64::from(self.expiry_hours).saturating_mul(MS_PER_HOUR)
    }

    /// As many of `hints`, in order, as fit into one invite.
    #[must_use]
    pub fn fitting_hints(hints: &[Hint]) -> Vec<Hint> {
        let mut left = MAX_HINT_BYTES;
        let fits = |hint: &&Hint| {
            let mut bytes = Vec::new();
            let fits = hint.write(&mut bytes).is_ok() && bytes.len() <= left;
            left = if fits { left.saturating_sub(bytes.len()) } else { left };
            fits
        };
        hints.iter().filter(fits).cloned().collect()
    }

    fn payload(&self) -> Result<Vec<u8>, Error> {
        let (kind, room) = match self.kind {
            InviteKind::Contact => (0, None),
            InviteKind::Room(room) => (1, Some(room)),
        };
        let mut hints = Vec::new();
        for hint in &self.hints {
            hint.write(&mut hints)?;
        }
        if hints.len() > MAX_HINT_BYTES {
            return Err(Error::TooLong);
        }
        let mut payload = vec![VERSION, kind];
        payload.extend_from_slice(&self.key.0);
        payload.extend_from_slice(self.secret.expose());
        payload.extend_from_slice(&self.expiry_hours.to_be_bytes());
        payload.extend_from_slice(room.as_ref().map_or(&[], |room| &room.0));
        payload.extend_from_slice(&hints);
        payload.extend_from_slice(&checksum_of(&payload));
        Ok(payload)
    }

    fn read(content: &[u8]) -> Result<Self, Damaged> {
        let mut rest = content;
        let [version, kind] = take(&mut rest)?;
        if version != VERSION {
            return Err(Damaged);
        }
        let key = PersonaPublic(take(&mut rest)?);
        let secret = InviteSecret(take(&mut rest)?);
        let expiry_hours = u32::from_be_bytes(take(&mut rest)?);
        let kind = match kind {
            0 => InviteKind::Contact,
            1 => InviteKind::Room(RoomId(take(&mut rest)?)),
            _ => return Err(Damaged),
        };
        if rest.len() > MAX_HINT_BYTES {
            return Err(Damaged);
        }
        let mut hints = Vec::new();
        while !rest.is_empty() {
            hints.push(Hint::read(&mut rest)?);
        }
        Ok(Self { kind, key, secret, expiry_hours, hints })
    }
}

impl Hint {
    fn write(&self, to: &mut Vec<u8>) -> Result<(), Error> {
        let quic = |transport: &Transport| u8::from(*transport == Transport::Quic);
        match self {
            Self::Address { ip: IpAddr::V4(ip), port, transport } => {
                to.push(quic(transport));
                to.extend_from_slice(&ip.octets());
                to.extend_from_slice(&port.to_be_bytes());
            }
            Self::Address { ip: IpAddr::V6(ip), port, transport } => {
                to.push(2 | quic(transport));
                to.extend_from_slice(&ip.octets());
                to.extend_from_slice(&port.to_be_bytes());
            }
            Self::Node { name, port, transport, node } => {
                let length = u8::try_from(name.len()).map_err(|_| Error::TooLong)?;
                if !plain_dns_name(name.as_bytes()) {
                    return Err(Error::Malformed);
                }
                to.extend_from_slice(&[4 | quic(transport), length]);
                to.extend_from_slice(name.as_bytes());
                to.extend_from_slice(&port.to_be_bytes());
                to.extend_from_slice(node);
            }
        }
        Ok(())
    }

    fn read(rest: &mut &[u8]) -> Result<Self, Damaged> {
        let [tag] = take(rest)?;
        let transport = if tag & 1 == 1 { Transport::Quic } else { Transport::Tcp };
        match tag {
            0 | 1 => {
                let ip = IpAddr::V4(Ipv4Addr::from(take::<4>(rest)?));
                Ok(Self::Address { ip, port: u16::from_be_bytes(take(rest)?), transport })
            }
            2 | 3 => {
                let ip = IpAddr::V6(Ipv6Addr::from(take::<16>(rest)?));
                Ok(Self::Address { ip, port: u16::from_be_bytes(take(rest)?), transport })
            }
            4 | 5 => {
                let [length] = take(rest)?;
                let (name, after) = rest.split_at_checked(usize::from(length)).ok_or(Damaged)?;
                *rest = after;
                if !plain_dns_name(name) {
                    return Err(Damaged);
                }
                let name = String::from_utf8(name.to_vec()).map_err(|_| Damaged)?;
                Ok(Self::Node { name, port: u16::from_be_bytes(take(rest)?), transport, node: take(rest)? })
            }
            _ => Err(Damaged),
        }
    }
}

/// Whether a text means to be a link, however much of it arrived; anything else is read as words.
#[must_use]
pub fn is_link(text: &str) -> bool {
    code(text).is_some()
}

/// What a link says behind its scheme.
fn code(text: &str) -> Option<&str> {
    let (scheme, code) = text.trim().split_at_checked(SCHEME.len())?;
    scheme.eq_ignore_ascii_case(SCHEME).then_some(code)
}

/// Nothing that could be read as another part of an address.
fn plain_dns_name(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'))
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Damaged> {
    let (taken, after) = rest.split_first_chunk::<N>().ok_or(Damaged)?;
    *rest = after;
    Ok(*taken)
}

fn checksum_of(content: &[u8]) -> [u8; CHECKSUM_BYTES] {
    let [a, b, c, d, ..] = kdf::hash(Label::InviteChecksum, &[content]);
    [a, b, c, d]
}

#[cfg(test)]
#[path = "invite_tests.rs"]
mod tests;
