//! The bundle: its frozen form and its cap.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn bundle() -> Bundle {
    let stand = Stand { device: DeviceId([0xdd; 16]), seq: 3, depth: 9, id: EntryId([0xee; 16]) };
    Bundle { orders: vec![vec![1], vec![2]], welcome: vec![3], stands: vec![stand], addresses: vec![vec![4]] }
}

#[test]
fn the_form_is_frozen() {
    let hex = format!("a40082410141020141030281 8450{}030950{}03814104", "dd".repeat(16), "ee".repeat(16));
    assert_eq!(data_encoding::HEXLOWER.encode(&bundle().encode()), hex.replace(' ', ""));
    assert_eq!(Bundle::decode(&bundle().encode()), Ok(bundle()));
}

#[test]
fn the_cap_holds() {
    assert_eq!(Bundle::decode(&vec![0; MAX_BUNDLE_BYTES + 1]), Err(WireError::TooLarge));
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in any::<usize>(), to in any::<u8>()) {
        let _ = Bundle::decode(&bytes);
        let mut near = bundle().encode();
        let at = at % near.len();
        near[at] = to;
        let _ = Bundle::decode(&near);
    }
}
