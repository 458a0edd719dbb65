//! What the store costs, for `scripts/bench`: a page of a long room, a look-up, one durable write, beside SQLite on the
//! same records on the same disk. Percentiles rather than means: what is aimed at is the 99th of a store too large for
//! its cache.

use std::hint::black_box;
use std::ops::Bound;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use app::store::{ALL, Batch, Direction, Key, Profile, Range, SledStore, SlotId, Store, Tree};
use crypto::secret::Passphrase;
use serde_json::{Value, json};

use crate::figures::percentiles;

/// Records of the long room, once it is as long as is aimed at.
const LENGTHS: [u64; 2] = [100_000, 1_000_000];
const BATCH: u64 = 200;
const ROOM: &[u8] = b"the long room";
const VALUE_BYTES: usize = 300;

/// All of them.
///
/// # Panics
/// Where a figure cannot be measured.
#[must_use]
pub fn figures() -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let profile = Profile::claim(folder.path()).expect("a folder of its own");
    let mut store = profile.create(&Passphrase::new("for the bench".to_owned()), 0).expect("a fresh profile").store;
    let mut figures = json!({ "peer": sqlite(folder.path()) });
    let mut filled = 0;
    for length in LENGTHS {
        let began = Instant::now();
        fill(&mut store, filled, length);
        let rate = (length - filled) as f64 / began.elapsed().as_secs_f64();
        filled = length;
        let mut of = pages(&store, length);
        of["filled_per_s"] = json!(rate.round());
        of["bytes_a_record"] = json!(store.size_bytes() / length);
        figures[format!("of_{length}")] = of;
    }
    figures["durable_write"] = timed(500, |n| fill(&mut store, filled + n, filled + n + 1));
    figures
}

fn pages(store: &SledStore, records: u64) -> Value {
    let page =
        |range: Range<'_>| black_box(store.page(Tree::Timeline, ROOM, range, Direction::Backward, 50).expect("a page"));
    let anywhere = timed(2_000, |n| {
        let end = order(scattered(n, records));
        page((Bound::Unbounded, Bound::Excluded(end.as_slice())));
    });
    let newest = timed(2_000, |_| {
        page(ALL);
    });
    let record = timed(5_000, |n| {
        let key = Key::ordered(Tree::Timeline, ROOM, order(scattered(n, records)));
        black_box(store.get(&key).expect("a record"));
    });
    json!({"page_of_50_anywhere": anywhere, "page_of_50_newest": newest, "one_record": record})
}

fn fill(store: &mut SledStore, from: u64, to: u64) {
    let mut next = from;
    while next < to {
        let mut batch = Batch::new();
        for n in next..(next + BATCH).min(to) {
            batch.put(Key::ordered(Tree::Timeline, ROOM, order(n)), SlotId::PROFILE, value(n));
        }
        store.write(batch).expect("room on the disk");
        next += BATCH;
    }
}

/// The same pages of the same number of records in SQLite, neither hidden nor sealed.
fn sqlite(folder: &Path) -> Value {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/sqlite.py");
    let arguments = [LENGTHS[1].to_string(), VALUE_BYTES.to_string()];
    let output = Command::new("python3").arg(script).arg(folder.join("peer.sqlite")).args(arguments).output();
    let output = output.expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it prints JSON")
}

fn order(n: u64) -> Vec<u8> {
    [n.to_be_bytes().as_slice(), &[7; 16], &n.to_be_bytes()].concat()
}

fn value(n: u64) -> Vec<u8> {
    (0..VALUE_BYTES as u64).map(|at| (at * 7 + n).to_le_bytes()[0]).collect()
}

fn scattered(n: u64, of: u64) -> u64 {
    n.wrapping_mul(0x9e37_79b9_7f4a_7c15) % of
}

fn timed(count: u64, mut run: impl FnMut(u64)) -> Value {
    let time = |n| {
        let began = Instant::now();
        run(n);
        began.elapsed()
    };
    percentiles((0..count).map(time).collect())
}
