//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use rand::{Rng, RngExt, SeedableRng, rngs::StdRng};

use super::*;
use crate::store::record::CHUNK_BYTES;

/// What goes to sled's blob files is never synced: records of the largest size, in every arrangement of leaves, must
/// not get there.
#[test]
fn no_leaf_is_large_enough_for_a_blob() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Disk::open(dir.path()).unwrap();
    let mut rng = StdRng::seed_from_u64(1);
    let places: Vec<Vec<u8>> = (0..300_u32).map(|n| [[7; 36].as_slice(), &n.to_be_bytes()].concat()).collect();
    for _ in 0..300 {
        let mut writes = Writes::new();
        for _ in 0..rng.random_range(1..40) {
            let place = places[rng.random_range(0..places.len())].clone();
            let mut value = vec![0; CHUNK_BYTES + 256];
            rng.fill_bytes(&mut value);
            writes.insert(place, rng.random_bool(0.7).then_some(value));
        }
        disk.commit(&writes).unwrap();
        assert_eq!(std::fs::read_dir(dir.path().join("blobs")).unwrap().count(), 0);
    }
}

#[test]
fn a_panic_underneath_is_an_error() {
    let panicked: Result<()> = guarded(|| panic!("as sled does"));
    assert!(matches!(panicked, Err(Error::Damaged)));
}

#[test]
fn a_failed_write_is_the_last_one() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Disk::open(dir.path()).unwrap();
    disk.commit(&Writes::from([(b"a".to_vec(), Some(b"1".to_vec()))])).unwrap();
    let failed = disk.or_fail(|| Err::<(), _>(sled::Error::ReportableBug("planted".to_owned())));
    assert!(matches!(failed, Err(Error::Damaged)));
    let refused = disk.commit(&Writes::from([(b"a".to_vec(), Some(b"2".to_vec()))]));
    assert!(matches!(refused, Err(Error::Failed(_))));
    assert_eq!(disk.get(b"a").unwrap().unwrap(), b"1");
}

/// Nothing cleans up in the background: rewriting the same records must not make the file grow without end. Without the
/// flush after each batch sled stood still for ever here, one run in some dozens on a slow disk.
#[test]
fn overwriting_does_not_grow_the_file_without_end() {
    let dir = tempfile::tempdir().unwrap();
    let disk = Disk::open(dir.path()).unwrap();
    let mut rng = StdRng::seed_from_u64(2);
    let mut sizes = Vec::new();
    for round in 0..12_000_u64 {
        let mut writes = Writes::new();
        for _ in 0..5 {
            let place = [[7; 36].as_slice(), &rng.random_range(0..400_u32).to_be_bytes()].concat();
            let mut value = vec![0; 400];
            rng.fill_bytes(&mut value);
            writes.insert(place, Some(value));
        }
        disk.stage(&writes).unwrap();
        if round % 1_000 == 999 {
            disk.sync().unwrap();
            sizes.push(disk.size_bytes() >> 10);
        }
    }
    assert!(sizes.iter().all(|kib| *kib < 24 * 1024), "{sizes:?} KiB for 160 KiB of records");
}
