//! No test file lies about that no module names, and no module of the big test binary is missing.

use std::fs;

use super::source::{root, sources};

#[test]
fn every_sibling_test_is_a_module() {
    let sources = sources();
    for test in sources.iter().filter(|source| source.path.ends_with("_tests.rs")) {
        let (folder, name) = test.path.rsplit_once('/').expect("a source lies in a folder");
        let needle = format!("#[path = \"{name}\"]");
        let plain = format!("mod {};", name.trim_end_matches(".rs"));
        let named = sources.iter().any(|source| {
            let beside = source.path.rsplit_once('/').is_some_and(|(other, _)| other == folder);
            beside && (source.text.contains(&needle) || source.text.contains(&plain))
        });
        assert!(named, "{} is a test that no module names", test.path);
    }
}

#[test]
fn every_file_of_the_test_binary_is_a_module() {
    let main = fs::read_to_string(root().join("tests/tests/main.rs")).expect("the test binary has a main file");
    for entry in fs::read_dir(root().join("tests/tests")).expect("the folder can be read") {
        let path = entry.expect("an entry can be read").path();
        let stem = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
        if stem != "main" {
            assert!(main.contains(&format!("mod {stem};")), "tests/tests/{stem} is not part of the test binary");
        }
    }
}
