//! Lists the packs under `packs/` so that the program carries them: every file of every version, byte for byte.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let packs = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("packs");
    println!("cargo::rerun-if-changed={}", packs.display());
    let mut code = String::from("&[\n");
    for id in folders(&packs)? {
        for version in folders(&id)? {
            code.push_str("&[\n");
            for file in children(&version)? {
                println!("cargo::rerun-if-changed={}", file.display());
                let name = file.file_name().unwrap_or_default();
                writeln!(code, "({name:?}, include_bytes!({file:?})),").map_err(io::Error::other)?;
            }
            code.push_str("],\n");
        }
    }
    code.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("builtin.rs"), code)
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(children(path)?.into_iter().filter(|child| child.is_dir()).collect())
}

fn children(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut children = Vec::new();
    for entry in fs::read_dir(path)? {
        children.push(entry?.path());
    }
    children.sort();
    Ok(children)
}
