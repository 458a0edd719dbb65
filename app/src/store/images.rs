//! Crash images: the files as they lie after each write, torn, cut, zeroed and corrupted, and opened again. What was
//! acknowledged is there, or the store was moved aside and says so; nothing panics, nothing is deleted.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::fs::{self, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rand::{Rng, RngExt, SeedableRng, rngs::StdRng};

use super::scratch::{Scratch, copy_dir, open_image};
use super::{Batch, Key, SlotId, Store, Tree};
use crate::engine::snapshot::Notice;

fn key(n: u64) -> Key {
    Key::ordered(Tree::Entry, (n % 7).to_be_bytes(), n.to_be_bytes())
}

fn value(n: u64) -> Vec<u8> {
    let length = match n % 11 {
        0 => 20_000,
        1..4 => 4_000,
        _ => 200,
    };
    (0..length).map(|at: u64| (at ^ n).to_le_bytes()[0]).collect()
}

/// Writes records `from..to`, a few a batch, and overwrites one record each time.
fn write(store: &mut impl Store, from: u64, to: u64) {
    let mut n = from;
    while n < to {
        let mut batch = Batch::new();
        for _ in 0..(n % 4) + 1 {
            if n < to {
                batch.put(key(n), SlotId::PROFILE, value(n));
                n += 1;
            }
        }
        batch.put(Key::new(Tree::Meta, b"counter"), SlotId::PROFILE, n.to_be_bytes().to_vec());
        store.write(batch).unwrap();
    }
}

/// How many of the records from the first on are there.
fn present(store: &impl Store) -> u64 {
    (0..).find(|n| store.get(&key(*n)).unwrap().is_none_or(|found| *found != value(*n))).unwrap()
}

fn snapshots(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir.join("db")).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("snap.")).collect()
}

/// Where the written part of the log ends.
fn tail(db: &Path) -> u64 {
    let bytes = fs::read(db).unwrap();
    bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at as u64 + 1)
}

fn overwrite(path: &Path, at: u64, bytes: &[u8]) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

fn flip(path: &Path, at: u64) {
    let mut file = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.seek(SeekFrom::Start(at)).unwrap();
    file.read_exact(&mut byte).unwrap();
    overwrite(path, at, &[byte[0] ^ 0xff]);
}

fn truncate(path: &Path, length: u64) {
    OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

const DAMAGES: [&str; 12] = [
    "cut a little",
    "cut a lot",
    "zero the last sector",
    "zero the last pages",
    "garbage in the last page",
    "flip a byte anywhere",
    "flip near the end",
    "empty the log",
    "corrupt the snapshot",
    "cut the snapshot",
    "corrupt the settings",
    "remove the log",
];

fn damage(dir: &Path, how: &str, rng: &mut StdRng) {
    let db = dir.join("db/db");
    let end = tail(&db);
    let mut garbage = [0; 4096];
    rng.fill_bytes(&mut garbage);
    match how {
        "cut a little" => truncate(&db, end.saturating_sub(rng.random_range(1..600))),
        "cut a lot" => truncate(&db, rng.random_range(0..end.max(1))),
        "zero the last sector" => overwrite(&db, end.saturating_sub(512), &[0; 512]),
        "zero the last pages" => {
            let pages = rng.random_range(1..20) * 4096;
            overwrite(&db, end.saturating_sub(pages), &vec![0; usize::try_from(pages).unwrap()]);
        }
        "garbage in the last page" => overwrite(&db, end.saturating_sub(4096), &garbage),
        "flip a byte anywhere" => flip(&db, rng.random_range(0..end)),
        "flip near the end" => flip(&db, end.saturating_sub(rng.random_range(1..5_000))),
        "empty the log" => truncate(&db, 0),
        "corrupt the snapshot" => snapshots(dir).iter().for_each(|snapshot| flip(snapshot, 8)),
        "cut the snapshot" => snapshots(dir).iter().for_each(|snapshot| truncate(snapshot, 5)),
        "corrupt the settings" => flip(&dir.join("db/conf"), rng.random_range(0..30)),
        "remove the log" => fs::remove_file(&db).unwrap(),
        other => panic!("{other}"),
    }
}

/// Opens a damaged image and checks what it promises. `backed_up` records were in the newest backup.
fn opens(dir: &Path, acknowledged: u64, backed_up: u64, what: &str) -> Option<Notice> {
    let opened = open_image(dir).unwrap_or_else(|error| panic!("{what}: {error:?}"));
    let found = present(&opened.store);
    match opened.notice {
        None => {
            assert!(found >= acknowledged, "{what}: {found} of {acknowledged} without a word");
            assert!(!opened.rewound, "{what}");
        }
        Some(notice) => {
            assert!(opened.rewound, "{what}");
            assert!(dir.join("aside/1").exists(), "{what}: the old store must not be deleted");
            assert!(found >= backed_up, "{what}: {found} of {backed_up} in the backup");
            assert_eq!(notice == Notice::StoreLost, found == 0 && backed_up == 0, "{what}");
        }
    }
    // Whatever it is now, it works, and opens again without another word.
    let (mut store, rewound) = (opened.store, opened.rewound);
    write(&mut store, 900_000, 900_020);
    drop(store);
    let again = open_image(dir).unwrap();
    assert_eq!((again.notice, again.rewound), (None, rewound), "{what}, opened again");
    assert_eq!(present(&again.store), found, "{what}, opened again");
    assert!(again.store.get(&key(900_019)).unwrap().is_some());
    opened.notice
}

#[test]
fn images_after_every_write_hold_what_was_acknowledged() {
    let mut scratch = Scratch::new();
    let images = tempfile::tempdir().unwrap();
    for round in 0..25_u64 {
        write(scratch.store(), round * 9, round * 9 + 9);
        if round % 6 == 5 {
            // A new process: sled writes its snapshot when it opens.
            let opened = scratch.reopen();
            scratch.store = Some(opened.store);
        }
        let image = images.path().join(round.to_string());
        copy_dir(scratch.path(), &image);
        assert_eq!(opens(&image, round * 9 + 9, 0, &format!("image {round}")), None);
    }
}

fn damaged_images(seed: u64, with_backup: bool) -> [usize; 3] {
    let mut rng = StdRng::seed_from_u64(seed);
    let images = tempfile::tempdir().unwrap();
    let mut outcomes = [0; 3];
    for (number, how) in DAMAGES.iter().cycle().take(DAMAGES.len() * 2).enumerate() {
        let mut scratch = Scratch::new();
        let backed_up = if with_backup { rng.random_range(5..60) } else { 0 };
        write(scratch.store(), 0, backed_up);
        if with_backup {
            scratch.store().backup(3_600_000).unwrap().run().unwrap();
        }
        let acknowledged = backed_up + rng.random_range(5..200);
        write(scratch.store(), backed_up, acknowledged);
        if rng.random_bool(0.5) {
            let opened = scratch.reopen();
            scratch.store = Some(opened.store);
            write(scratch.store(), acknowledged, acknowledged + 10);
        }
        let image = images.path().join(number.to_string());
        copy_dir(scratch.path(), &image);
        damage(&image, how, &mut rng);
        match opens(&image, acknowledged, backed_up, &format!("seed {seed}, image {number}, {how}")) {
            None => outcomes[0] += 1,
            Some(Notice::StoreRestored) => outcomes[1] += 1,
            Some(_) => outcomes[2] += 1,
        }
    }
    outcomes
}

#[test]
fn damaged_images_are_repaired_or_restored_from_the_backup() {
    let outcomes = damaged_images(1, true);
    assert!(outcomes[0] > 3 && outcomes[1] > 3, "both kinds were seen: {outcomes:?}");
    assert_eq!(outcomes[2], 0);
}

#[test]
fn damaged_images_without_a_backup_keep_what_can_be_read() {
    let outcomes = damaged_images(2, false);
    assert!(outcomes[2] > 0, "an emptied log without a backup is a loss, and said to be one: {outcomes:?}");
}

/// `HEARTH_IMAGES` further seeds; one where it isn't set. Sled lays its log out anew each time, so that no seed repeats
/// what a flipped byte hit.
#[test]
fn further_damaged_images_lose_nothing_that_was_backed_up() {
    let seeds = std::env::var("HEARTH_IMAGES").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(1);
    for seed in 0..seeds {
        let outcomes = damaged_images(1_000 + seed, true);
        assert_eq!(outcomes[2], 0, "seed {}: {outcomes:?}", 1_000 + seed);
    }
}

/// A damaged backup is passed over for the one before it.
#[test]
fn the_newest_backup_that_reads_is_taken() {
    let mut scratch = Scratch::new();
    write(scratch.store(), 0, 20);
    scratch.store().backup(3_600_000).unwrap().run().unwrap();
    write(scratch.store(), 20, 40);
    scratch.store().backup(7_200_000).unwrap().run().unwrap();
    scratch.close();
    fs::remove_dir_all(scratch.path().join("db")).unwrap();
    flip(&scratch.path().join("backup/2"), 9_000);
    assert_eq!(opens(scratch.path(), 40, 20, "one damaged backup"), Some(Notice::StoreRestored));
}

/// Killed while restoring, it begins again and loses nothing of what was moved aside.
#[test]
fn a_restoring_that_was_cut_off_is_done_again() {
    let mut scratch = Scratch::new();
    write(scratch.store(), 0, 30);
    scratch.close();
    let aside = scratch.path().join("aside");
    fs::create_dir(&aside).unwrap();
    fs::rename(scratch.path().join("db"), aside.join("1")).unwrap();
    fs::create_dir(scratch.path().join("db")).unwrap();
    fs::write(scratch.path().join("db/db"), [1; 999]).unwrap();
    fs::write(scratch.path().join("restoring"), []).unwrap();
    assert_eq!(opens(scratch.path(), 30, 0, "half restored"), None);
    assert!(!scratch.path().join("restoring").exists());
}
