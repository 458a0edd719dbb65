//! Manifests that say what they must not.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::pack::shelf::tests::manifest;

#[track_caller]
fn refused(path: &str, value: Value) {
    let mut changed = manifest();
    *changed.pointer_mut(path).unwrap() = value;
    assert!(Manifest::read(&serde_json::to_vec(&changed).unwrap()).is_err(), "{path} was accepted");
}

#[test]
fn the_lung_pack_s_own_is_accepted() {
    assert_eq!(Manifest::read(&serde_json::to_vec(&manifest()).unwrap()).unwrap().id, "lung-ct");
}

#[test]
fn refuses_names_that_mislead() {
    for id in ["", "../lung", "Lung", "-x", "a/b", "lung ct", &"x".repeat(41)] {
        refused("/id", json!(id));
    }
    for version in ["", "1", "1.0", "1.0.0.0", "1.0.x", "01.0.0", "1.0.-1", "../1", "1.0.1234567"] {
        refused("/version", json!(version));
    }
    for name in ["../a", "a/b", ".hidden", "", "manifest.json", "a\u{0}", "c:\\x"] {
        let mut changed = manifest();
        let listed = changed["files"]["card.md"].clone();
        changed["files"][name] = listed;
        assert!(Manifest::read(&serde_json::to_vec(&changed).unwrap()).is_err(), "{name:?} was accepted");
    }
    refused("/name", json!("\u{1b}[2J"));
    refused("/card", json!("other.md"));
    refused("/models/gate/file", json!("other.onnx"));
}

#[test]
fn refuses_what_it_cannot_be_used_for() {
    refused("/format", json!(2));
    refused("/use", json!("diagnosis"));
    refused("/files/card.md/sha256", json!("00"));
    refused("/files/card.md/bytes", json!(MAX_FILE_BYTES + 1));
}

#[test]
fn refuses_numbers_out_of_range() {
    for (path, value) in [
        ("/finder/stride", json!(0)),
        ("/finder/cell", json!(0)),
        ("/finder/tile", json!(64)),
        ("/finder/max_spots", json!(1_000_000)),
        ("/explain/stride", json!(0)),
        ("/explain/span", json!(129)),
        ("/explain/window", json!(0)),
        ("/rating/threshold", json!(1.5)),
        ("/slice/max_side", json!(1_000_000)),
        ("/slice/resample_to", json!(0)),
        ("/gate/patch_max_side", json!(1)),
        ("/gate/accept", json!(["unheard_of"])),
        ("/window/width_hu", json!(0)),
        ("/models/gate/shape", json!([1, 1, 4096, 4096])),
    ] {
        refused(path, value);
    }
}

#[test]
fn orders_versions_by_number() {
    assert!(version_order("1.10.0") > version_order("1.9.9"));
    assert_eq!(version_order("1.2.3"), Some([1, 2, 3]));
}

proptest! {
    #[test]
    fn any_bytes_are_harmless(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Manifest::read(&bytes).is_err());
    }

    #[test]
    fn an_altered_manifest_is_harmless(at in any::<prop::sample::Index>(), value in any::<u8>()) {
        let mut bytes = serde_json::to_vec(&manifest()).unwrap();
        let at = at.index(bytes.len());
        bytes[at] = value;
        drop(Manifest::read(&bytes));
    }
}
