//! `hearth scan`, `hearth pack` and `scan.inspect`: real processes, real files, and files that are none.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;
use tests::cast::Actor;
use tests::process::binary;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project").to_path_buf()
}

/// Pictures that the pack's networks were asked about once, and what they answered.
fn fixtures() -> Vec<(PathBuf, Value)> {
    let folder = project().join("ml/tests/fixtures/lung-ct");
    let text = fs::read(folder.join("expected.json")).expect("the fixtures have answers");
    let answers: serde_json::Map<String, Value> = serde_json::from_slice(&text).expect("they are JSON");
    answers.into_iter().map(|(name, answer)| (folder.join(name), answer)).collect()
}

fn hearth(world: &TempDir, words: &[&OsStr]) -> Output {
    Command::new(binary()).arg("--data").arg(world.path().join("data")).args(words).output().expect("the binary runs")
}

fn scan(world: &TempDir, options: &[&str], files: &[&Path]) -> (i32, Vec<Value>, String) {
    let words = ["scan", "--json"].iter().chain(options).map(OsStr::new);
    let words: Vec<&OsStr> = words.chain(files.iter().map(|file| file.as_os_str())).collect();
    let output = hearth(world, &words);
    let lines = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    let lines = lines.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().expect("it ends by itself"), lines.collect(), said)
}

const FIELDS: [&str; 9] =
    ["file", "use", "modality", "outcome", "suspicion", "interval", "reason", "candidates", "model"];

#[track_caller]
fn is_a_report(line: &Value) {
    let fields: Vec<&String> = line.as_object().expect("a line is an object").keys().collect();
    assert_eq!(fields.len(), FIELDS.len(), "{fields:?}");
    assert!(FIELDS.iter().all(|field| line.get(field).is_some()), "{fields:?}");
    assert_eq!(line["use"], "research");
    assert_eq!(line["model"]["id"], "lung-ct");
    assert_eq!(line["model"]["sha256"].as_str().map(str::len), Some(64));
    match line["outcome"].as_str().expect("an outcome is a word") {
        "cannot_assess" => {
            assert!(line["reason"].is_string() && line["suspicion"].is_null() && line["interval"].is_null());
            assert_eq!(line["candidates"], json!([]));
        }
        "raised" | "not_raised" => {
            assert!(line["reason"].is_null());
            if let Some(suspicion) = line["suspicion"].as_f64() {
                let [low, high] = [0, 1].map(|at| line["interval"][at].as_f64().expect("an interval has two ends"));
                assert!((0.0..=1.0).contains(&low) && low <= suspicion && suspicion <= high && high <= 1.0, "{line}");
            }
        }
        other => panic!("{other} is no outcome"),
    }
}

/// A whole DICOM file of another modality.
fn x_ray() -> Vec<u8> {
    let mut bytes = vec![0; 128];
    bytes.extend(b"DICM");
    for (group, element, vr, value) in [
        (0x02u16, 0x10u16, b"UI", b"1.2.840.10008.1.2.1\0".to_vec()),
        (0x08, 0x60, b"CS", b"DX".to_vec()),
        (0x28, 0x02, b"US", vec![1, 0]),
        (0x28, 0x04, b"CS", b"MONOCHROME1 ".to_vec()),
        (0x28, 0x10, b"US", vec![4, 0]),
        (0x28, 0x11, b"US", vec![4, 0]),
        (0x28, 0x100, b"US", vec![8, 0]),
        (0x28, 0x101, b"US", vec![8, 0]),
        (0x28, 0x102, b"US", vec![7, 0]),
        (0x28, 0x103, b"US", vec![0, 0]),
    ] {
        bytes.extend([group.to_le_bytes(), element.to_le_bytes()].concat());
        bytes.extend(vr);
        bytes.extend((value.len() as u16).to_le_bytes());
        bytes.extend(value);
    }
    bytes.extend([0xe0, 0x7f, 0x10, 0, b'O', b'B', 0, 0, 16, 0, 0, 0]);
    bytes.extend(0..16);
    bytes
}

#[test]
fn every_file_gets_its_line_in_order_and_one_bad_file_alone_makes_the_exit_code() {
    let world = TempDir::new().expect("a folder");
    let path = |name: &str| world.path().join(name);
    let good = fixtures().swap_remove(0).0;
    fs::write(path("empty.png"), b"").expect("written");
    fs::write(path("words.dcm"), b"not a picture").expect("written");
    fs::write(path("ray.png"), x_ray()).expect("written");
    let cut = fs::read(&good).expect("read");
    fs::write(path("cut.png"), &cut[..cut.len() / 2]).expect("written");
    assert!(Command::new("mkfifo").arg(path("pipe.png")).status().expect("mkfifo runs").success());
    let odd = world.path().join(OsStr::from_bytes(b"odd\xff\nname.png"));
    fs::copy(&good, &odd).expect("copied");
    let (empty, words, ray, cut, pipe, none) =
        (path("empty.png"), path("words.dcm"), path("ray.png"), path("cut.png"), path("pipe.png"), path("none.png"));
    let files: Vec<&Path> =
        vec![&empty, &good, &words, &ray, &cut, &pipe, &none, world.path(), Path::new("/dev/zero"), &odd];
    let (code, lines, said) = scan(&world, &[], &files);
    assert_eq!(code, 3, "{said}");
    lines.iter().for_each(is_a_report);
    let named: Vec<String> = files.iter().map(|file| file.to_string_lossy().into_owned()).collect();
    assert_eq!(lines.iter().map(|line| line["file"].as_str().expect("a name")).collect::<Vec<_>>(), named);
    let unreadable: Vec<bool> = lines.iter().map(|line| line["reason"] == "unreadable").collect();
    assert_eq!(unreadable, [true, false, true, false, true, true, true, true, true, false]);
    assert_eq!((&lines[3]["reason"], &lines[3]["modality"]), (&json!("no_model_for_modality"), &json!("DX")));
    assert!(said.contains("Looked at 10 of 10 files"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    let (code, lines, _) = scan(&world, &[], &[&good, &ray]);
    assert_eq!((code, lines.len()), (0, 2), "what cannot be assessed is no failure");
}

#[test]
fn a_patch_is_rated_marked_and_explained() {
    let world = TempDir::new().expect("a folder");
    let mut rated = 0;
    for (file, answer) in fixtures().iter().filter(|(_, answer)| answer["mode"] == "patch") {
        let out = world.path().join("heat.png");
        let heat = out.to_str().expect("UTF-8").to_owned();
        let (code, lines, said) = scan(&world, &["--patch", "--heatmap", &heat], &[file]);
        assert_eq!((code, lines.len()), (0, 1), "{said}");
        is_a_report(&lines[0]);
        if lines[0]["outcome"] == "cannot_assess" {
            assert!(!out.exists() && said.contains("No heat map"), "{said}");
            continue;
        }
        let expected = answer["rating"]["suspicion"].as_f64().expect("onnxruntime rated it");
        assert!((lines[0]["suspicion"].as_f64().expect("rated") - expected).abs() < 1e-4, "{}", lines[0]);
        assert!(fs::read(&out).expect("a heat map").starts_with(b"\x89PNG"));
        fs::remove_file(&out).expect("removed");
        let (code, marked, _) = scan(&world, &["--mark", "60,62.5"], &[file]);
        assert_eq!(code, 0);
        assert_eq!((&marked[0]["candidates"][0]["x"], &marked[0]["candidates"][0]["y"]), (&json!(60.0), &json!(62.5)));
        let (code, outside, said) = scan(&world, &["--mark", "60,6000"], &[file]);
        assert_eq!((code, &outside[0]["outcome"]), (2, &json!("cannot_assess")));
        assert!(said.contains("outside"), "{said}");
        rated += 1;
    }
    assert!(rated >= 1, "no patch was rated");
}

#[test]
fn people_read_the_limits() {
    let world = TempDir::new().expect("a folder");
    for (file, _) in fixtures() {
        let output = hearth(&world, &[OsStr::new("scan"), file.as_os_str()]);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.contains("For research; not a diagnosis"), "{text}");
        assert!(!text.to_lowercase().contains("benign"), "{text}");
    }
}

#[test]
fn bad_usage_is_told_and_leaves_the_scan_alone() {
    let world = TempDir::new().expect("a folder");
    let file = world.path().join("a.png");
    fs::copy(&fixtures()[0].0, &file).expect("copied");
    let before = fs::read(&file).expect("read");
    let path = file.to_str().expect("UTF-8");
    for words in [
        vec!["scan"],
        vec!["scan", path, "--mark", "here"],
        vec!["scan", path, "--mark", "1,nan"],
        vec!["scan", path, "--mark", "1,2", "--patch"],
        vec!["scan", path, path, "--heatmap", "/tmp/never.png"],
        vec!["scan", path, "--heatmap", path],
        vec!["pack"],
        vec!["pack", "use", "lung-ct", "0.0.0"],
        vec!["pack", "remove", "../../etc", "1.0.0"],
    ] {
        let output = hearth(&world, &words.iter().map(OsStr::new).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{words:?}");
    }
    assert_eq!(fs::read(&file).expect("read"), before);
    let patch = fixtures()
        .into_iter()
        .find(|(_, answer)| answer["mode"] == "patch" && !answer["inspect"]["suspicion"].is_null());
    let patch = patch.expect("a patch is rated").0;
    let pipe = world.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    for (out, why) in [
        (Path::new("/nowhere/at/all.png"), "there is no such folder"),
        (world.path(), "it is no ordinary file"),
        (&pipe, "it is no ordinary file"),
    ] {
        let words = ["scan", "--patch", "--heatmap"].map(OsStr::new);
        let output = hearth(&world, &[&words[..], &[out.as_os_str(), patch.as_os_str()]].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.trim().ends_with(why)), (Some(4), true), "{said}");
    }
    assert!(fs::symlink_metadata(&pipe).expect("it is there").file_type().is_fifo(), "a pipe stays a pipe");
}

fn says(world: &TempDir, words: &[&str]) -> (Option<i32>, String) {
    let output = hearth(world, &words.iter().map(OsStr::new).collect::<Vec<_>>());
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).expect("UTF-8"))
}

/// The lung pack under another version, in a folder.
fn later_pack(world: &TempDir) -> PathBuf {
    let id = project().join("ml/packs/lung-ct");
    let from = fs::read_dir(id).expect("it ships").next().expect("one version").expect("an entry").path();
    let folder = world.path().join("later");
    fs::create_dir(&folder).expect("made");
    for entry in fs::read_dir(from).expect("read") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("copied");
    }
    let manifest = folder.join("manifest.json");
    let mut value: Value = serde_json::from_slice(&fs::read(&manifest).expect("read")).expect("JSON");
    value["version"] = json!("900.0.0");
    fs::write(&manifest, serde_json::to_vec(&value).expect("JSON")).expect("written");
    folder
}

#[test]
fn packs_are_added_used_altered_refused_and_removed() {
    let world = TempDir::new().expect("a folder");
    let file = fixtures().swap_remove(0).0;
    let (code, listed) = says(&world, &["pack", "list"]);
    assert!(code == Some(0) && listed.contains("built in, in use"), "{listed}");
    let shipped = listed.split_whitespace().nth(1).expect("a version").to_owned();
    let (code, card) = says(&world, &["pack", "show", "lung-ct"]);
    assert!(code == Some(0) && card.contains("research") && card.contains("rating.onnx"), "{card}");
    let folder = later_pack(&world);
    let folder = folder.to_str().expect("UTF-8");
    assert_eq!(says(&world, &["pack", "verify", folder]).0, Some(0));
    let (code, added) = says(&world, &["pack", "add", folder]);
    assert!(code == Some(0) && added.contains("stays in use"), "{added}");
    let version = |world: &TempDir| scan(world, &[], &[&file]).1[0]["model"]["version"].clone();
    assert_eq!(version(&world), json!(shipped));
    assert_eq!(says(&world, &["pack", "use", "lung-ct", "900.0.0"]).0, Some(0));
    assert_eq!(version(&world), json!("900.0.0"));
    let kept = world.path().join("data/packs/lung-ct/900.0.0/gate.onnx");
    let mut bytes = fs::read(&kept).expect("kept");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&kept, bytes).expect("written");
    let (code, refused) = says(&world, &["pack", "verify"]);
    assert!(code == Some(3) && refused.contains("gate.onnx was changed"), "{refused}");
    let (code, lines, said) = scan(&world, &[], &[&file]);
    assert_eq!((code, lines.len()), (4, 0), "no other pack is used silently");
    assert!(said.contains("gate.onnx was changed"), "{said}");
    assert_eq!(says(&world, &["pack", "use", "lung-ct", &shipped]).0, Some(0));
    assert_eq!(version(&world), json!(shipped));
    assert_eq!(says(&world, &["pack", "remove", "lung-ct", "900.0.0"]).0, Some(0));
    assert_eq!(says(&world, &["pack", "remove", "lung-ct", &shipped]).0, Some(2));
    let (_, listed) = says(&world, &["pack", "list"]);
    assert!(!listed.contains("900.0.0"), "{listed}");
}

#[test]
fn only_doctors_ask_over_rpc_and_the_engine_goes_on_meanwhile() {
    let world = TempDir::new().expect("a folder");
    let file = fixtures().swap_remove(0).0;
    for role in ["patient", "peer"] {
        let mut person = Actor::create(&world, if role == "peer" { "Kim" } else { "Marta" }, role);
        assert_eq!(person.hearth.refused("scan.inspect", json!({"path": file})), "not_allowed");
    }
    let mut doctor = Actor::create(&world, "Anneke", "doctor");
    let hearth = &mut doctor.hearth;
    let found = hearth.ok("scan.inspect", json!({"path": file}));
    is_a_report(&found);
    assert_eq!(found, scan(&world, &[], &[&file]).1[0], "the command line says the same");
    let patch = hearth.ok("scan.inspect", json!({"path": file, "patch": true}));
    assert_eq!(patch, scan(&world, &["--patch"], &[&file]).1[0]);
    let missing = hearth.ok("scan.inspect", json!({"path": world.path().join("none.png")}));
    assert_eq!((&missing["outcome"], &missing["reason"]), (&json!("cannot_assess"), &json!("unreadable")));
    assert_eq!(hearth.refused("scan.inspect", json!({"path": file, "mark": [1, 2]})), "invalid_params");
    assert_eq!(hearth.refused("scan.inspect", json!({"patch": true})), "invalid_params");
    // Many at once: some wait, what is asked meanwhile is answered, and locking ends them all.
    for id in 0..20 {
        let call =
            json!({"jsonrpc": "2.0", "id": format!("scan {id}"), "method": "scan.inspect", "params": {"path": file}});
        hearth.write_line(call.to_string().as_bytes());
    }
    hearth.ok("profile.get", json!({}));
    hearth.ok("profile.lock", json!({}));
    let last = hearth.answer(&json!("scan 19"), "scan 19");
    assert_eq!(last["error"]["data"]["code"], "locked");
    assert_eq!(hearth.refused("scan.inspect", json!({"path": file})), "locked");
}

#[test]
fn scanning_needs_neither_a_home_nor_a_profile() {
    let (file, answer) = fixtures().swap_remove(0);
    let without = |words: &[&str]| {
        let mut command = Command::new(binary());
        command.env_remove("HOME").env_remove("XDG_DATA_HOME").args(words);
        command.output().expect("the binary runs")
    };
    let path = file.to_str().expect("UTF-8");
    let output = without(&["scan", "--json", path]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let line: Value = serde_json::from_slice(&output.stdout).expect("one object");
    is_a_report(&line);
    if answer["mode"] == "slice" {
        assert_eq!(line["outcome"], answer["inspect"]["outcome"]);
    }
    for words in [["pack", "list"].as_slice(), &["pack", "verify"], &["pack", "show", "lung-ct"]] {
        assert_eq!(without(words).status.code(), Some(0), "{words:?}");
    }
    // What would be kept needs a place.
    let folder = project().join("ml/packs/lung-ct");
    let shipped = fs::read_dir(folder).expect("it ships").next().expect("one version").expect("an entry").path();
    let version = shipped.file_name().and_then(OsStr::to_str).expect("a version").to_owned();
    for words in [["pack", "use", "lung-ct", &version].as_slice(), &["rpc"], &["doctor"]] {
        let output = without(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("give --data, or set HOME"), "{words:?}");
    }
}
