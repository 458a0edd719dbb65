//! The entry points. Each takes any bytes and returns; where a decoder accepts, what it says of them must hold.

use std::cell::RefCell;

use crypto::group::keys::{Keys as _, LeafChange, Roster};
use crypto::group::{Group, MAX_FRAME_BYTES};
use crypto::id::{DeviceId, MemberId, RoomId};
use crypto::identity::{Certificate, DeviceKey, PersonaKey, Succession};
use crypto::invite::Invite;
use crypto::vault::{Backoff, Header};
use net::link::address::Address;
use net::link::record::AddressRecord;
use net::room::admission::frame::Frame as KnockFrame;
use net::room::charter::CharterRequest;
use net::wire::bundle::Bundle;
use net::wire::frame::Batch;
use net::wire::{Body, Frame, Kind, Order, SignedEntry};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

/// A decoder, or a few that read the same kind of input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum Target {
    /// Signed entries, and the bodies and orders in them.
    Entry,
    /// Frames between members, and batches within.
    Frame,
    /// What a joiner is handed, and what passes before.
    Admission,
    /// Links.
    Invite,
    /// A room's rules as a program gives them.
    Charter,
    /// Addresses and signed records of them.
    Address,
    /// Certificates and successions.
    Certificate,
    /// Messages, commits, Welcomes and key packages of a group.
    Group,
    /// A vault's header and its counter.
    Vault,
    /// Exports and backups.
    Archive,
    /// Lines of a program.
    Line,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Entry,
        Self::Frame,
        Self::Admission,
        Self::Invite,
        Self::Charter,
        Self::Address,
        Self::Certificate,
        Self::Group,
        Self::Vault,
        Self::Archive,
        Self::Line,
    ];

    /// Its name in the corpus.
    #[must_use]
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// Feeds it.
    pub fn feed(self, data: &[u8]) {
        match self {
            Self::Entry => fuzz_entry(data),
            Self::Frame => fuzz_frame(data),
            Self::Admission => fuzz_admission(data),
            Self::Invite => fuzz_invite(data),
            Self::Charter => fuzz_charter(data),
            Self::Address => fuzz_address(data),
            Self::Certificate => fuzz_certificate(data),
            Self::Group => fuzz_group(data),
            Self::Vault => fuzz_vault(data),
            Self::Archive => app::store::fuzz_archive(data),
            Self::Line => app::rpc::fuzz_line(data),
        }
    }
}

/// Entries, bodies, orders.
pub fn fuzz_entry(data: &[u8]) {
    if let Ok(entry) = SignedEntry::decode(data) {
        assert_eq!(entry.bytes(), data, "an entry is kept as received");
        if let Some(body) = entry.body() {
            let _ = Body::decode(entry.header().kind, body);
        }
    }
    for kind in 0..8 {
        let _ = Body::decode(Kind(kind), data);
    }
    let _ = Order::decode(data);
}

/// Frames and batches.
pub fn fuzz_frame(data: &[u8]) {
    if let Ok(Some(frame)) = Frame::decode(data) {
        let again = Frame::decode(&frame.encode());
        assert_eq!(again, Ok(Some(frame)), "what was read is written and read back");
    }
    let _ = Batch::decode(data);
}

/// Bundles and the frames before membership.
pub fn fuzz_admission(data: &[u8]) {
    let _ = Bundle::decode(data);
    let _ = KnockFrame::decode(data);
}

/// Links.
pub fn fuzz_invite(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(invite) = Invite::decode(&text) {
        assert_eq!(Invite::decode(&invite.encode().expect("what was read fits")), Ok(invite), "a link is read back");
    }
}

/// Charters.
pub fn fuzz_charter(data: &[u8]) {
    if let Ok(request) = serde_json::from_slice::<CharterRequest>(data) {
        let _ = request.resolve(net::room::charter::NodeKnown::No);
    }
}

/// Addresses and records.
pub fn fuzz_address(data: &[u8]) {
    if let Ok(address) = String::from_utf8_lossy(data).parse::<Address>() {
        assert_eq!(address.to_string().parse(), Ok(address), "an address is read back");
    }
    if let Ok(device) = AddressRecord::claimed_device(data) {
        let (certificate, _) = someone();
        assert!(certificate.device() == device || AddressRecord::decode(data, &certificate).is_err());
    }
}

/// Certificates and successions.
pub fn fuzz_certificate(data: &[u8]) {
    let _ = Certificate::decode(data);
    let _ = Succession::decode(data);
}

/// Vault headers and counters; none asks for memory before it was found sane.
pub fn fuzz_vault(data: &[u8]) {
    if let Ok(header) = Header::decode(data) {
        assert_eq!(Header::decode(&header.encode()), Ok(header), "a header is read back");
    }
    let _ = Backoff::decode(data);
}

/// Somebody with a device.
pub(super) fn someone() -> (Certificate, DeviceKey) {
    let mut rng = ChaCha8Rng::seed_from_u64(1);
    let (persona, device) = (PersonaKey::generate(&mut rng), DeviceKey::generate(&mut rng));
    (Certificate::issue(&persona, &device, 1), device)
}

/// Everybody is a member and may do anything: what is left to refuse is hostile bytes.
pub(super) struct Anybody;

impl Roster for Anybody {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        Some(MemberId(device.0))
    }
    fn lists(&self, _: DeviceId) -> bool {
        true
    }
    fn allows(&self, _: &LeafChange) -> bool {
        true
    }
    fn rank(&self, _: MemberId) -> u8 {
        1
    }
}

pub(super) const ROOM: RoomId = RoomId([9; 16]);

thread_local! {
    static GROUPS: RefCell<Option<[Group; 2]>> = const { RefCell::new(None) };
}

/// Two groups: one that was founded, and one that waits for a Welcome. They stay as they are, or go forward.
pub fn fuzz_group(data: &[u8]) {
    GROUPS.with_borrow_mut(|groups| {
        let groups = groups.get_or_insert_with(|| {
            let (certificate, device) = someone();
            let mut rng = ChaCha8Rng::seed_from_u64(2);
            let founded = Group::found(ROOM, &device, &certificate, &mut rng).expect("a group is founded");
            let mut waiting = Group::enter(ROOM, &device, &certificate).expect("a device enters");
            waiting.key_package().expect("a key package is made");
            [founded, waiting]
        });
        for group in groups {
            let _ = group.open(data);
            let _ = group.accept(data, &Anybody);
            let _ = group.package_device(data);
            let _ = group.welcome(data, &Anybody);
            assert!(data.len() <= MAX_FRAME_BYTES || group.package_device(data).is_err(), "too long to be read");
        }
    });
}
