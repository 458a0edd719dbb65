//! A turn sees its own changes before they are written, in one order with what is on the disk.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::secret::Passphrase;
use tempfile::TempDir;

use super::*;
use crate::engine::log::{self, Keeping, Log, Memory};
use crate::store::{ALL, Profile};

fn shelf() -> (TempDir, Shelf) {
    let folder = TempDir::new().unwrap();
    let profile = Profile::claim(folder.path()).unwrap();
    let opened = profile.create(&Passphrase::new("walnut ferry blanket".into()), 1_700_000_000_000).unwrap();
    (folder, Shelf::new(opened.store))
}

fn key(order: u64) -> Key {
    Key::ordered(Tree::Timeline, *b"room", order.to_be_bytes())
}

fn orders(shelf: &Shelf, range: Range<'_>, direction: Direction, limit: usize) -> Vec<u64> {
    let page = shelf.page(Tree::Timeline, b"room", range, direction, limit).unwrap();
    page.iter().map(|(order, _)| u64::from_be_bytes(order.as_slice().try_into().unwrap())).collect()
}

#[test]
fn changes_stand_before_what_is_stored() {
    let (_folder, mut shelf) = shelf();
    for order in [1, 3, 5] {
        shelf.put(key(order), SlotId::PROFILE, vec![1]);
    }
    shelf.commit().unwrap();
    shelf.put(key(2), SlotId::PROFILE, vec![2]);
    shelf.put(key(5), SlotId::PROFILE, vec![3]);
    shelf.delete(key(3));
    assert_eq!(orders(&shelf, ALL, Direction::Forward, 10), [1, 2, 5]);
    assert_eq!(orders(&shelf, ALL, Direction::Backward, 2), [5, 2]);
    let after_two = 2_u64.to_be_bytes();
    assert_eq!(orders(&shelf, (Bound::Excluded(&after_two), Bound::Unbounded), Direction::Forward, 9), [5]);
    assert_eq!(shelf.get(&key(5)).unwrap().unwrap().as_slice(), [3]);
    assert_eq!(shelf.get(&key(3)).unwrap(), None);
    shelf.commit().unwrap();
    assert_eq!(orders(&shelf, ALL, Direction::Forward, 10), [1, 2, 5]);
    shelf.clear(Tree::Timeline, b"room").unwrap();
    assert_eq!(orders(&shelf, ALL, Direction::Forward, 10), [0; 0]);
}

mod entries {
    use super::*;
    use crypto::id::{DeviceId, RoomId};
    use crypto::identity::DeviceKey;
    use net::room::History as _;
    use net::wire::{Body, Header, Kind, SignedEntry};

    const ROOM: RoomId = RoomId([1; 16]);

    fn entry(key: &DeviceKey, seq: u64) -> SignedEntry {
        let header = Header {
            version: 1,
            room: ROOM,
            device: key.id(),
            seq,
            prev: crypto::id::EntryId(if seq == 1 { [0; 16] } else { [9; 16] }),
            deps: Vec::new(),
            depth: seq,
            kind: Kind::TEXT,
            sent_at: 5,
            body_hash: [0; 32],
        };
        SignedEntry::sign(header, [2; 16], &Body::text("said").encode(), key)
    }

    fn fill(shelf: &mut Shelf, memory: &mut Memory, keeping: Keeping, slot: SlotId) -> DeviceId {
        let key = DeviceKey::generate(&mut rand::rng());
        for seq in 1..=5 {
            let entry = entry(&key, seq);
            let (place, id) = (entry.place(), entry.id());
            let kept = log::Entry { room: ROOM, slot, place, id, kind: Kind::TEXT, bytes: entry.bytes() };
            log::keep(shelf, memory, keeping, &kept);
        }
        key.id()
    }

    fn bodies(shelf: &Shelf, memory: &Memory, device: DeviceId) -> Vec<bool> {
        let log = Log { shelf, memory, room: ROOM };
        let stored = log.entries(device, 1, 100, 1 << 20);
        stored.iter().map(|stored| SignedEntry::decode(&stored.bytes).unwrap().body().is_some()).collect()
    }

    #[test]
    fn a_period_takes_its_bodies_and_leaves_the_chain() {
        let (_folder, mut shelf) = shelf();
        let (room, period) = (shelf.new_slot(SlotClass::Room).unwrap(), shelf.new_slot(SlotClass::Period).unwrap());
        let mut memory = Memory::default();
        let device = fill(&mut shelf, &mut memory, Keeping::Timed(period), room);
        shelf.commit().unwrap();
        assert_eq!(bodies(&shelf, &memory, device), [true; 5]);
        shelf.destroy_slot(period).unwrap();
        assert_eq!(bodies(&shelf, &memory, device), [false; 5]);
        let log = Log { shelf: &shelf, memory: &memory, room: ROOM };
        let third = log.locate(device, 3).unwrap();
        assert_eq!(log.by_id(third.id).unwrap().seq, 3);
        assert_eq!(log.entries(device, 4, 1, 1 << 20).len(), 1);
        assert!(log.entries(device, 6, 9, 1 << 20).is_empty());
    }

    #[test]
    fn an_ephemeral_room_leaves_the_disk_alone() {
        let (_folder, mut shelf) = shelf();
        let room = shelf.new_slot(SlotClass::Room).unwrap();
        let mut memory = Memory::default();
        let device = fill(&mut shelf, &mut memory, Keeping::Ephemeral, room);
        assert!(!shelf.changed());
        assert_eq!(bodies(&shelf, &memory, device), [true; 5]);
        assert_eq!(bodies(&shelf, &Memory::default(), device), [false; 0]);
    }

    #[test]
    fn one_body_can_be_forgotten() {
        let (_folder, mut shelf) = shelf();
        let (room, period) = (shelf.new_slot(SlotClass::Room).unwrap(), shelf.new_slot(SlotClass::Period).unwrap());
        for keeping in [Keeping::Record, Keeping::Timed(period), Keeping::Ephemeral] {
            let mut memory = Memory::default();
            let device = fill(&mut shelf, &mut memory, keeping, room);
            let place = net::wire::Place { depth: 2, device, seq: 2 };
            log::erase_body(&mut shelf, &mut memory, ROOM, room, place);
            shelf.commit().unwrap();
            assert_eq!(bodies(&shelf, &memory, device), [true, false, true, true, true], "{keeping:?}");
        }
    }
}
