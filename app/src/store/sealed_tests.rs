//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::engine::snapshot::Notice;
use crate::store::conformance;
use crate::store::scratch::Scratch;

impl Store for Scratch {
    fn get(&self, key: &Key) -> Result<Option<Value>> {
        self.store.as_ref().unwrap().get(key)
    }

    fn page(&self, tree: Tree, id: &[u8], range: Range<'_>, direction: Direction, limit: usize) -> Result<Vec<Row>> {
        self.store.as_ref().unwrap().page(tree, id, range, direction, limit)
    }

    fn write(&mut self, batch: Batch) -> Result<()> {
        self.store().write(batch)
    }

    fn new_slot(&mut self, class: SlotClass) -> Result<SlotId> {
        self.store().new_slot(class)
    }

    fn destroy_slot(&mut self, slot: SlotId) -> Result<()> {
        self.store().destroy_slot(slot)
    }

    fn slots(&self) -> Vec<(SlotId, SlotClass)> {
        self.store.as_ref().unwrap().slots()
    }

    fn size_bytes(&self) -> u64 {
        self.store.as_ref().unwrap().size_bytes()
    }
}

#[test]
fn sled_store_conforms() {
    conformance::all(Scratch::new);
}

/// Whatever is planted through the store, nothing of it can be found in any raw file, however it is spelt.
#[test]
fn raw_files_hold_nothing_of_what_was_stored() {
    let markers: Vec<Vec<u8>> = [
        "a message about Zyxomma petiolatum",
        "Ottilie Quincampoix",
        "Room of the 17 herons",
        "hearth:invitelinkmarker0123456789",
        "12D3KooWplantedpeeridmarker",
        "\u{0928}\u{092e}\u{0938}\u{094d}\u{0924}\u{0947} marker",
    ]
    .iter()
    .map(|marker| marker.as_bytes().to_vec())
    .chain([vec![0xd7; 16], (100..132).collect()])
    .collect();
    let mut scratch = Scratch::new();
    let slot = scratch.store().new_slot(SlotClass::Room).unwrap();
    for round in 0..30_u64 {
        let mut batch = Batch::new();
        for marker in &markers {
            batch.put(Key::new(Tree::Contact, marker.clone()), slot, marker.clone());
            let order = [round.to_be_bytes().as_slice(), marker].concat();
            batch.put(Key::ordered(Tree::Timeline, marker.clone(), order), slot, marker.repeat(50));
            batch.put(Key::ordered(Tree::Entry, marker.clone(), round.to_be_bytes()), slot, marker.repeat(2_000));
        }
        if round % 3 == 0 {
            batch.delete(Key::new(Tree::Contact, markers[0].clone()));
        }
        scratch.write(batch).unwrap();
    }
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    scratch.close();
    let mut searched = 0;
    let mut stack = vec![scratch.path().to_owned()];
    while let Some(path) = stack.pop() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            stack.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        searched += bytes.len();
        for marker in &markers {
            for part in [marker.as_slice(), &marker[..9], &marker[marker.len() - 9..]] {
                let spellings = [
                    part.to_vec(),
                    data_encoding::HEXLOWER.encode(part).into_bytes(),
                    String::from_utf8_lossy(part).encode_utf16().flat_map(u16::to_le_bytes).collect(),
                ];
                for spelling in spellings {
                    assert!(!contains_bytes(&bytes, &spelling), "{name} holds {spelling:?}");
                    assert!(!contains_bytes(name.as_bytes(), &spelling));
                }
            }
        }
    }
    assert!(searched > 4 << 20, "the search saw what was written");
}

fn contains_bytes(haystack: &[u8], needle: &[u8]) -> bool {
    let first = needle[0];
    let mut from = 0;
    while let Some(at) = haystack[from..].iter().position(|byte| *byte == first) {
        from += at;
        if haystack[from..].starts_with(needle) {
            return true;
        }
        from += 1;
    }
    false
}

#[test]
fn records_and_slots_come_back_after_closing() {
    let mut scratch = Scratch::new();
    let slot = scratch.store().new_slot(SlotClass::Period).unwrap();
    let mut batch = Batch::new();
    batch.put(Key::new(Tree::Room, b"r"), slot, vec![5; 50_000]);
    scratch.write(batch).unwrap();
    let opened = scratch.reopen();
    assert!(opened.notice.is_none() && !opened.rewound);
    assert_eq!(opened.store.get(&Key::new(Tree::Room, b"r")).unwrap().unwrap().as_slice(), [5; 50_000]);
    assert_eq!(opened.store.slots().len(), 2);
}

/// A backup made before a slot was destroyed cannot bring its records back.
#[test]
fn a_backup_holds_no_slot_key() {
    let mut scratch = Scratch::new();
    let slot = scratch.store().new_slot(SlotClass::Room).unwrap();
    let mut batch = Batch::new();
    batch.put(Key::new(Tree::Room, b"gone"), slot, b"secret".to_vec());
    batch.put(Key::new(Tree::Room, b"kept"), SlotId::PROFILE, b"plain".to_vec());
    scratch.write(batch).unwrap();
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    scratch.store().destroy_slot(slot).unwrap();
    scratch.close();
    std::fs::remove_dir_all(scratch.path().join("db")).unwrap();
    let opened = scratch.reopen();
    assert_eq!(opened.notice, Some(Notice::StoreRestored));
    assert!(opened.store.get(&Key::new(Tree::Room, b"gone")).unwrap().is_none());
    assert_eq!(opened.store.get(&Key::new(Tree::Room, b"kept")).unwrap().unwrap().as_slice(), b"plain");
}

#[test]
fn backups_are_due_after_a_while_and_two_are_kept() {
    let mut scratch = Scratch::new();
    let minute = 60_000;
    assert!(scratch.store().backup(0).is_none(), "not at once");
    for n in 1..5 {
        let mut batch = Batch::new();
        batch.put(Key::new(Tree::Meta, b"n"), SlotId::PROFILE, vec![1]);
        scratch.write(batch).unwrap();
        scratch.store().backup(n * 11 * minute).unwrap().run().unwrap();
        assert!(scratch.store().backup(n * 11 * minute + minute).is_none());
    }
    assert!(scratch.store().backup(500 * minute).is_none(), "nothing new");
    let kept: Vec<_> =
        std::fs::read_dir(scratch.path().join("backup")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(kept.len(), 2, "{kept:?}");
}
