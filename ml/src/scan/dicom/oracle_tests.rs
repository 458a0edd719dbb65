//! The same files read by pydicom and dcmtk, pixel for pixel. `scripts/setup --test` installs both.

use std::path::Path;
use std::process::Command;

use super::*;

fn floats(path: &Path) -> Vec<f32> {
    let bytes = std::fs::read(path).unwrap();
    bytes.as_chunks::<4>().0.iter().map(|four| f32::from_le_bytes(*four)).collect()
}

/// The largest difference of two pictures of the same size.
#[track_caller]
fn difference(name: &str, found: &[f32], expected: &[f32]) -> f32 {
    assert_eq!(found.len(), expected.len(), "{name}");
    found.iter().zip(expected).map(|(one, other)| (one - other).abs()).fold(0.0, f32::max)
}

#[test]
fn reads_every_coding_as_pydicom_and_dcmtk_do() {
    let folder = tempfile::tempdir().unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/dicom.py");
    let made = Command::new("/usr/bin/python3").arg(script).arg(folder.path()).output().unwrap();
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "install pydicom and dcmtk first: scripts/setup --test\n{said}");
    let index = std::fs::read_to_string(folder.path().join("index")).unwrap();
    for line in index.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let [name, columns, rows, tolerance] = words[..] else { panic!("{line}") };
        let path = |kind: &str| folder.path().join(format!("{name}.{kind}"));
        let decoded = decode(&std::fs::read(path("dcm")).unwrap()).unwrap();
        let frame = decoded.frame.unwrap_or_else(|why| panic!("{name}: {why}"));
        assert_eq!((frame.width.to_string(), frame.height.to_string()), (columns.into(), rows.into()), "{name}");
        let Content::Grey { values, .. } = &frame.content else { panic!("{name} is grey") };
        let apart = difference(name, values, &floats(&path("values")));
        assert!(apart <= tolerance.parse().unwrap(), "{name}: values differ by {apart}");
        let shown = frame.shown().unwrap().plane.into_values();
        let apart = difference(name, &shown, &floats(&path("shown")));
        assert!(apart <= if tolerance == "0.0" { 1e-5 } else { 0.02 }, "{name}: brightness differs by {apart}");
    }
    assert!(index.lines().count() >= 16, "only {} files were made", index.lines().count());
}
