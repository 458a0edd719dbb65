//! ARCHITECTURE.md has a row for every noun, and the documents name every code and method.

use std::collections::BTreeSet;
use std::fs;

use super::source::{root, sources};

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Nouns are the modules of each layer: the files and folders directly below these.
const LAYERS: [&str; 8] = [
    "crypto/src/",
    "net/src/",
    "net/src/room/",
    "app/src/engine/",
    "app/src/ui/screens/",
    "app/src/",
    "media/src/",
    "ml/src/",
];

#[test]
fn every_noun_has_a_row() {
    let mut nouns = BTreeSet::new();
    for source in sources().iter().filter(|source| !source.is_test()) {
        for layer in LAYERS {
            if let Some(rest) = source.path.strip_prefix(layer) {
                let noun = rest.split('/').next().expect("split yields one").trim_end_matches(".rs");
                if !["lib", "mod", "main"].contains(&noun) {
                    nouns.insert(noun.to_owned());
                }
            }
        }
    }
    let text = document("ARCHITECTURE.md");
    let missing: Vec<&String> = nouns.iter().filter(|noun| !text.contains(&format!("`{noun}`"))).collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md has no row for {missing:?}");
}

#[test]
fn every_error_code_is_documented() {
    let faults = sources().into_iter().find(|source| source.path == "app/src/engine/fault.rs").expect("it exists");
    let text = document("docs/rpc.md");
    let codes: Vec<&str> = faults
        .text
        .lines()
        .filter(|line| line.contains("Self::") && line.contains("=> \""))
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert!(codes.len() > 20, "only {} codes found: the reading is broken", codes.len());
    let missing: Vec<&&str> = codes.iter().filter(|code| !text.contains(&format!("`{code}`"))).collect();
    assert!(missing.is_empty(), "docs/rpc.md does not explain {missing:?}");
}

#[test]
fn every_named_security_test_exists() {
    let table = document("docs/security-tests.md");
    let sources = sources();
    let mut rows = 0;
    for cell in table.split('`').skip(1).step_by(2).filter(|cell| cell.contains("::")) {
        let function = cell.rsplit("::").next().expect("rsplit yields one");
        let found = sources.iter().any(|source| source.text.contains(&format!("fn {function}(")));
        assert!(found, "docs/security-tests.md names {cell}, which does not exist");
        rows += 1;
    }
    assert!(rows >= 16, "only {rows} tests are named");
}
