//! Worlds over the true group keys: fewer and smaller, judged by the same oracle. They are not replayed (MLS draws its own
//! randomness): a failed one leaves the end of its transcript.

use tests::simulation::recorded::{Recorded, transcript};
use tests::simulation::scenario::{run_small, write_after_leaving};

/// `HEARTH_REAL_SEEDS` of them.
fn seeds() -> u64 {
    std::env::var("HEARTH_REAL_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(24)
}

fn shard(number: u64, of: u64) {
    let mut entries = 0;
    for seed in (0..seeds()).filter(|seed| seed % of == number) {
        let outcome = run_small::<Recorded>(seed);
        let lines = transcript();
        match outcome {
            Ok(report) => entries += report.entries,
            Err(violation) => {
                let end = lines.len().saturating_sub(200);
                panic!("seed {seed}: {violation}; its last key work:\n{}", lines[end..].join("\n"));
            }
        }
        assert!(lines.iter().any(|line| line.contains("opens")), "seed {seed} sealed and opened something");
    }
    assert!(entries > 0, "no seed was played");
}

#[test]
fn true_keys_keep_every_rule_a() {
    shard(0, 2);
}

#[test]
fn true_keys_keep_every_rule_b() {
    shard(1, 2);
}

#[test]
fn true_keys_never_seal_to_somebody_who_left() {
    for seed in 0..3 {
        if let Err(violation) = write_after_leaving::<Recorded>(seed) {
            panic!("seed {seed}: {violation}; its key work:\n{}", transcript().join("\n"));
        }
    }
}
