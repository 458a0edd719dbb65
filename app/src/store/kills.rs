//! Kills: a child process writes and says what was acknowledged until it is killed; all of that must be there.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use rand::{RngExt, SeedableRng, rngs::StdRng};

use super::scratch::{Scratch, open_image, passphrase};
use super::{Batch, Key, Profile, SlotClass, SlotId, Store, Tree};

const DIR: &str = "HEARTH_TEST_KILL_DIR";
const FROM: &str = "HEARTH_TEST_KILL_FROM";
const KILLS: usize = 12;

fn record(n: u64) -> (Key, Vec<u8>) {
    let length = if n.is_multiple_of(13) { 15_000 } else { 100 + n % 300 };
    let key = Key::ordered(Tree::Timeline, (n % 3).to_be_bytes(), n.to_be_bytes());
    (key, (0..length).map(|at| (at * 31 + n).to_le_bytes()[0]).collect())
}

/// The child's part; does nothing unless the test below starts it.
#[test]
#[ignore = "runs as the child of the kill test"]
fn child() {
    let Some(dir) = std::env::var_os(DIR) else { return };
    let mut next: u64 = std::env::var(FROM).unwrap().parse().unwrap();
    let profile = Profile::claim(Path::new(&dir)).unwrap();
    let mut store = profile.unlock(&passphrase(), 0).unwrap().store;
    let mut said = std::io::stdout();
    loop {
        let slot = if next.is_multiple_of(5) { store.new_slot(SlotClass::Epoch).unwrap() } else { SlotId::PROFILE };
        let mut batch = Batch::new();
        let first = next;
        for _ in 0..=next % 6 {
            let (key, value) = record(next);
            batch.put(key, SlotId::PROFILE, value);
            next += 1;
        }
        if slot != SlotId::PROFILE {
            batch.put(Key::ordered(Tree::RoomKeys, b"epoch", slot.0.to_be_bytes()), slot, b"key".to_vec());
        }
        store.write(batch).unwrap();
        if slot != SlotId::PROFILE {
            store.destroy_slot(slot).unwrap();
        }
        writeln!(said, "\nacknowledged {first} {next} {}", slot.0).unwrap();
    }
}

#[test]
fn nothing_acknowledged_is_lost_to_a_kill() {
    let mut scratch = Scratch::new();
    scratch.close();
    let mut rng = StdRng::seed_from_u64(7);
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "store::kills::child", "--ignored", "--nocapture"])
            .env(DIR, scratch.path())
            .env(FROM, acknowledged.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut dead_slots = Vec::new();
        let mut take = |line: String| {
            let words: Vec<u64> = line.split(' ').skip(1).filter_map(|word| word.parse().ok()).collect();
            if line.starts_with("acknowledged") && words.len() == 3 {
                acknowledged = words[1];
                dead_slots.push(SlotId(words[2]));
                return true;
            }
            false
        };
        let mut left = rng.random_range(1..60);
        while left > 0 {
            left -= u32::from(take(lines.next().expect("the child goes on").unwrap()));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        lines.map_while(Result::ok).for_each(|line| _ = take(line));
        let opened = open_image(scratch.path()).unwrap();
        assert!(opened.notice.is_none() && !opened.rewound, "kill {kill}");
        for n in 0..acknowledged {
            let (key, value) = record(n);
            assert!(opened.store.get(&key).unwrap().is_some_and(|found| *found == value), "kill {kill}: record {n}");
        }
        let alive = opened.store.slots();
        assert!(dead_slots.iter().all(|dead| *dead == SlotId::PROFILE || alive.iter().all(|(slot, _)| slot != dead)));
    }
    assert!(acknowledged > 200);
}
