//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::path::PathBuf;

use super::*;

fn wrap() -> Key32 {
    Key32::new([9; 32])
}

fn made() -> (tempfile::TempDir, PathBuf, Slots) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("slots");
    let slots = Slots::create(&path, wrap(), &[(SlotId(1), SlotClass::Profile, Key32::new([1; 32]))]).unwrap();
    (dir, path, slots)
}

fn living(slots: &Slots) -> Vec<(u64, SlotClass, Key32)> {
    slots.all().map(|(id, slot)| (id.0, slot.class, slot.key.clone())).collect()
}

fn sector(bytes: &mut [u8], index: u32, copy: u64) -> &mut Sector {
    let at = usize::try_from(offset(index, copy)).unwrap();
    (&mut bytes[at..at + SECTOR_BYTES]).try_into().unwrap()
}

#[test]
fn slots_survive_reopening_and_grow() {
    let (_dir, path, mut slots) = made();
    for n in 0..40 {
        let class = if n % 2 == 0 { SlotClass::Room } else { SlotClass::Epoch };
        assert_eq!(slots.add(class).unwrap(), SlotId(n + 2));
    }
    for n in [5, 9, 41] {
        slots.destroy(SlotId(n)).unwrap();
    }
    let before = living(&slots);
    let length = slots.size_bytes();
    drop(slots);
    let mut slots = Slots::open(&path, wrap()).unwrap();
    assert_eq!(living(&slots), before);
    assert_eq!(before.len(), 38);
    assert_eq!(slots.damaged, 0);
    for n in 0..8 {
        assert_eq!(slots.add(SlotClass::Room).unwrap(), SlotId(42 + n));
    }
    assert_eq!(slots.size_bytes(), length, "sectors of destroyed slots are used again");
}

#[test]
fn a_destroyed_key_is_nowhere_in_the_file() {
    let (_dir, path, mut slots) = made();
    let slot = slots.add(SlotClass::Room).unwrap();
    let before = std::fs::read(&path).unwrap();
    let index = slots.live[&slot].index;
    slots.destroy(slot).unwrap();
    let mut after = std::fs::read(&path).unwrap();
    for copy in 0..2 {
        let mut old = before.clone();
        let sealed = sector(&mut old, index, copy)[PREFIX_BYTES..PREFIX_BYTES + ENVELOPE_BYTES].to_vec();
        assert!(!after.windows(16).any(|window| sealed.windows(16).any(|part| part == window)));
        assert_eq!(decode(&wrap(), index, copy, sector(&mut after, index, copy)), Copy::Destroyed(slot));
    }
}

#[test]
fn one_torn_copy_of_any_sector_is_mended() {
    let (_dir, path, mut slots) = made();
    for _ in 0..9 {
        slots.add(SlotClass::Room).unwrap();
    }
    slots.destroy(SlotId(4)).unwrap();
    let before = living(&slots);
    drop(slots);
    let whole = std::fs::read(&path).unwrap();
    for index in 0..16 {
        for copy in 0..2 {
            for torn in [0..512, 0..256, 100..101, 300..512, 511..512] {
                let mut bytes = whole.clone();
                let hit = sector(&mut bytes, index, copy);
                if hit.iter().all(|byte| *byte == 0) {
                    continue;
                }
                hit[torn].iter_mut().for_each(|byte| *byte ^= 0x55);
                std::fs::write(&path, &bytes).unwrap();
                let slots = Slots::open(&path, wrap()).unwrap();
                assert_eq!(living(&slots), before);
                assert_eq!(slots.next_serial, 11);
                drop(slots);
                let mut mended = std::fs::read(&path).unwrap();
                let copies = [0, 1].map(|copy| decode(&wrap(), index, copy, sector(&mut mended, index, copy)));
                assert_eq!(copies[0], copies[1]);
            }
        }
    }
}

/// Every prefix of the writes of a making or a destroying leaves the state before or after, never a third.
#[test]
fn a_crash_between_the_copies_is_settled() {
    let old = Copy::Destroyed(SlotId(3));
    let new = Copy::Live(SlotId(8), SlotClass::Room, Key32::new([8; 32]));
    let gone = Copy::Destroyed(SlotId(8));
    for before in [old, Copy::Blank] {
        assert_eq!(settle(&Copy::Unreadable, &before), before, "torn making");
        assert_eq!(settle(&new, &before), new, "half made");
        assert_eq!(settle(&new, &Copy::Unreadable), new, "second copy torn");
    }
    assert_eq!(settle(&Copy::Unreadable, &new), new, "torn destroying, not acknowledged");
    assert_eq!(settle(&gone, &new), gone, "half destroyed");
    assert_eq!(settle(&gone, &Copy::Unreadable), gone);
    assert_eq!(settle(&new, &gone), gone);
    assert_eq!(settle(&Copy::Unreadable, &Copy::Unreadable), Copy::Unreadable);
    assert_eq!(settle(&Copy::Blank, &Copy::Blank), Copy::Blank);
}

#[test]
fn both_copies_gone_is_counted_and_the_rest_lives() {
    let (_dir, path, mut slots) = made();
    slots.add(SlotClass::Room).unwrap();
    drop(slots);
    let mut bytes = std::fs::read(&path).unwrap();
    sector(&mut bytes, 1, 0).fill(3);
    sector(&mut bytes, 1, 1).fill(3);
    std::fs::write(&path, &bytes).unwrap();
    let mut slots = Slots::open(&path, wrap()).unwrap();
    assert_eq!((slots.damaged, slots.live.len()), (1, 1));
    slots.add(SlotClass::Room).unwrap();
    assert_eq!(slots.damaged, 1);
}

#[test]
fn truncated_garbage_and_foreign_files_never_panic() {
    let (_dir, path, slots) = made();
    drop(slots);
    let whole = std::fs::read(&path).unwrap();
    for length in [0, 1, 511, 512, 600, 4096, 4608, 8191] {
        std::fs::write(&path, &whole[..length]).unwrap();
        let alive = Slots::open(&path, wrap()).unwrap().live.len();
        assert_eq!(alive, usize::from(length >= 512), "{length}");
    }
    std::fs::write(&path, vec![0xa5; 20_000]).unwrap();
    assert!(Slots::open(&path, wrap()).unwrap().live.is_empty());
    std::fs::write(&path, &whole).unwrap();
    assert!(Slots::open(&path, Key32::new([2; 32])).unwrap().live.is_empty(), "another profile's");
    assert!(matches!(Slots::open(&path.with_extension("absent"), wrap()), Err(Error::Disk(_))));
}
