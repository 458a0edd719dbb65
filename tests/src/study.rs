//! Figures of the lung model, for `scripts/bench`: a patch, a slice and a heat map in tract, one thread, beside
//! onnxruntime on the same networks in the same run where it is installed; start-up and memory of the real process.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use ml::job::Watch;
use ml::pack::Shelf;
use ml::scan::{Decoded, Explained, Finding, Picture, Plane, Question, Study, finder, heatmap, raster};
use serde_json::{Value, json};

use crate::process::binary;

/// Runs of what is quick.
const RUNS: usize = 30;

/// All of them.
///
/// # Panics
/// Where a figure cannot be measured.
pub fn figures() -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    let study = Study::new(Shelf::at(folder.path()).in_use(ml::pack::LUNG).expect("the pack ships with the program"));
    let patch = fixture("patch");
    let slice = fixture("slice").unwrap_or_else(|| enlarged(patch.as_ref().expect("a patch is kept")));
    let patch = patch.expect("a patch is kept");
    let (patch_ms, rated) = measured(&study, &patch, Question::Patch, Explained::No, RUNS);
    let (slice_ms, found) = measured(&study, &slice, Question::Slice, Explained::No, 5);
    let (heat_ms, explained) = measured(&study, &patch, Question::Patch, Explained::Yes, 5);
    let scan = folder.path().join("scan.png");
    if let Some(explanation) = &explained.explanation {
        // A picture of its own as a file for the whole process, and the time of writing it.
        heatmap::write(explanation, &scan).expect("the heat map can be written");
    }
    let file = path_of("slice").or_else(|| path_of("patch")).expect("a picture is kept");
    json!({
        "patch_ms": patch_ms, "patch_outcome": rated.outcome,
        "slice_ms": slice_ms, "slice_outcome": found.outcome, "slice_candidates": found.candidates.len(),
        "patch_with_heat_map_ms": heat_ms,
        "whole_process_ms": whole_process(&file),
        "version_only_process_ms": process(&["--version".as_ref()]),
        "peer": onnxruntime(&study, &file, &Looks::of(&study, &slice)),
    })
}

/// How often each network is asked about a slice.
struct Looks {
    gate: u32,
    finder: u32,
    rating: u32,
}

impl Looks {
    /// Counted by the steps of one answer: the gate's end with the first tile that passes.
    fn of(study: &Study, picture: &Picture) -> Self {
        let watch = Watch::new();
        let decoded = Ok(Decoded::Raster(picture.clone()));
        let found = study.inspect(decoded, Question::Slice, Explained::No, &watch).expect("the networks run");
        let count = |number: usize| u32::try_from(number).expect("a few");
        let tiles = finder::tiles(&picture.plane, &study.pack().manifest().finder);
        let (finder, rating) = (count(tiles.len()), count(found.candidates.len()));
        Self { gate: watch.progress().done.saturating_sub(finder + rating), finder, rating }
    }
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ml/tests/fixtures/lung-ct")
}

/// The largest kept picture of that mode that can be assessed.
fn path_of(mode: &str) -> Option<PathBuf> {
    let text = std::fs::read(fixtures().join("expected.json")).expect("the fixtures have answers");
    let answers: serde_json::Map<String, Value> = serde_json::from_slice(&text).expect("they are JSON");
    let assessed = |answer: &Value| answer["mode"] == mode && answer["inspect"]["outcome"] != "cannot_assess";
    let paths = answers.iter().filter(|(_, answer)| assessed(answer)).map(|(name, _)| fixtures().join(name));
    paths.max_by_key(|path| std::fs::metadata(path).map_or(0, |metadata| metadata.len()))
}

fn fixture(mode: &str) -> Option<Picture> {
    let path = path_of(mode)?;
    Some(raster::png(&std::fs::read(path).expect("a fixture can be read")).expect("it is a PNG"))
}

/// A slice's worth of pixels, where none is kept.
fn enlarged(patch: &Picture) -> Picture {
    let plane: Plane = patch.plane.resampled(512, 512);
    Picture::grey(plane)
}

/// The median, in milliseconds, and the answer.
fn measured(study: &Study, picture: &Picture, question: Question, explained: Explained, runs: usize) -> (f64, Finding) {
    let ask = || {
        let decoded = Ok(Decoded::Raster(picture.clone()));
        study.inspect(decoded, question, explained, &Watch::new()).expect("the networks run")
    };
    let answer = ask();
    let times = (0..runs).map(|_| {
        let began = Instant::now();
        ask();
        began.elapsed().as_secs_f64() * 1000.0
    });
    (median(times.collect()), answer)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    (middle * 1000.0).round() / 1000.0
}

fn whole_process(file: &Path) -> f64 {
    process(&["scan".as_ref(), file.as_os_str()])
}

/// Starting the program, letting it work, and its end.
fn process(words: &[&std::ffi::OsStr]) -> f64 {
    let times = (0..5).map(|_| {
        let began = Instant::now();
        let status = Command::new(binary()).args(words).output().expect("the binary runs").status;
        assert!(status.success(), "{words:?} ended with {status}");
        began.elapsed().as_secs_f64() * 1000.0
    });
    median(times.collect())
}

/// The same networks in onnxruntime, and the peak memory of the process as the system counts it.
fn onnxruntime(study: &Study, file: &Path, looks: &Looks) -> Value {
    let Some(python) = std::env::var_os("HEARTH_ONNXRUNTIME") else { return json!("onnxruntime is not installed") };
    let pack = tempfile::tempdir().expect("a folder");
    study.pack().copy_to(pack.path()).expect("the pack can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ml/tests/oracle/onnx.py");
    let said = Command::new(python)
        .arg(script)
        .arg("time")
        .arg(pack.path())
        .arg(RUNS.to_string())
        .arg(binary())
        .arg(file)
        .output()
        .expect("Python runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let measured: Value = serde_json::from_slice(&said.stdout).expect("it prints JSON");
    let ms = |name: &str| measured["ms"][name].as_f64().unwrap_or_default();
    // What the same questions cost there, the sums between the networks left out.
    let asked = |times: u32, name: &str| f64::from(times) * ms(name);
    json!({
        "name": "onnxruntime", "version": measured["onnxruntime"], "network_ms": measured["ms"],
        "patch_ms": ms("gate") + ms("rating"),
        "slice_ms": asked(looks.gate, "gate") + asked(looks.finder, "finder") + asked(looks.rating, "rating"),
        "slice_looks": {"gate": looks.gate, "finder": looks.finder, "rating": looks.rating},
        "patch_with_heat_map_ms": ms("gate") + ms("rating") + 82.0 * ms("explain"),
        "hearth_peak_mb": measured["peak_mb"],
    })
}
