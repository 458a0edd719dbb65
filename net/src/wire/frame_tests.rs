//! Frames: their frozen forms and their limits.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn all() -> Vec<Frame> {
    let device = DeviceId([0xdd; 16]);
    let floor = Floor { device, floor_seq: 1, floor_depth: 2, head_seq: 3, head: EntryId([0xee; 16]) };
    let place = Place { depth: 4, device, seq: 3 };
    vec![
        Frame::Hello(Hello {
            version: 1,
            frontier: vec![floor],
            commits: vec![CommitId([0xcc; 16]), CommitId([0xbb; 16])],
            tip: EpochId([0xaa; 16]),
            mark: Some(place),
            missing: false,
            ask: true,
        }),
        Frame::Have { frontier: vec![floor], ask: false },
        Frame::Want { device, from_seq: 4 },
        Frame::Sealed { bytes: vec![1, 2] },
        Frame::Commit { bytes: vec![3] },
        Frame::WantCommit { commits: vec![CommitId([0xcc; 16])] },
        Frame::Rejoin { order: None, key_package: vec![4] },
        Frame::Welcome { part: 0, parts: 2, bytes: vec![5] },
        Frame::Live { typing: true },
        Frame::Mark { up_to: place },
        Frame::Addresses { record: vec![6] },
        Frame::Farewell { order: vec![7] },
    ]
}

#[test]
fn the_forms_are_frozen() {
    let (dd, ee) = ("50".to_owned() + &"dd".repeat(16), "50".to_owned() + &"ee".repeat(16));
    let (floor, place) = (format!("85{dd}010203{ee}"), format!("8304{dd}03"));
    let hex = [
        format!(
            "820081a7000101 81{floor} 025820{}{} 0350{} 04{place} 05f406f5",
            "cc".repeat(16),
            "bb".repeat(16),
            "aa".repeat(16)
        ),
        format!("8201a200 81{floor} 01f4"),
        format!("8202a200{dd}0104"),
        "8203a100420102".to_owned(),
        "8204a1004103".to_owned(),
        format!("8205a10050{}", "cc".repeat(16)),
        "8206a1014104".to_owned(),
        "8207a3000001020 24105".replace(' ', ""),
        "8208a100f5".to_owned(),
        format!("8209a100{place}"),
        "820aa1004106".to_owned(),
        "820ba1004107".to_owned(),
    ];
    for (frame, hex) in all().into_iter().zip(hex) {
        assert_eq!(data_encoding::HEXLOWER.encode(&frame.encode()), hex.replace(' ', ""));
        assert_eq!(Frame::decode(&frame.encode()), Ok(Some(frame)));
    }
}

#[test]
fn limits_hold() {
    let floor = Floor { floor_seq: 2, head_seq: 1, ..Floor::default() };
    for frame in [
        Frame::Have { frontier: vec![floor], ask: false },
        Frame::Have { frontier: vec![Floor::default(); MAX_FLOORS + 1], ask: false },
        Frame::Want { device: DeviceId::default(), from_seq: 0 },
        Frame::Welcome { part: 2, parts: 2, bytes: Vec::new() },
        Frame::Welcome { part: 0, parts: MAX_PARTS + 1, bytes: Vec::new() },
        Frame::WantCommit { commits: vec![CommitId::default(); MAX_COMMITS + 1] },
    ] {
        assert_eq!(Frame::decode(&frame.encode()), Err(WireError::OutOfRange("frame")));
    }
    assert_eq!(Frame::decode(&vec![0; MAX_FRAME_BYTES + 1]), Err(WireError::TooLarge));
    assert_eq!(Frame::decode(&[0x82, 0x0c, 0xa0]), Ok(None), "a later frame is no error");
    let many = Batch { entries: vec![Vec::new(); MAX_BATCH_ENTRIES + 1] };
    assert_eq!(Batch::decode(&codec::encode(&many)), Err(WireError::OutOfRange("batch")));
}

#[test]
fn a_batch_is_frozen() {
    let batch = Batch { entries: vec![vec![1], vec![2, 3]] };
    assert_eq!(data_encoding::HEXLOWER.encode(&codec::encode(&batch)), "a100824101420203");
    assert_eq!(Batch::decode(&codec::encode(&batch)), Ok(batch));
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = Frame::decode(&bytes);
        let _ = Batch::decode(&bytes);
    }

    #[test]
    fn nothing_panics_near_the_truth(which in 0usize..12, at in any::<usize>(), to in any::<u8>()) {
        let mut bytes = all()[which].encode();
        let at = at % bytes.len();
        bytes[at] = to;
        let _ = Frame::decode(&bytes);
    }
}
