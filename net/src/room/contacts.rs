//! Where members' devices can be reached: signed address records, passed on and kept.

use crypto::group::keys::{Keys, Roster as _};
use crypto::id::DeviceId;
use crypto::kdf::Label;
use minicbor::{Decode, Encode};

use super::exchange::{Event, Millis};
use super::keeping::record_key;
use super::machine::{Room, Turn};
use crate::link::LinkId;
use crate::wire::codec;
use crate::wire::frame::Frame;

/// The longest record.
const MAX_RECORD_BYTES: usize = 4 * 1024;
/// Addresses in a record.
const MAX_ADDRESSES: usize = 16;
/// The longest address.
const MAX_ADDRESS_BYTES: usize = 200;

/// Where a device can be reached, as it says itself.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(super) struct Record {
    /// Whose.
    #[n(0)]
    pub(super) device: DeviceId,
    /// Newer replaces older.
    #[n(1)]
    pub(super) made_at: Millis,
    /// Multiaddrs.
    #[n(2)]
    pub(super) addresses: Vec<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Signed<'b> {
    #[cbor(b(0), with = "minicbor::bytes")]
    record: &'b [u8],
    #[cbor(n(1), with = "minicbor::bytes")]
    signature: [u8; 64],
}

impl<K: Keys> Room<K> {
    /// Where this device can be reached now; told to all.
    pub(super) fn say_addresses(&mut self, turn: &mut Turn<'_>, addresses: &[String]) {
        let fits = |address: &&String| address.len() <= MAX_ADDRESS_BYTES;
        let addresses: Vec<_> = addresses.iter().filter(fits).take(MAX_ADDRESSES).cloned().collect();
        let known = self.records.get(&self.device()).and_then(|record| self.read_record(record));
        if known.as_ref().is_some_and(|known| known.addresses == addresses) {
            return;
        }
        let made_at = turn.now.max(known.map_or(0, |known| known.made_at + 1));
        let record = codec::encode(&Record { device: self.device(), made_at, addresses });
        let signature = self.identity.device.sign(Label::AddressRecord, &record);
        let bytes = codec::encode(&Signed { record: &record, signature });
        self.links.tell_all(turn, &Frame::Addresses { record: bytes.clone() });
        Self::put(turn, record_key(self.device()), bytes.clone());
        self.records.insert(self.device(), bytes);
    }

    /// Takes a record of any listed device, and passes it on where it is news.
    pub(super) fn take_record(&mut self, turn: &mut Turn<'_>, from: Option<LinkId>, bytes: Vec<u8>) {
        let Some(record) = self.read_record(&bytes) else { return };
        let device = record.device;
        let known = self.records.get(&device).and_then(|known| self.read_record(known));
        let news = known.is_none_or(|known| known.made_at < record.made_at);
        if !news || device == self.device() || !self.orders.lists(device) {
            return;
        }
        let frame = Frame::Addresses { record: bytes.clone() }.encode();
        let others = self.links.listed().filter(|(id, link)| Some(*id) != from && link.device != device);
        turn.out.send.extend(others.map(|(id, _)| (id, frame.clone())));
        Self::put(turn, record_key(device), bytes.clone());
        self.records.insert(device, bytes);
        turn.tell(Event::Addresses { device, addresses: record.addresses });
    }

    /// A record whose signature holds.
    pub(super) fn read_record(&self, bytes: &[u8]) -> Option<Record> {
        let signed: Signed<'_> = codec::decode(bytes, MAX_RECORD_BYTES).ok()?;
        let record: Record = codec::decode(signed.record, MAX_RECORD_BYTES).ok()?;
        let short = record.addresses.iter().all(|address| address.len() <= MAX_ADDRESS_BYTES);
        if record.addresses.len() > MAX_ADDRESSES || !short {
            return None;
        }
        let certificate = self.orders.certificate(record.device)?;
        certificate.verify_device(Label::AddressRecord, signed.record, &signed.signature).ok()?;
        Some(record)
    }
}
