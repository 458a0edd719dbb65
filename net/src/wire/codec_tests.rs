//! The codec takes one shape only, and nothing makes it panic.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn shape(hex: &str) -> Result<minicbor::data::Int, WireError> {
    let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap();
    decode::<Probe>(&bytes, 64).map(|probe| probe.0.into())
}

#[derive(minicbor::Decode)]
#[cbor(map)]
struct Probe(#[n(0)] u64);

#[test]
fn one_shape_only() {
    assert!(shape("a10005").is_ok());
    assert!(shape("a200050163616263").is_ok(), "unknown keys are passed over");
    for (hex, why) in [
        ("a1000500", "bytes after the value"),
        ("a2000500 06", "a key twice"),
        ("a2010500 06", "keys out of order"),
        ("bf0005ff", "indefinite length"),
        ("a120c0", "a negative key"),
        ("a100c105", "a tag"),
        ("a100fb3ff0000000000000", "a float"),
        ("a1009fff", "an indefinite array"),
        ("9bffffffffffffffff", "a length that is a lie"),
        ("", "nothing"),
    ] {
        assert_eq!(shape(&hex.replace(' ', "")), Err(WireError::Malformed), "{why}");
    }
}

#[test]
fn nesting_is_bounded() {
    let mut bytes = vec![0x81; 60];
    bytes.push(0);
    assert_eq!(decode::<Probe>(&bytes, 64).err(), Some(WireError::Malformed));
}

#[test]
fn the_cap_comes_first() {
    assert_eq!(decode::<Probe>(&[0xa0; 65], 64).err(), Some(WireError::TooLarge));
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode::<Probe>(&bytes, 128);
        let _ = tag(&bytes);
    }
}
