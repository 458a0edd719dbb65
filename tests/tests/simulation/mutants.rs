//! Planted faults are caught, and by the rule that they break.

use net::sim::fault::{Meddle, SimKeys};
use net::sim::group::ModelGroup;
use tests::simulation::mutant::{Flawed, Mutant, Stubborn};
use tests::simulation::scenario::run;
use tests::simulation::verdict::Rule;

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
    let planted: [(Mutant, &[Rule]); 4] = [
        (Mutant::NoWants, &[Rule::Diverged]),
        (Mutant::BatchOfOne, &[Rule::Time, Rule::Diverged]),
        (Mutant::NoHaves, &[Rule::Diverged]),
        (Mutant::ClaimsAhead, &[Rule::Claim]),
    ];
    for (mutant, rules) in planted {
        caught::<ModelGroup>(&format!("{mutant:?}"), || Box::new(mutant), rules);
    }
}

#[test]
fn keys_that_stay_on_their_own_branch_are_caught() {
    caught::<Flawed<Stubborn>>("Stubborn", || Box::new(net::sim::fault::Honest), &[Rule::Diverged]);
}
