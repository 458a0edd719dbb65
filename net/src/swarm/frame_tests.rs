//! Framing: any split gives the same frames, and no length is believed above the cap.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

fn all(joiner: &mut Joiner, mut input: &[u8]) -> Result<Vec<Vec<u8>>, Oversize> {
    let mut frames = Vec::new();
    while let Some(frame) = joiner.take(&mut input)? {
        frames.push(frame);
    }
    assert!(input.is_empty());
    Ok(frames)
}

#[test]
fn frozen_example() {
    let mut stream = Vec::new();
    append(&mut stream, b"hi");
    append(&mut stream, b"");
    assert_eq!(stream, [0, 0, 0, 2, b'h', b'i', 0, 0, 0, 0]);
    assert_eq!(all(&mut Joiner::default(), &stream).unwrap(), [b"hi".to_vec(), Vec::new()]);
}

#[test]
fn the_longest_frame_passes_and_one_byte_more_does_not() {
    let mut stream = Vec::new();
    append(&mut stream, &vec![7; MAX_FRAME_BYTES]);
    assert_eq!(all(&mut Joiner::default(), &stream).unwrap()[0].len(), MAX_FRAME_BYTES);
    let length = u32::try_from(MAX_FRAME_BYTES).unwrap() + 1;
    assert_eq!(all(&mut Joiner::default(), &length.to_be_bytes()), Err(Oversize));
    assert_eq!(all(&mut Joiner::default(), &[0xff; 9]), Err(Oversize));
}

proptest! {
    #[test]
    fn any_split_gives_the_same_frames(
        frames in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..12),
        cuts in prop::collection::vec(1usize..30, 1..200),
    ) {
        let mut stream = Vec::new();
        for frame in &frames {
            append(&mut stream, frame);
        }
        let (mut joiner, mut got, mut rest, mut cuts) = (Joiner::default(), Vec::new(), stream.as_slice(), cuts.iter().cycle());
        while !rest.is_empty() {
            let (piece, after) = rest.split_at((*cuts.next().unwrap()).min(rest.len()));
            got.extend(all(&mut joiner, piece).unwrap());
            rest = after;
        }
        prop_assert_eq!(got, frames);
    }

    #[test]
    fn hostile_bytes_neither_panic_nor_grow_memory(input in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let mut joiner = Joiner::default();
        let mut rest = input.as_slice();
        while let Ok(Some(_)) = joiner.take(&mut rest) {}
        prop_assert!(joiner.frame.capacity() <= 2 * input.len() + 64);
    }
}
