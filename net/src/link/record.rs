//! A device's own word on where it can be reached, to be kept and passed on by its room.
//!
//! Layout: device signature 64 ‖ body, where the body is a CBOR map {0 version, 1 device, 2 sequence, 3 addresses}. The
//! signature covers the body as received; unknown keys are kept. The higher sequence replaces the lower; a device takes
//! the time in Unix milliseconds, so that a restored backup doesn't fall behind its own records.

use crypto::id::DeviceId;
use crypto::identity::{Certificate, DeviceKey, SIGNATURE_BYTES};
use crypto::invite::{Hint, Transport};
use crypto::kdf::Label;
use minicbor::{Decode, Encode};

use super::address::{Address, Carrier, Family, Host};

/// The longest record that is read.
pub const MAX_RECORD_BYTES: usize = 4096;
/// At most so many addresses are shared or taken.
pub const MAX_ADDRESSES: usize = 16;

const VERSION: u8 = 1;

/// Why a record was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not the format, or above its caps.
    #[error("Cannot read a malformed address record")]
    Malformed,
    /// Written by a newer version of Hearth.
    #[error("Cannot read an address record of a version that is not known")]
    Version,
    /// Another device's, or nobody's.
    #[error("Cannot accept the signature of an address record")]
    Signature,
}

/// Whether this machine's own loopback may be in a list of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loopback {
    /// It means this very machine to whoever reads it: left out.
    Drop,
    /// Asked for with `--listen`, or the peer is on this machine.
    Keep,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(0)]
    version: u8,
    #[n(1)]
    device: DeviceId,
    #[n(2)]
    sequence: u64,
    #[n(3)]
    addresses: Vec<String>,
}

/// A record whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRecord {
    bytes: Vec<u8>,
    body: Body,
}

impl AddressRecord {
    /// Signs where this device can be reached; [`shareable`] has chosen the addresses, and all above
    /// [`MAX_ADDRESSES`] are left out.
    #[must_use]
    pub fn sign(device: &DeviceKey, sequence: u64, addresses: &[String]) -> Self {
        let addresses = addresses.iter().take(MAX_ADDRESSES).cloned().collect();
        let body = Body { version: VERSION, device: device.id(), sequence, addresses };
        let encoded = minicbor::to_vec(&body).expect("writing to memory cannot fail");
        let signature = device.sign(Label::AddressRecord, &encoded);
        Self { bytes: [&signature[..], &encoded].concat(), body }
    }

    /// Which device a record says it is of, before anything is verified: to find the certificate for
    /// [`Self::decode`].
    ///
    /// # Errors
    /// [`RecordError::Malformed`], [`RecordError::Version`].
    pub fn claimed_device(bytes: &[u8]) -> Result<DeviceId, RecordError> {
        parse(bytes).map(|(_, _, body)| body.device)
    }

    /// Reads and verifies a record of the certificate's device.
    ///
    /// # Errors
    /// [`RecordError`].
    pub fn decode(bytes: &[u8], certificate: &Certificate) -> Result<Self, RecordError> {
        let (signature, encoded, body) = parse(bytes)?;
        if body.device != certificate.device() {
            return Err(RecordError::Signature);
        }
        certificate.verify_device(Label::AddressRecord, encoded, signature).map_err(|_| RecordError::Signature)?;
        Ok(Self { bytes: bytes.to_vec(), body })
    }

    /// The bytes as signed or received.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whose.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.body.device
    }

    /// Which of the device's records.
    #[must_use]
    pub const fn sequence(&self) -> u64 {
        self.body.sequence
    }

    /// Those that can be dialled, without duplicates, as multiaddr text.
    #[must_use]
    pub fn addresses(&self, loopback: Loopback) -> Vec<String> {
        sound(&self.body.addresses, loopback)
    }
}

/// Of the addresses bound here, those to tell others: no link-local ones, which need a zone, no duplicates, QUIC first,
/// at most [`MAX_ADDRESSES`].
#[must_use]
pub fn shareable(bound: &[String], loopback: Loopback) -> Vec<String> {
    sound(bound, loopback)
}

fn sound(addresses: &[String], loopback: Loopback) -> Vec<String> {
    let mut sound: Vec<Address> = Vec::new();
    for address in addresses.iter().filter_map(|text| text.parse::<Address>().ok()) {
        let foreign = !address.is_loopback() || loopback == Loopback::Keep;
        if address.is_dialable() && foreign && !address.is_link_local() && !sound.contains(&address) {
            sound.push(address);
        }
    }
    sound.sort_by_key(|address| address.carrier);
    sound.truncate(MAX_ADDRESSES);
    sound.iter().map(Address::to_string).collect()
}

fn parse(bytes: &[u8]) -> Result<(&[u8], &[u8], Body), RecordError> {
    if bytes.len() > MAX_RECORD_BYTES {
        return Err(RecordError::Malformed);
    }
    let (signature, encoded) = bytes.split_at_checked(SIGNATURE_BYTES).ok_or(RecordError::Malformed)?;
    let mut decoder = minicbor::Decoder::new(encoded);
    let body: Body = decoder.decode().map_err(|_| RecordError::Malformed)?;
    if decoder.position() != encoded.len() || body.addresses.len() > MAX_ADDRESSES {
        return Err(RecordError::Malformed);
    }
    if body.version == VERSION { Ok((signature, encoded, body)) } else { Err(RecordError::Version) }
}

/// The hint that carries an address in an invite; `None` for what invites cannot carry.
#[must_use]
pub fn hint(address: &Address) -> Option<Hint> {
    let transport = match address.carrier {
        Carrier::Quic => Transport::Quic,
        Carrier::Tcp => Transport::Tcp,
        Carrier::Ws | Carrier::Wss | Carrier::Circuit => return None,
    };
    address.ip().map(|ip| Hint::Address { ip, port: address.port, transport })
}

/// The address that an invite's hint carries.
#[must_use]
pub fn hinted(hint: &Hint) -> Address {
    let carrier = |transport: &Transport| match transport {
        Transport::Quic => Carrier::Quic,
        Transport::Tcp => Carrier::Tcp,
    };
    match hint {
        Hint::Address { ip, port, transport } => {
            Address { carrier: carrier(transport), host: Host::Ip(*ip), port: *port }
        }
        Hint::Node { name, port, transport, .. } => {
            Address { carrier: carrier(transport), host: Host::Dns(Family::Any, name.clone()), port: *port }
        }
    }
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
