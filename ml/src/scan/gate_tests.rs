//! Which answers pass, and what is said of those that do not.

use super::*;
use crate::pack::Manifest;
use crate::pack::shelf::tests::manifest;

/// A gate with round thresholds, whatever the pack that ships has.
fn gate() -> Gate {
    let mut manifest = manifest();
    manifest["gate"]["patch"] = serde_json::json!({"min_accept": 0.5, "max_distance": 10.0, "max_residual": 1.0});
    manifest["gate"]["slice"]["min_accept"] = serde_json::json!(0.5);
    Manifest::read(&serde_json::to_vec(&manifest).unwrap()).unwrap().gate
}

/// An answer with most of its probability on one class and a little on another.
fn answer(gate: &Gate, most: &str, little: &str, distance: f32, residual: f32) -> Answer {
    let prob = |class: &String| {
        if class == most {
            0.9
        } else if class == little {
            0.08
        } else {
            0.0
        }
    };
    Answer { probs: gate.classes.iter().map(prob).collect(), distance, residual }
}

fn reason(verdict: &Verdict) -> Option<Reason> {
    match verdict {
        Verdict::Passes => None,
        Verdict::Refused { reason, .. } => Some(*reason),
    }
}

#[test]
fn lets_patches_of_lungs_through() {
    let gate = gate();
    assert_eq!(patch(&gate, &answer(&gate, "lung_patch", "quality", 10.0, 1.0)), Verdict::Passes);
    assert_eq!(slice(&gate, &answer(&gate, "lung_slice", "quality", 1e9, 1e9)), Verdict::Passes);
}

#[test]
fn gives_the_reason_of_the_likeliest_class() {
    let gate = gate();
    for (class, expected) in [
        ("no_lung_detail", Reason::NoLungDetail),
        ("orientation", Reason::Orientation),
        ("xray", Reason::NoModelForModality),
        ("quality", Reason::Quality),
        ("not_a_scan", Reason::NotAScan),
    ] {
        let answer = answer(&gate, class, "lung_patch", 0.0, 0.0);
        assert_eq!(reason(&patch(&gate, &answer)), Some(expected), "{class}");
        assert_eq!(reason(&slice(&gate, &answer)), Some(expected), "{class}");
    }
}

#[test]
fn refuses_what_is_far_from_all_that_was_learned() {
    let gate = gate();
    let far = |little: &str, distance, residual| {
        reason(&patch(&gate, &answer(&gate, "lung_patch", little, distance, residual)))
    };
    assert_eq!(far("quality", 10.1, 0.0), Some(Reason::Quality));
    assert_eq!(far("not_a_scan", 0.0, 1.1), Some(Reason::NotAScan));
    assert_eq!(far("xray", 11.0, 0.0), Some(Reason::NotAScan));
}

#[test]
fn tiles_have_limits_of_their_own_where_the_pack_says_so() {
    let mut gate = gate();
    let answer = answer(&gate, "lung_patch", "quality", 12.0, 0.5);
    gate.slice.tile = None;
    assert_eq!(reason(&tile(&gate, &answer)), Some(Reason::Quality), "those of patches");
    gate.slice.tile = Some(PatchGate { max_distance: 12.0, ..gate.patch.clone() });
    assert_eq!(tile(&gate, &answer), Verdict::Passes);
    assert_eq!(reason(&patch(&gate, &answer)), Some(Reason::Quality), "a patch stays a patch");
}

#[test]
fn refuses_answers_of_another_shape() {
    assert!(Answer::of(vec![vec![0.5; 3], vec![1.0], vec![1.0]], 4).is_err());
    assert!(Answer::of(vec![vec![0.5; 4], vec![], vec![1.0]], 4).is_err());
    assert!(Answer::of(vec![vec![0.5; 4], vec![1.0]], 4).is_err());
}
