//! Feeds every decoder altered bytes: `fuzz SEED INPUTS [TARGET]`. Prints what a decoder panicked on, and ends with 1.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

use std::process::ExitCode;

use tests::fuzz::run;
use tests::fuzz::target::Target;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut number = || arguments.next().and_then(|text| text.parse().ok());
    let (Some(seed), Some(inputs)) = (number(), number()) else {
        eprintln!("usage: fuzz SEED INPUTS [TARGET]");
        return ExitCode::from(2);
    };
    let only = arguments.next();
    let mut failed = false;
    for target in Target::ALL.into_iter().filter(|target| only.as_ref().is_none_or(|only| *only == target.name())) {
        match run(target, seed, inputs) {
            Ok(()) => println!("{}: {inputs} inputs", target.name()),
            Err(input) => {
                failed = true;
                let hex: String = input.iter().map(|byte| format!("{byte:02x}")).collect();
                println!("{}: keep this as tests/corpus/fuzz/{}-NAME.hex:\n{hex}", target.name(), target.name());
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
