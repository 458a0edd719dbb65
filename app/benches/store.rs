//! What the store costs: one durable write, a page of a long room, a look-up. Run with `cargo bench --profile dev`.
//! Percentiles rather than criterion's means: what is aimed at is the 99th of a store too large for its cache.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use app::store::{Batch, Direction, Key, Profile, SledStore, SlotId, Store, Tree};
use crypto::secret::Passphrase;

/// Records of the long room; `HEARTH_BENCH_RECORDS` overrides it.
const RECORDS: u64 = 1_000_000;
const BATCH: u64 = 200;
const ROOM: &[u8] = b"the long room";

fn order(n: u64) -> Vec<u8> {
    [n.to_be_bytes().as_slice(), &[7; 16], &n.to_be_bytes()].concat()
}

fn value(n: u64) -> Vec<u8> {
    (0..300).map(|at: u64| (at * 7 + n).to_le_bytes()[0]).collect()
}

fn opened(dir: &Path) -> SledStore {
    let profile = Profile::claim(dir).expect("a directory of its own");
    profile.create(&Passphrase::new("for the bench".to_owned()), 0).expect("a fresh profile").store
}

fn fill(store: &mut SledStore, from: u64, to: u64) {
    for first in (from..to).step_by(BATCH as usize) {
        let mut batch = Batch::new();
        for n in first..(first + BATCH).min(to) {
            batch.put(Key::ordered(Tree::Timeline, ROOM, order(n)), SlotId::PROFILE, value(n));
        }
        store.write(batch).expect("room on the disk");
    }
}

fn say(line: &str) {
    std::io::Write::write_all(&mut std::io::stdout(), line.as_bytes()).expect("a standard output");
}

/// Runs something many times and says how long it took.
fn percentiles(what: &str, count: usize, mut run: impl FnMut(u64)) {
    let mut times: Vec<Duration> = (0..count as u64)
        .map(|n| {
            let start = Instant::now();
            run(n);
            start.elapsed()
        })
        .collect();
    times.sort();
    let at = |part: usize| times.get(times.len() * part / 1000).copied().unwrap_or_default().as_secs_f64() * 1e3;
    let line = format!("{what}: p50 {:.3} ms, p99 {:.3} ms, p99.9 {:.3} ms\n", at(500), at(990), at(999));
    say(&line);
}

fn scattered(n: u64, of: u64) -> u64 {
    n.wrapping_mul(0x9e37_79b9_7f4a_7c15) % of
}

fn main() {
    let records = std::env::var("HEARTH_BENCH_RECORDS").ok().and_then(|n| n.parse().ok()).unwrap_or(RECORDS);
    let dir = tempfile::tempdir().expect("a temporary directory");
    let mut store = opened(dir.path());
    let start = Instant::now();
    fill(&mut store, 0, records);
    let rate = records as f64 / start.elapsed().as_secs_f64();
    let size = store.size_bytes() / records;
    let line = format!("filled with {records} records at {rate:.0}/s, {size} bytes each on disk\n");
    say(&line);

    let page = |n: u64| {
        let end = order(scattered(n, records));
        let range = (std::ops::Bound::Unbounded, std::ops::Bound::Excluded(end.as_slice()));
        black_box(store.page(Tree::Timeline, ROOM, range, Direction::Backward, 50).expect("a page"));
    };
    percentiles("page of 50, anywhere", 2_000, page);
    let newest = |_| {
        let all = app::store::ALL;
        black_box(store.page(Tree::Timeline, ROOM, all, Direction::Backward, 50).expect("a page"));
    };
    percentiles("page of 50, the newest", 2_000, newest);
    percentiles("one record", 5_000, |n| {
        let key = Key::ordered(Tree::Timeline, ROOM, order(scattered(n, records)));
        black_box(store.get(&key).expect("a record"));
    });
    overwrite(&mut store);
    let mut next = records;
    percentiles("one durable write", 1_000, |_| {
        fill(&mut store, next, next + 1);
        next += 1;
    });
}

/// How much a store grows by writing the same hundred records again and again.
fn overwrite(store: &mut SledStore) {
    let before = store.size_bytes();
    let start = Instant::now();
    for round in 0..20_000_u64 {
        let mut batch = Batch::new();
        for at in 0..5 {
            let key = Key::new(Tree::RoomState, ((round * 5 + at) % 100).to_be_bytes());
            batch.put(key, SlotId::PROFILE, value(round));
        }
        store.write(batch).expect("room on the disk");
    }
    let (grown, per) = (store.size_bytes().saturating_sub(before), start.elapsed().as_secs_f64() * 1e3 / 20_000.0);
    let line = format!("100,000 overwrites of 100 records, 5 a batch: {grown} bytes more, {per:.3} ms a batch\n");
    say(&line);
}
