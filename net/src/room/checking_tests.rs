//! Tests of [`super`].
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

use crypto::id::{DeviceId, EntryId, RoomId};
use crypto::identity::{DeviceKey, PersonaKey};
use crypto::secret::Key32;

use super::*;
use crate::wire::entry::VERSION;
use crate::wire::{Header, Kind};

fn entry(device: &DeviceKey, named: DeviceId, seq: u64) -> SignedEntry {
    let header = Header {
        version: VERSION,
        room: RoomId([1; 16]),
        device: named,
        seq: seq + 1,
        prev: EntryId([3; 16]),
        deps: Vec::new(),
        depth: seq + 1,
        kind: Kind::TEXT,
        sent_at: 0,
        body_hash: [0; 32],
    };
    SignedEntry::sign(header, [2; 16], b"\xa1\x00\x62hi", device)
}

/// Every arrangement of good, forged and unknown entries comes out as when they are looked at one by one.
#[test]
fn all_cores_find_what_one_finds() {
    let persona = PersonaKey::from_bytes(&Key32::new([9; 32]));
    let (known, stranger) = (DeviceKey::from_bytes(&[7; 64]).unwrap(), DeviceKey::from_bytes(&[8; 64]).unwrap());
    let certificate = Certificate::issue(&persona, &known, 5);
    for count in [0, 1, LEAST_A_THREAD, LEAST_A_THREAD + 1, 3 * LEAST_A_THREAD, 512] {
        let entries: Vec<_> = (1..=count as u64)
            .map(|seq| match seq % 5 {
                0 => (entry(&stranger, known.id(), seq), Some(certificate.clone())),
                1 => (entry(&stranger, stranger.id(), seq), Some(certificate.clone())),
                2 => (entry(&stranger, stranger.id(), seq), None),
                _ => (entry(&known, known.id(), seq), Some(certificate.clone())),
            })
            .collect();
        let expected = (1..=count).map(|seq| [Some(false), Some(false), None, Some(true), Some(true)][seq % 5]);
        assert_eq!(signed(&entries), expected.collect::<Vec<_>>(), "{count} entries");
    }
}
