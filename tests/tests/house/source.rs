//! The project's own Rust files, read once and parsed; what the other rules look at.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file of the project.
pub struct Source {
    /// Its path from the project's root, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The parsed file.
    pub fn parse(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }

    /// Whether it holds tests or benchmarks only.
    pub fn is_test(&self) -> bool {
        self.path.starts_with("tests/")
            || self.path.ends_with("_tests.rs")
            || self.path.contains("/tests/")
            || self.path.contains("/benches/")
    }
}

/// The project's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests crate lies in the root").to_path_buf()
}

/// Every Rust file of the six crates and the scripts, by path.
pub fn sources() -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    for folder in ["app", "crypto", "media", "ml", "net", "scripts", "tests"] {
        collect(&root, &root.join(folder), &mut found);
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 40, "only {} files found: the walk is broken", found.len());
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder of the project can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "target") {
                collect(root, &path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).expect("it lies below the root");
            found.push(Source {
                path: name.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path).expect("a source file is UTF-8"),
            });
        }
    }
}
