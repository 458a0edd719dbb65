//! Whole pictures through the pack that ships: against what onnxruntime answered once, kept beside them, and against
//! onnxruntime itself where `scripts/setup --test` could install it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::super::{decode, read};
use super::*;
use crate::pack::shelf::tests::lung;

/// How far tract and onnxruntime may lie apart.
const PARITY: f64 = 1e-4;

fn study() -> Study {
    Study::new(lung())
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lung-ct")
}

/// What onnxruntime answered, by the name of the picture.
fn expected() -> BTreeMap<String, Value> {
    serde_json::from_slice(&std::fs::read(fixtures().join("expected.json")).unwrap()).unwrap()
}

fn picture(name: &str) -> Picture {
    match decode(&read::file(&fixtures().join(name)).unwrap()).unwrap() {
        Decoded::Raster(picture) => picture,
        Decoded::Dicom(_) => panic!("{name} is a PNG"),
    }
}

fn inspect(study: &Study, name: &str, question: Question) -> Finding {
    let decoded = read::file(&fixtures().join(name)).and_then(|bytes| decode(&bytes));
    study.inspect(decoded, question, Explained::Yes, &Watch::new()).unwrap()
}

#[track_caller]
fn near(what: &str, found: f64, expected: &Value) {
    let expected = expected.as_f64().unwrap_or_else(|| panic!("{what} has no expectation"));
    // Relative where the number is large: a distance has no unit.
    let apart = (found - expected).abs() / expected.abs().max(1.0);
    assert!(apart <= PARITY, "{what}: {found} for {expected}");
}

#[test]
fn every_network_answers_as_onnxruntime_did() {
    let study = study();
    let (pack, networks) = (study.pack(), &study.networks);
    let mut rated = 0;
    for (name, expected) in expected() {
        let plane = picture(&name).plane;
        let small = plane.sides().0 <= study.manifest().gate.patch_max_side;
        let seen = if small { plane.centre_crop() } else { plane.letterbox() };
        let gate = networks.gate(pack, &seen).unwrap();
        near(&format!("{name}: distance"), f64::from(gate.distance), &expected["gate"]["distance"]);
        near(&format!("{name}: residual"), f64::from(gate.residual), &expected["gate"]["residual"]);
        for (at, prob) in gate.probs.iter().enumerate() {
            near(&format!("{name}: probability {at}"), f64::from(*prob), &expected["gate"]["probs"][at]);
        }
        if !expected["rating"].is_null() {
            let rating = networks.rating(pack, &plane.centre_crop()).unwrap();
            near(&format!("{name}: suspicion"), f64::from(rating.suspicion), &expected["rating"]["suspicion"]);
            near(&format!("{name}: low"), f64::from(rating.low), &expected["rating"]["low"]);
            near(&format!("{name}: high"), f64::from(rating.high), &expected["rating"]["high"]);
            near(&format!("{name}: diameter"), f64::from(rating.diameter_px), &expected["rating"]["diameter"]);
            rated += 1;
        }
        if !expected["explain"].is_null() {
            let base = networks.explain(pack, &plane.centre_crop()).unwrap();
            near(&format!("{name}: base"), f64::from(base), &expected["explain"]["base"]);
            explained(&study, &name, &plane, &expected["explain"]["drops"]);
        }
    }
    assert!(rated >= 2, "only {rated} pictures were rated");
}

/// The heat map from our own drops against the one from theirs.
fn explained(study: &Study, name: &str, plane: &Plane, drops: &Value) {
    let how = &study.manifest().explain;
    let ask = |covered: &Plane| study.networks.explain(study.pack(), covered);
    let found = explain::occlusion(&plane.centre_crop(), how, &Watch::new(), ask).unwrap();
    let drops: Vec<f32> = drops.as_array().unwrap().iter().map(|drop| drop.as_f64().unwrap() as f32).collect();
    let theirs = explain::spread_of(&drops, how);
    // Divided by the largest, so that little drops leave more of the noise.
    let most = drops.iter().copied().fold(0.0, f32::max);
    for (at, value) in theirs.iter().enumerate() {
        let apart = (found.of_patch(at % SIDE, at / SIDE) - value).abs() * most;
        assert!(f64::from(apart) < 4.0 * PARITY, "{name}: heat at {at} lies {apart} apart");
    }
}

#[test]
fn says_of_every_picture_what_the_reference_says() {
    let study = study();
    let mut assessed = 0;
    for (name, expected) in expected() {
        let question = if expected["mode"] == "patch" { Question::Patch } else { Question::Slice };
        let finding = inspect(&study, &name, question);
        let report = serde_json::to_value(finding.report(&name, study.pack())).unwrap();
        let expected = &expected["inspect"];
        assert_eq!((&report["outcome"], &report["reason"]), (&expected["outcome"], &expected["reason"]), "{name}");
        let Some(suspicion) = finding.suspicion else {
            assert!(expected["suspicion"].is_null(), "{name}");
            continue;
        };
        near(&format!("{name}: suspicion"), f64::from(suspicion), &expected["suspicion"]);
        let spots = expected["candidates"].as_array().unwrap();
        assert_eq!(finding.candidates.len(), spots.len(), "{name}");
        for (found, spot) in finding.candidates.iter().zip(spots) {
            near(&format!("{name}: a spot"), f64::from(found.suspicion), &spot["suspicion"]);
            let apart =
                (found.x - spot["x"].as_f64().unwrap()).abs().max((found.y - spot["y"].as_f64().unwrap()).abs());
            // Places are told to a tenth. In a picture brought to another size the reference scales both sides by the
            // longer one's factor, we each by its own: half a pixel at most.
            let resized = picture(&name).plane.sides().0 > study.manifest().slice.max_side;
            assert!(apart < if resized { 0.5 } else { 0.06 }, "{name}: {found:?} for {spot}");
        }
        assessed += 1;
    }
    assert!(assessed >= 3, "only {assessed} pictures were assessed");
}

#[test]
fn finds_the_spots_that_were_found_there() {
    let study = study();
    let mut compared = 0;
    for (name, expected) in expected() {
        let Some(spots) = expected["spots"].as_array() else { continue };
        let plane = picture(&name).plane;
        let watch = Watch::new();
        let asked =
            Asked { study: &study, question: Question::Slice, explained: Explained::No, watch: &watch, modality: None };
        let found = asked.spots(&View::of(&plane, study.manifest())).unwrap();
        assert_eq!(found.len(), spots.len(), "{name}");
        for ((x, y), spot) in found.iter().zip(spots) {
            near(&format!("{name}: x"), *x, &spot[0]);
            near(&format!("{name}: y"), *y, &spot[1]);
        }
        compared += 1;
    }
    assert!(compared >= 1, "no picture had spots to compare");
}

#[test]
fn onnxruntime_answers_the_same_today() {
    let Some(python) = std::env::var_os("HEARTH_ONNXRUNTIME") else {
        // The answers it gave once are compared above.
        return;
    };
    let study = study();
    let names: Vec<String> = expected().into_keys().collect();
    let windows: Vec<Plane> = names.iter().map(|name| picture(name).plane.centre_crop()).collect();
    let folder = tempfile::tempdir().unwrap();
    let planes = folder.path().join("planes");
    let bytes: Vec<u8> =
        windows.iter().flat_map(|window| window.values().iter().flat_map(|v| v.to_le_bytes())).collect();
    std::fs::write(&planes, bytes).unwrap();
    let pack = folder.path().join("pack");
    std::fs::create_dir(&pack).unwrap();
    study.pack().copy_to(&pack).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/onnx.py");
    let said = Command::new(python).arg(script).arg("run").arg(&pack).arg(&planes).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let answers: Value = serde_json::from_slice(&said.stdout).unwrap();
    let models = &study.manifest().models;
    for (model, listed) in
        [("gate", &models.gate), ("finder", &models.finder), ("rating", &models.rating), ("explain", &models.explain)]
    {
        let onnx = study.pack().file(&listed.file).unwrap();
        let network = crate::runtime::Network::load(onnx, &listed.shape, listed.outputs.len()).unwrap();
        for (at, window) in windows.iter().enumerate() {
            for (output, values) in network.run(window.values()).unwrap().iter().enumerate() {
                for (place, value) in values.iter().enumerate() {
                    let expected = &answers[model][at][output][place];
                    near(&format!("{model} {}: output {output}, {place}", names[at]), f64::from(*value), expected);
                }
            }
        }
    }
}

#[test]
fn a_patch_is_rated_and_explained_where_the_gate_lets_it_through() {
    let study = study();
    let mut explained = 0;
    for (name, expected) in expected().into_iter().filter(|(_, expected)| expected["mode"] == "patch") {
        let finding = inspect(&study, &name, Question::Patch);
        match finding.outcome {
            Outcome::CannotAssess => assert!(finding.reason.is_some() && finding.suspicion.is_none(), "{name}"),
            Outcome::Raised | Outcome::NotRaised => {
                let suspicion = finding.suspicion.unwrap();
                near(&name, f64::from(suspicion), &expected["rating"]["suspicion"]);
                let raised = suspicion >= study.manifest().rating.threshold;
                assert_eq!(raised, finding.outcome == Outcome::Raised, "{name}");
                assert_eq!((finding.candidates.len(), finding.candidates[0].suspicion), (1, suspicion));
                assert_eq!(finding.modality.as_deref(), Some("CT"));
                assert!(finding.explanation.is_some(), "{name}");
                explained += 1;
            }
        }
    }
    assert!(explained >= 1, "no patch was let through");
}

#[test]
fn the_same_picture_gets_the_same_answer() {
    let (study, again) = (study(), self::study());
    for name in expected().into_keys() {
        let first = inspect(&study, &name, Question::Slice);
        assert_eq!(inspect(&study, &name, Question::Slice), first, "{name}");
        assert_eq!(inspect(&again, &name, Question::Slice), first, "{name} from another load");
    }
}

fn ask(decoded: Decoded, question: Question) -> Finding {
    study().inspect(Ok(decoded), question, Explained::No, &Watch::new()).unwrap()
}

fn raster(width: usize, height: usize, value: impl Fn(usize, usize) -> f32, chroma: f32) -> Decoded {
    let values = (0..width * height).map(|at| value(at % width, at / width)).collect();
    Decoded::Raster(Picture { plane: Plane::new(width, height, values).unwrap(), chroma })
}

#[test]
fn refuses_before_any_network_runs() {
    let ramp = |x: usize, _: usize| x as f32 / 512.0;
    let reason = |decoded| ask(decoded, Question::Slice).reason;
    assert_eq!(reason(raster(200, 200, ramp, 40.0)), Some(Reason::NotAScan), "a coloured photo");
    assert_eq!(reason(raster(200, 200, |_, _| 0.5, 0.0)), Some(Reason::Quality), "a blank picture");
    assert_eq!(reason(raster(500, 20, ramp, 0.0)), Some(Reason::Quality), "a strip");
    let unread = study().inspect(Err(Unreadable::Empty), Question::Slice, Explained::No, &Watch::new()).unwrap();
    assert_eq!(unread.reason, Some(Reason::Unreadable));
}

#[test]
fn asks_no_network_about_another_modality() {
    for modality in ["CR", "DX", "MR", "US", "OT"] {
        let frame = Err(Unreadable::Unsupported("it holds no picture"));
        let finding = ask(Decoded::Dicom(Dicom { modality: modality.into(), frame }), Question::Slice);
        assert_eq!(finding.reason, Some(Reason::NoModelForModality));
        assert_eq!(finding.modality.as_deref(), Some(modality));
    }
    let frame = Err(Unreadable::Unsupported("its kind of compression is not read"));
    let finding = ask(Decoded::Dicom(Dicom { modality: "CT".into(), frame }), Question::Slice);
    assert_eq!((finding.reason, finding.modality.as_deref()), (Some(Reason::Unreadable), Some("CT")));
}

#[test]
fn stops_when_told() {
    let watch = Watch::new();
    watch.cancel();
    let ramp = raster(200, 200, |x, y| (x * y % 97) as f32 / 97.0, 0.0);
    assert!(matches!(study().inspect(Ok(ramp), Question::Slice, Explained::No, &watch), Err(Error::Cancelled)));
}
