//! Makes the frozen folder of the version that is built: once for each version of the store's format, and never again.

#![allow(clippy::print_stderr, reason = "a program for the terminal")]

use std::process::ExitCode;

use tests::frozen::{archive, freeze};

fn main() -> ExitCode {
    let Some(version) = std::env::args().nth(1).and_then(|text| text.parse().ok()) else {
        eprintln!("usage: freeze VERSION");
        return ExitCode::from(2);
    };
    if archive(version).exists() {
        eprintln!("{} is frozen already", archive(version).display());
        return ExitCode::FAILURE;
    }
    freeze(version);
    ExitCode::SUCCESS
}
