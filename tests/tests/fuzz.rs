//! Every decoder, shortly: its samples, the inputs that once made it panic, and some thousands of altered ones.
//! `scripts/soak` feeds as many as told.

use std::fs;
use std::path::Path;

use tests::fuzz::target::Target;
use tests::fuzz::{one, run, sample};

fn inputs() -> u64 {
    std::env::var("HEARTH_FUZZ").ok().and_then(|inputs| inputs.parse().ok()).unwrap_or(3_000)
}

#[test]
fn no_decoder_panics_on_altered_bytes() {
    for target in Target::ALL {
        assert!(!sample::of(target).is_empty(), "{} has samples", target.name());
        if let Err(input) = run(target, 1, inputs()) {
            panic!("{} panicked on {}", target.name(), data_encoding::HEXLOWER.encode(&input));
        }
    }
}

#[test]
fn inputs_that_once_made_one_panic_pass() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/fuzz");
    let mut played = 0;
    for file in fs::read_dir(folder).expect("the corpus is there").filter_map(Result::ok) {
        let name = file.file_name().into_string().expect("a plain name");
        let Some(target) = Target::ALL.into_iter().find(|target| name.starts_with(&format!("{}-", target.name())))
        else {
            panic!("{name} names no target");
        };
        let text = fs::read_to_string(file.path()).expect("it can be read");
        let input = data_encoding::HEXLOWER.decode(text.trim().as_bytes()).expect("it is hex");
        assert_eq!(one(target, &input), Ok(()), "{name}");
        played += 1;
    }
    assert!(played > 0, "the corpus is empty");
}
