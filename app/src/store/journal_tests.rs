//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeMap;
use std::ops::{Bound, ControlFlow};
use std::path::Path;

use rand::{Rng, RngExt, SeedableRng, rngs::StdRng};

use super::*;
use crate::store::disk::Disk;
use crate::store::{Direction, Error};

fn place(n: u32) -> Vec<u8> {
    [[7; 36].as_slice(), &n.to_be_bytes()].concat()
}

/// A batch of some megabytes: records old and new, some of them deleted.
fn large(rng: &mut StdRng) -> Writes {
    let row = |rng: &mut StdRng| {
        let mut value = vec![0; rng.random_range(0..5_400)];
        rng.fill_bytes(&mut value);
        (place(rng.random_range(0..4_000)), rng.random_bool(0.8).then_some(value))
    };
    (0..1_500).map(|_| row(rng)).collect()
}

fn follow(model: &mut BTreeMap<Vec<u8>, Vec<u8>>, writes: &Writes) {
    for (place, value) in writes {
        match value {
            Some(value) => _ = model.insert(place.clone(), value.clone()),
            None => _ = model.remove(place),
        }
    }
}

fn records(disk: &Disk) -> BTreeMap<Vec<u8>, Vec<u8>> {
    let mut found = BTreeMap::new();
    let visit = |place: &[u8], value: &[u8]| {
        found.insert(place.to_vec(), value.to_vec());
        Ok(ControlFlow::Continue(()))
    };
    disk.scan((Bound::Unbounded, Bound::Unbounded), Direction::Forward, visit).unwrap();
    found
}

/// The store as it is before [`Disk`] opens it.
fn bare(dir: &Path) -> sled::Db {
    let config = sled::Config::new().path(dir).flush_every_ms(None);
    (0..500)
        .find_map(|_| config.open().inspect_err(|_| std::thread::sleep(std::time::Duration::from_millis(10))).ok())
        .expect("the store is let go of within seconds")
}

#[test]
fn large_batches_are_written_whole_and_leave_no_journal() {
    let dir = tempfile::tempdir().unwrap();
    let mut rng = StdRng::seed_from_u64(3);
    let mut model = BTreeMap::new();
    let disk = Disk::open(dir.path()).unwrap();
    for _ in 0..6 {
        let writes = large(&mut rng);
        assert!(writes.iter().map(weight).sum::<usize>() > 2 * PIECE_BYTES);
        disk.commit(&writes).unwrap();
        follow(&mut model, &writes);
        assert!(records(&disk) == model);
    }
    drop(disk);
    let db = bare(dir.path());
    assert!(db.open_tree(TREE).unwrap().is_empty());
}

/// Where a process stopped while it applied a batch that it had written down.
#[test]
fn a_batch_written_down_whole_is_applied_on_opening() {
    let mut rng = StdRng::seed_from_u64(4);
    for pieces_applied in 0..3 {
        let dir = tempfile::tempdir().unwrap();
        let (first, second) = (large(&mut rng), large(&mut rng));
        let mut model = BTreeMap::new();
        follow(&mut model, &first);
        follow(&mut model, &second);
        {
            let db = bare(dir.path());
            write(&db, &first).unwrap();
            note(&db.open_tree(TREE).unwrap(), &second).unwrap();
            apply(&db, second.iter().take(pieces_applied * 300)).unwrap();
        }
        assert!(records(&Disk::open(dir.path()).unwrap()) == model);
        assert!(bare(dir.path()).open_tree(TREE).unwrap().is_empty());
    }
}

#[test]
fn a_batch_not_written_down_whole_is_forgotten() {
    let mut rng = StdRng::seed_from_u64(5);
    let dir = tempfile::tempdir().unwrap();
    let (first, second) = (large(&mut rng), large(&mut rng));
    let mut model = BTreeMap::new();
    follow(&mut model, &first);
    {
        let db = bare(dir.path());
        write(&db, &first).unwrap();
        let journal = db.open_tree(TREE).unwrap();
        note(&journal, &second).unwrap();
        journal.remove(WHOLE).unwrap();
        journal.flush().unwrap();
    }
    assert!(records(&Disk::open(dir.path()).unwrap()) == model);
    assert!(bare(dir.path()).open_tree(TREE).unwrap().is_empty());
}

#[test]
fn a_damaged_journal_is_an_error_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    {
        let db = bare(dir.path());
        db.insert(place(1), b"before".as_slice()).unwrap();
        let journal = db.open_tree(TREE).unwrap();
        note(&journal, &Writes::from([(place(1), Some(b"after".to_vec()))])).unwrap();
        journal.insert(0_u32.to_be_bytes(), [PUT, 0xff, 0xff, 7].as_slice()).unwrap();
        journal.flush().unwrap();
    }
    assert!(matches!(Disk::open(dir.path()), Err(Error::Damaged)));
    assert_eq!(bare(dir.path()).get(place(1)).unwrap().unwrap().as_ref(), b"before");
}

proptest::proptest! {
    #[test]
    fn any_row_decodes_or_is_refused(row: Vec<u8>) {
        if let Some(write) = decode(&row) {
            proptest::prop_assert_eq!(encode((&write.0, &write.1)), row);
        }
    }
}
