//! Records that are gone or stale without a word from the disk: noticed, and made up for from the newest copy.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::ops::{Bound, ControlFlow};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Writes};
use super::scratch::{Scratch, copy_dir, open_image};
use super::{Batch, Direction, Error, Key, SlotId, Store, Tree};
use crate::engine::snapshot::Notice;

fn key(n: u64) -> Key {
    Key::ordered(Tree::Entry, b"room", n.to_be_bytes())
}

fn put(store: &mut impl Store, n: u64, value: &[u8]) {
    let mut batch = Batch::new();
    batch.put(key(n), SlotId::PROFILE, value.to_vec());
    store.write(batch).unwrap();
}

fn present(store: &impl Store, count: u64) -> Vec<u64> {
    (0..count).filter(|n| store.get(&key(*n)).unwrap().is_some()).collect()
}

/// All raw records of a closed store.
fn rows(dir: &Path) -> Writes {
    let disk = Disk::open(&dir.join("db")).unwrap();
    let mut rows = Writes::new();
    let all = (Bound::Unbounded, Bound::Unbounded);
    disk.scan(all, Direction::Forward, |place, value| {
        rows.insert(place.to_vec(), Some(value.to_vec()));
        Ok(ControlFlow::Continue(()))
    })
    .unwrap();
    rows
}

/// Writes behind the store's back.
fn tamper(dir: &Path, writes: &Writes) {
    Disk::open(&dir.join("db")).unwrap().commit(writes).unwrap();
}

/// The place of the record that `write` makes, found by comparing.
fn place_of(scratch: &mut Scratch, write: impl FnOnce(&mut Scratch)) -> Vec<u8> {
    scratch.close();
    let before = rows(scratch.path());
    scratch.store = Some(scratch.reopen().store);
    write(scratch);
    scratch.close();
    let fresh: Vec<_> = rows(scratch.path()).into_keys().filter(|place| !before.contains_key(place)).collect();
    scratch.store = Some(scratch.reopen().store);
    assert_eq!(fresh.len(), 1, "one record was written");
    fresh[0].clone()
}

/// A store as a killed process leaves it, with one record taken out by `hide`.
fn killed(scratch: &Scratch, images: &Path, hidden: Writes) -> PathBuf {
    let image = images.join("image");
    copy_dir(scratch.path(), &image);
    tamper(&image, &hidden);
    image
}

#[test]
fn a_record_that_vanished_is_noticed_and_comes_back_from_the_backup() {
    let (mut scratch, images) = (Scratch::new(), tempfile::tempdir().unwrap());
    let place = place_of(&mut scratch, |scratch| put(scratch.store(), 0, b"first"));
    (1..9).for_each(|n| put(scratch.store(), n, b"more"));
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    put(scratch.store(), 9, b"after the backup");
    let image = killed(&scratch, images.path(), Writes::from([(place, None)]));
    let opened = open_image(&image).unwrap();
    assert_eq!((opened.notice, opened.rewound), (Some(Notice::StoreRestored), true));
    assert_eq!(present(&opened.store, 10), (0..9).collect::<Vec<_>>());
    assert!(image.join("aside/1").exists());
}

#[test]
fn without_a_backup_the_rest_is_kept_and_said_to_be_a_rest() {
    let (mut scratch, images) = (Scratch::new(), tempfile::tempdir().unwrap());
    let place = place_of(&mut scratch, |scratch| put(scratch.store(), 0, b"first"));
    (1..9).for_each(|n| put(scratch.store(), n, b"more"));
    let image = killed(&scratch, images.path(), Writes::from([(place, None)]));
    let opened = open_image(&image).unwrap();
    assert_eq!((opened.notice, opened.rewound), (Some(Notice::StoreRestored), true));
    assert_eq!(present(&opened.store, 9), (1..9).collect::<Vec<_>>());
    drop(opened);
    let again = open_image(&image).unwrap();
    assert_eq!(again.notice, None, "what is left is whole in itself");
    again.store.exporter().unwrap();
}

#[test]
fn a_record_that_fell_back_to_an_older_content_is_noticed() {
    let (mut scratch, images) = (Scratch::new(), tempfile::tempdir().unwrap());
    let place = place_of(&mut scratch, |scratch| put(scratch.store(), 0, b"older"));
    scratch.close();
    let older = rows(scratch.path())[&place].clone();
    scratch.store = Some(scratch.reopen().store);
    put(scratch.store(), 0, b"newer");
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    let image = killed(&scratch, images.path(), Writes::from([(place, older)]));
    let opened = open_image(&image).unwrap();
    assert_eq!(opened.notice, Some(Notice::StoreRestored));
    assert_eq!(opened.store.get(&key(0)).unwrap().unwrap().as_slice(), b"newer");
}

/// A store that was closed well is not read through. The next copy of it is, and must not take the place of a good one.
#[test]
fn a_copy_in_which_a_record_is_missing_is_none() {
    let mut scratch = Scratch::new();
    let place = place_of(&mut scratch, |scratch| put(scratch.store(), 0, b"first"));
    put(scratch.store(), 1, b"second");
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    scratch.close();
    tamper(scratch.path(), &Writes::from([(place, None)]));
    let opened = scratch.reopen();
    assert_eq!(opened.notice, None);
    scratch.store = Some(opened.store);
    put(scratch.store(), 2, b"third");
    assert!(matches!(scratch.store().backup(7_200_000).unwrap().run(), Err(Error::Damaged)));
    assert!(!scratch.path().join("backup/2").exists());
    scratch.store().doubt();
    let opened = scratch.reopen();
    assert_eq!(opened.notice, Some(Notice::StoreRestored));
    assert_eq!(present(&opened.store, 3), [0, 1]);
}

/// Copies made while records are written, replaced and removed add up.
#[test]
fn a_copy_of_a_busy_store_is_whole() {
    let mut scratch = Scratch::new();
    let room = SlotId::PROFILE;
    for n in 0..400 {
        put(scratch.store(), n, &[1; 700]);
    }
    for round in 1..9_u64 {
        let backup = scratch.store().backup(round * 86_400_000).unwrap();
        let copying = std::thread::Builder::new().name("copying".into()).spawn(move || backup.run()).unwrap();
        let mut n = 0;
        while !copying.is_finished() {
            let mut batch = Batch::new();
            batch.put(key(n * 7 % 500), room, vec![2; 900]);
            batch.delete(key(n * 11 % 500));
            batch.put(key(399 - n % 400), room, vec![3; 12_000]);
            scratch.store().write(batch).unwrap();
            n += 1;
        }
        copying.join().unwrap().unwrap();
    }
    let found = present(scratch.store(), 600);
    scratch.store().doubt();
    let opened = scratch.reopen();
    assert_eq!(opened.notice, None);
    assert_eq!(present(&opened.store, 600), found);
}
