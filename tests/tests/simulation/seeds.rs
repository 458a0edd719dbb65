//! Generated worlds: `HEARTH_SEEDS` of them (300 where it isn't set), and every seed of the corpus.

use net::sim::fault::Honest;
use net::sim::group::ModelGroup;
use tests::simulation::scenario::{Report, run};

/// Seeds that failed once, one a line, with what it was.
const CORPUS: &str = include_str!("../../corpus/simulation.seeds");

fn play(seed: u64) -> Report {
    match run::<ModelGroup>(seed, Box::new(Honest)) {
        Ok(report) => report,
        Err(violation) => panic!("seed {seed}: {violation}"),
    }
}

fn seeds() -> u64 {
    std::env::var("HEARTH_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(300)
}

/// `HEARTH_SEED` plays that one world alone.
fn one_seed() -> Option<u64> {
    std::env::var("HEARTH_SEED").ok().and_then(|seed| seed.parse().ok())
}

/// Plays every `of`-th seed, so that the shards fill the cores. All failures are told, not only the first.
fn shard(number: u64, of: u64) {
    let (mut failed, mut worst) = (Vec::new(), Report::default());
    if let Some(seed) = one_seed() {
        play(seed);
        return;
    }
    for seed in (0..seeds()).filter(|seed| seed % of == number) {
        match run::<ModelGroup>(seed, Box::new(Honest)) {
            Ok(report) => {
                worst.healed_ms = worst.healed_ms.max(report.healed_ms);
                worst.healing_bytes = worst.healing_bytes.max(report.healing_bytes);
                worst.healing_share = worst.healing_share.max(report.healing_share);
                worst.steps += report.steps;
                worst.entries += report.entries;
            }
            Err(violation) => failed.push(format!("{seed} # {violation}")),
        }
    }
    assert!(failed.is_empty(), "add to tests/corpus/simulation.seeds:\n{}", failed.join("\n"));
    assert!(worst.steps > 0, "no seed was played");
    eprintln!("the worst of each: {worst:?}");
}

#[test]
fn generated_worlds_keep_every_rule_a() {
    shard(0, 2);
}

#[test]
fn generated_worlds_keep_every_rule_b() {
    shard(1, 2);
}

#[test]
fn seeds_that_failed_once_pass() {
    for line in CORPUS.lines() {
        let seed = line.split('#').next().unwrap_or_default().trim();
        if !seed.is_empty() {
            play(seed.parse().unwrap());
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_trace() {
    for seed in [1, 2, 3] {
        assert_eq!(play(seed), play(seed));
    }
    assert_ne!(play(1).trace, play(2).trace);
}
