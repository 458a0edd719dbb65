//! Bytes that nobody meant well: kept ones, altered ones and any at all. Nothing here may panic or take long.

use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::samples::{self, Dcm, JPEG, Png, RLE};
use super::{decode, fuzz};

/// A whole file of every kind that is decoded here.
fn whole() -> Vec<Vec<u8>> {
    let words: Vec<i16> = (0..24 * 16).map(|at| at * 3 - 500).collect();
    let ct = Dcm::ct(24, 16, &words);
    let planes = [0, 1].map(|at| words.iter().map(|word| word.to_be_bytes()[at]).collect::<Vec<u8>>());
    let mut palette = Png::new(24, 16, 8, 3, vec![vec![1; 24]; 16]);
    palette.before.push((*b"PLTE", vec![9, 9, 9, 255, 0, 0]));
    palette.before.push((*b"tEXt", b"Comment\0words".to_vec()));
    vec![
        samples::jpeg(24, 16, false),
        samples::jpeg(24, 16, true),
        Png::new(24, 16, 8, 0, vec![vec![7; 24]; 16]).bytes(),
        Png::new(24, 16, 16, 6, vec![vec![7; 24 * 8]; 16]).bytes(),
        palette.bytes(),
        ct.bytes(),
        Dcm { syntax: samples::IMPLICIT, ..ct.clone() }.bytes(),
        Dcm { syntax: samples::BIG, ..ct.clone() }.bytes(),
        ct.encoded(RLE, &[samples::rle(&planes)]).bytes(),
        Dcm::of(24, 16, 8).encoded(JPEG, &[samples::jpeg(24, 16, false)]).bytes(),
    ]
}

/// Every entry point, whatever the bytes begin with.
fn every(bytes: &[u8]) {
    for entry in [fuzz::any, fuzz::jpeg, fuzz::png, fuzz::dicom] {
        entry(bytes);
    }
}

#[test]
fn every_kept_file_is_told_in_a_sentence_and_soon() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut seen = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let began = Instant::now();
        every(&bytes);
        assert!(began.elapsed() < Duration::from_secs(20), "{}", path.display());
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match decode(&bytes) {
            Err(why) => assert!(name.starts_with("bad-"), "{name}: {why}"),
            Ok(_) => assert!(name.starts_with("good-"), "{name} was read"),
        }
        seen += 1;
    }
    assert!(seen >= 12, "only {seen} files are kept");
}

#[test]
fn the_samples_are_whole() {
    for (at, bytes) in whole().iter().enumerate() {
        assert!(decode(bytes).is_ok(), "sample {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn altered_files_are_harmless(which in 0usize..10, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12), cut in any::<prop::sample::Index>()) {
        let mut bytes = whole().swap_remove(which);
        for (at, value) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        every(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        every(&bytes);
    }

    #[test]
    fn bytes_moved_about_are_harmless(which in 0usize..10, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(), length in 1usize..200) {
        let mut bytes = whole().swap_remove(which);
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
        bytes.splice(to..to, piece);
        every(&bytes);
        bytes.drain(from..(from + length).min(bytes.len()));
        every(&bytes);
    }

    #[test]
    fn any_bytes_are_harmless(start in 0usize..4, rest in prop::collection::vec(any::<u8>(), 0..600)) {
        let mut bytes = match start {
            0 => b"\xff\xd8".to_vec(),
            1 => b"\x89PNG\r\n\x1a\n".to_vec(),
            2 => { let mut bytes = vec![0; 128]; bytes.extend(b"DICM"); bytes }
            _ => Vec::new(),
        };
        bytes.extend(rest);
        every(&bytes);
    }
}
