//! People, rooms and invites for the tests of this module.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::id::RoomId;
use crypto::identity::{Certificate, DeviceKey, PersonaKey};
use crypto::invite::{Invite, InviteKind, InviteSecret, expiry_hours};
use crypto::secret::{Key32, Personal};

use super::{Card, Issue};
use crate::room::charter::{Admission, Charter};
use crate::room::{Identity, Millis};
use crate::wire::order::{Purpose, Role};
use crate::wire::{Header, Kind, Order, SignedEntry};

/// When the tests happen.
pub const NOW: Millis = 1_800_000_000_000;
/// How long invites live in them.
pub const WEEK_S: u64 = 7 * 24 * 3600;
/// When they end exactly.
pub const END: Millis = NOW + WEEK_S * 1000;

/// A person with one device, the same for the same seed.
pub fn person(seed: u8) -> Identity {
    let persona = PersonaKey::from_bytes(&Key32::new([seed; 32]));
    let device = DeviceKey::from_bytes(&[seed ^ 0x80; 64]).unwrap();
    let certificate = Certificate::issue(&persona, &device, NOW);
    Identity { persona: persona.public(), certificate, device }
}

/// The create order of a room.
pub fn create(founder: &Identity, purpose: Purpose, charter: &Charter) -> SignedEntry {
    let order = Order::Create {
        title: Personal::from("Tuesday group"),
        charter: charter.clone(),
        certificate: founder.certificate.bytes().to_vec(),
        name: Personal::from("Amina"),
        role: Role::Patient,
        nonce: [7; 16],
        suite: 0x004D,
        purpose,
    };
    sign_create(founder, &order)
}

/// A create order of any content.
pub fn sign_create(founder: &Identity, order: &Order) -> SignedEntry {
    let header = Header {
        version: 1,
        room: RoomId::default(),
        device: founder.device.id(),
        seq: 1,
        prev: crypto::id::EntryId::default(),
        deps: Vec::new(),
        depth: 1,
        kind: Kind::ORDER,
        sent_at: NOW,
        body_hash: [0; 32],
    };
    SignedEntry::sign(header, [9; 16], &order.encode(), &founder.device)
}

/// A group whose members are admitted as said.
pub fn group(founder: &Identity, admission: Admission) -> (RoomId, Card) {
    let charter = Charter { admission, max_members: 12, ..Charter::direct() };
    let entry = create(founder, Purpose::Group, &charter);
    let card = Card {
        create: entry.bytes().to_vec(),
        title: Personal::from("Thursday group"),
        charter,
        inviter_name: Personal::from("Amina"),
    };
    (RoomId(entry.id().0), card)
}

/// A direct room.
pub fn direct(founder: &Identity) -> (RoomId, Card) {
    let entry = create(founder, Purpose::Direct, &Charter::direct());
    let card = Card {
        create: entry.bytes().to_vec(),
        title: Personal::from("Tuesday group"),
        charter: Charter::direct(),
        inviter_name: Personal::from("Amina"),
    };
    (RoomId(entry.id().0), card)
}

/// An invite's secret.
pub fn secret(seed: u8) -> InviteSecret {
    InviteSecret::new([seed; 16])
}

/// A room invite as read from its link.
pub fn invite(by: &Identity, room: RoomId, seed: u8) -> Invite {
    let expiry_hours = expiry_hours(NOW, WEEK_S);
    Invite { kind: InviteKind::Room(room), key: by.persona, secret: secret(seed), expiry_hours, hints: Vec::new() }
}

/// The same in the host's ledger.
pub fn issue(seed: u8, uses: u16) -> Issue {
    Issue { secret: secret(seed), uses, expires_at: END, only: None }
}
