//! Planted faults are caught, and by the rule that they break.

use net::sim::fault::{Meddle, SimKeys};
use net::sim::group::ModelGroup;
use tests::simulation::mutant::{Careless, Flawed, Mutant, Stubborn};
use tests::simulation::scenario::{run, write_after_leaving};
use tests::simulation::verdict::{Rule, Verdict};

/// Plays seeds until the oracle objects; it must do so soon, and for one of these reasons.
fn caught<K: SimKeys>(name: &str, meddle: impl Fn() -> Box<dyn Meddle>, rules: &[Rule]) {
    for seed in 0..60 {
        if let Err(violation) = run::<K>(seed, meddle()) {
            assert!(rules.contains(&violation.rule), "{name} was caught in seed {seed}, but for {violation}");
            return;
        }
    }
    panic!("{name} was not caught in 60 seeds");
}

#[test]
fn faults_of_catching_up_and_claiming_are_caught() {
    let planted: [(Mutant, &[Rule]); 6] = [
        (Mutant::NoWants, &[Rule::Diverged]),
        (Mutant::BatchOfOne, &[Rule::Time, Rule::Diverged]),
        (Mutant::NoHaves, &[Rule::Diverged]),
        (Mutant::ClaimsAhead, &[Rule::Claim]),
        (Mutant::ReadsAhead, &[Rule::Claim]),
        (Mutant::Repeats, &[Rule::Bytes, Rule::Memory]),
    ];
    for (mutant, rules) in planted {
        caught::<ModelGroup>(&format!("{mutant:?}"), || Box::new(mutant), rules);
    }
}

#[test]
fn keys_that_stay_on_their_own_branch_are_caught() {
    caught::<Flawed<Stubborn>>("Stubborn", || Box::new(net::sim::fault::Honest), &[Rule::Diverged]);
}

#[test]
fn keys_that_seal_to_whoever_is_a_leaf_are_caught() {
    let verdicts = |run: fn(u64) -> Verdict| (0..8).filter_map(move |seed| run(seed).err()).collect::<Vec<_>>();
    let honest = verdicts(write_after_leaving::<ModelGroup>);
    assert!(honest.is_empty(), "honest keys were blamed: {honest:?}");
    let careless = verdicts(write_after_leaving::<Flawed<Careless>>);
    assert!(!careless.is_empty() && careless.iter().all(|violation| violation.rule == Rule::Leak), "{careless:?}");
}
