//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

fn key() -> Key32 {
    Key32::new([4; 32])
}

#[test]
fn the_mark_says_how_the_store_was_left() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tide");
    let opened = || Tide::open(&path, key()).unwrap();
    let (mut tide, mark) = opened();
    assert_eq!(mark, Mark { acknowledged: 0, end: End::Open });
    tide.start(0);
    tide.rise(1);
    tide.rise(2);
    assert_eq!(opened().1, Mark { acknowledged: 2, end: End::Open }, "as a kill leaves it");
    drop(tide);
    assert_eq!(opened().1, Mark { acknowledged: 2, end: End::Closed });

    let (mut tide, _) = opened();
    tide.start(1);
    drop(tide);
    assert_eq!(opened().1, Mark { acknowledged: 2, end: End::Closed }, "a look alone changes nothing");

    let (mut tide, _) = opened();
    tide.start(2);
    tide.doubt();
    assert_eq!(opened().1, Mark { acknowledged: 2, end: End::Doubted });
    tide.rise(3);
    drop(tide);
    assert_eq!(opened().1, Mark { acknowledged: 3, end: End::Doubted });
}

#[test]
fn a_mark_that_cannot_be_read_says_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("tide");
    Tide::open(&path, key()).unwrap().0.rise(9);
    let whole = std::fs::read(&path).unwrap();
    assert_eq!(whole.len(), MARK_BYTES);
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(Tide::open(&path, key()).unwrap().1, Mark::default());
        std::fs::write(&path, &whole[..at]).unwrap();
        assert_eq!(Tide::open(&path, key()).unwrap().1, Mark::default());
    }
}
