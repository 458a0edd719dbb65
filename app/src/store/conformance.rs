//! What every [`Store`] must do, run on each implementation.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::ops::Bound::{Excluded, Included, Unbounded};

use super::{
    ALL, Batch, Direction, Error, Key, MAX_ORDER_BYTES, MAX_VALUE_BYTES, MemoryStore, Row, SlotClass, SlotId, Store,
    Tree,
};

const P: SlotId = SlotId::PROFILE;

/// Runs the whole suite; `fresh` makes an empty store.
pub fn all<S: Store>(mut fresh: impl FnMut() -> S) {
    reads_what_was_written(&mut fresh());
    replaces_and_deletes(&mut fresh());
    keeps_ids_and_trees_apart(&mut fresh());
    pages_in_order(&mut fresh());
    pages_with_ties(&mut fresh());
    applies_changes_in_the_order_given(&mut fresh());
    clears_an_id(&mut fresh());
    takes_large_values(&mut fresh());
    refuses_what_is_too_large(&mut fresh());
    forgets_what_a_destroyed_slot_sealed(&mut fresh());
    refuses_unknown_slots_and_changes_nothing(&mut fresh());
    caps_slots(&mut fresh());
}

fn put(store: &mut impl Store, key: Key, value: &[u8]) {
    let mut batch = Batch::new();
    batch.put(key, P, value.to_vec());
    store.write(batch).unwrap();
}

fn get(store: &impl Store, key: &Key) -> Option<Vec<u8>> {
    store.get(key).unwrap().map(|value| value.to_vec())
}

fn orders(rows: &[Row]) -> Vec<Vec<u8>> {
    rows.iter().map(|(order, _)| order.clone()).collect()
}

fn reads_what_was_written(store: &mut impl Store) {
    let key = Key::new(Tree::Meta, b"a");
    assert_eq!(get(store, &key), None);
    put(store, key.clone(), b"one");
    assert_eq!(get(store, &key).unwrap(), b"one");
    put(store, Key::ordered(Tree::Meta, b"a", b"\x01"), b"");
    assert_eq!(get(store, &Key::ordered(Tree::Meta, b"a", b"\x01")).unwrap(), b"");
    assert_eq!(get(store, &key).unwrap(), b"one");
    store.write(Batch::new()).unwrap();
}

fn replaces_and_deletes(store: &mut impl Store) {
    let key = Key::new(Tree::Room, b"r");
    put(store, key.clone(), b"one");
    put(store, key.clone(), b"two");
    assert_eq!(get(store, &key).unwrap(), b"two");
    let mut batch = Batch::new();
    batch.delete(key.clone());
    batch.delete(Key::new(Tree::Room, b"never there"));
    store.write(batch).unwrap();
    assert_eq!(get(store, &key), None);
}

fn keeps_ids_and_trees_apart(store: &mut impl Store) {
    put(store, Key::ordered(Tree::Timeline, b"r1", b"1"), b"a");
    put(store, Key::ordered(Tree::Timeline, b"r2", b"1"), b"b");
    put(store, Key::ordered(Tree::Entry, b"r1", b"1"), b"c");
    put(store, Key::ordered(Tree::Timeline, b"r", b"11"), b"d");
    let rows = store.page(Tree::Timeline, b"r1", ALL, Direction::Forward, 9).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].1.as_slice(), b"a");
}

fn pages_in_order(store: &mut impl Store) {
    let mut batch = Batch::new();
    for n in [5_u64, 1, 9, 3, 7, 300, 2, 70_000] {
        batch.put(Key::ordered(Tree::Timeline, b"r", n.to_be_bytes()), P, n.to_string().into_bytes());
    }
    store.write(batch).unwrap();
    let page = |range, direction, limit| -> Vec<u64> {
        let rows = store.page(Tree::Timeline, b"r", range, direction, limit).unwrap();
        rows.iter().map(|(order, _)| u64::from_be_bytes(order.clone().try_into().unwrap())).collect()
    };
    let [three, seven] = [3_u64.to_be_bytes(), 7_u64.to_be_bytes()];
    assert_eq!(page(ALL, Direction::Forward, 100), [1, 2, 3, 5, 7, 9, 300, 70_000]);
    assert_eq!(page(ALL, Direction::Backward, 3), [70_000, 300, 9]);
    assert_eq!(page(ALL, Direction::Forward, 0), [0_u64; 0]);
    assert_eq!(page((Included(&three[..]), Included(&seven[..])), Direction::Forward, 100), [3, 5, 7]);
    assert_eq!(page((Excluded(&three[..]), Excluded(&seven[..])), Direction::Forward, 100), [5]);
    assert_eq!(page((Unbounded, Excluded(&seven[..])), Direction::Backward, 2), [5, 3]);
    assert_eq!(page((Excluded(&seven[..]), Unbounded), Direction::Forward, 2), [9, 300]);
    assert_eq!(page((Included(&seven[..]), Included(&three[..])), Direction::Forward, 2), [0_u64; 0]);
}

/// Orders that agree in their first eight bytes, of every length, sort by the rest.
fn pages_with_ties(store: &mut impl Store) {
    let mut all = Vec::new();
    for depth in 0..6_u64 {
        for device in [200_u8, 3, 77, 4, 150] {
            let mut order = depth.to_be_bytes().to_vec();
            order.extend([device; 16]);
            order.extend(u64::from(device).to_be_bytes());
            all.push(order);
        }
        all.push(depth.to_be_bytes().to_vec());
        all.push(depth.to_be_bytes()[..7].to_vec());
    }
    all.push(Vec::new());
    let mut batch = Batch::new();
    for order in &all {
        batch.put(Key::ordered(Tree::Timeline, b"t", order.clone()), P, order.clone());
    }
    store.write(batch).unwrap();
    all.sort();
    all.dedup();
    let page = |range, direction, limit| store.page(Tree::Timeline, b"t", range, direction, limit).unwrap();
    let rows = page(ALL, Direction::Forward, 1_000);
    assert_eq!(orders(&rows), all);
    assert!(rows.iter().all(|(order, value)| order == value.as_slice()));
    let mut backward = all.clone();
    backward.reverse();
    assert_eq!(orders(&page(ALL, Direction::Backward, 1_000)), backward);
    for limit in 0..all.len() {
        assert_eq!(orders(&page(ALL, Direction::Forward, limit)), all[..limit]);
        assert_eq!(orders(&page(ALL, Direction::Backward, limit)), backward[..limit]);
        let cut = all[limit].as_slice();
        assert_eq!(orders(&page((Unbounded, Excluded(cut)), Direction::Forward, 1_000)), all[..limit]);
        assert_eq!(orders(&page((Included(cut), Unbounded), Direction::Forward, 1_000)), all[limit..]);
        let next: Vec<_> = all[..limit].iter().rev().take(3).cloned().collect();
        assert_eq!(orders(&page((Unbounded, Excluded(cut)), Direction::Backward, 3)), next);
    }
}

fn applies_changes_in_the_order_given(store: &mut impl Store) {
    let key = Key::ordered(Tree::Outbox, b"o", b"1");
    let mut batch = Batch::new();
    batch.put(key.clone(), P, b"1".to_vec());
    batch.clear(Tree::Outbox, b"o");
    batch.put(key.clone(), P, b"2".to_vec());
    batch.put(Key::ordered(Tree::Outbox, b"o", b"2"), P, vec![9; 30_000]);
    batch.delete(Key::ordered(Tree::Outbox, b"o", b"2"));
    store.write(batch).unwrap();
    assert_eq!(get(store, &key).unwrap(), b"2");
    assert_eq!(store.page(Tree::Outbox, b"o", ALL, Direction::Forward, 9).unwrap().len(), 1);
}

fn clears_an_id(store: &mut impl Store) {
    for n in 0..40_u8 {
        put(store, Key::ordered(Tree::Entry, b"gone", [n]), &[n; 100]);
        put(store, Key::ordered(Tree::Entry, b"stays", [n]), &[n]);
    }
    put(store, Key::new(Tree::Entry, b"gone"), &[7; 20_000]);
    let mut batch = Batch::new();
    batch.clear(Tree::Entry, b"gone");
    store.write(batch).unwrap();
    assert_eq!(store.page(Tree::Entry, b"gone", ALL, Direction::Forward, 99).unwrap().len(), 0);
    assert_eq!(get(store, &Key::new(Tree::Entry, b"gone")), None);
    assert_eq!(store.page(Tree::Entry, b"stays", ALL, Direction::Forward, 99).unwrap().len(), 40);
}

fn takes_large_values(store: &mut impl Store) {
    let key = Key::ordered(Tree::RoomKeys, b"k", b"\x00\x00\x00\x00\x00\x00\x00\x01 and more");
    for length in [0, 1, 6_000, 6_143, 6_144, 6_145, 12_288, 60_000, 70_000, 1 << 20, 5_000, 300_000, 0] {
        let value: Vec<u8> = (0..length).map(|n: u32| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
        put(store, key.clone(), &value);
        assert!(get(store, &key).unwrap() == value, "{length} bytes");
        let rows = store.page(Tree::RoomKeys, b"k", ALL, Direction::Backward, 9).unwrap();
        assert!(rows.len() == 1 && rows[0].0 == key.order && *rows[0].1 == value, "{length} bytes in a page");
    }
}

fn refuses_what_is_too_large(store: &mut impl Store) {
    let long = Key::ordered(Tree::Entry, b"x", [1; MAX_ORDER_BYTES + 1]);
    let fits = Key::ordered(Tree::Entry, b"x", [1; MAX_ORDER_BYTES]);
    put(store, fits.clone(), b"y");
    assert_eq!(get(store, &fits).unwrap(), b"y");
    assert!(matches!(store.get(&long), Err(Error::TooLarge)));
    let mut batch = Batch::new();
    batch.put(long, P, b"z".to_vec());
    assert!(matches!(store.write(batch), Err(Error::TooLarge)));
    let mut batch = Batch::new();
    batch.put(Key::new(Tree::Entry, b"big"), P, vec![0; MAX_VALUE_BYTES + 1]);
    assert!(matches!(store.write(batch), Err(Error::TooLarge)));
}

fn forgets_what_a_destroyed_slot_sealed(store: &mut impl Store) {
    assert_eq!(store.slots(), [(P, SlotClass::Profile)]);
    let kept = store.new_slot(SlotClass::Room).unwrap();
    let gone = store.new_slot(SlotClass::Epoch).unwrap();
    let mut batch = Batch::new();
    for n in 0..20_u8 {
        batch.put(Key::ordered(Tree::Timeline, b"m", [n]), if n % 2 == 0 { kept } else { gone }, vec![n; 9_000]);
    }
    store.write(batch).unwrap();
    store.destroy_slot(gone).unwrap();
    store.destroy_slot(gone).unwrap();
    let rows = store.page(Tree::Timeline, b"m", ALL, Direction::Forward, 4).unwrap();
    assert_eq!(orders(&rows), [[0], [2], [4], [6]]);
    assert_eq!(store.page(Tree::Timeline, b"m", ALL, Direction::Backward, 99).unwrap().len(), 10);
    assert_eq!(get(store, &Key::ordered(Tree::Timeline, b"m", [3])), None);
    assert_eq!(store.slots(), [(P, SlotClass::Profile), (kept, SlotClass::Room)]);
    let next = store.new_slot(SlotClass::Period).unwrap();
    assert!(next > gone, "a slot's name is never used again");
    put(store, Key::ordered(Tree::Timeline, b"m", [3]), b"anew");
    assert_eq!(get(store, &Key::ordered(Tree::Timeline, b"m", [3])).unwrap(), b"anew");
}

fn refuses_unknown_slots_and_changes_nothing(store: &mut impl Store) {
    let gone = store.new_slot(SlotClass::Room).unwrap();
    store.destroy_slot(gone).unwrap();
    for slot in [gone, SlotId(999), SlotId(0)] {
        let mut batch = Batch::new();
        batch.put(Key::new(Tree::Room, b"first"), P, b"1".to_vec());
        batch.put(Key::new(Tree::Room, b"second"), slot, b"2".to_vec());
        assert!(matches!(store.write(batch), Err(Error::UnknownSlot)));
        assert_eq!(get(store, &Key::new(Tree::Room, b"first")), None);
    }
}

fn caps_slots(store: &mut impl Store) {
    let cap = SlotClass::Profile.cap();
    for _ in 1..cap {
        store.new_slot(SlotClass::Profile).unwrap();
    }
    assert!(matches!(store.new_slot(SlotClass::Profile), Err(Error::SlotsFull)));
    store.destroy_slot(SlotId(2)).unwrap();
    store.new_slot(SlotClass::Profile).unwrap();
}

#[test]
fn memory_store_conforms() {
    all(MemoryStore::new);
}
