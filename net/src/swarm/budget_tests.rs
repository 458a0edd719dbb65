//! The bucket: never more than a minute's worth at once, never more than that much again each minute.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

#[test]
fn a_hundred_at_once_and_then_one_every_six_hundred_milliseconds() {
    let start = Instant::now();
    let mut bucket = Bucket::new(100, start);
    assert_eq!((0..200).filter(|_| bucket.take(start)).count(), 100);
    assert!(!bucket.take(start + Duration::from_millis(599)));
    assert!(bucket.take(start + Duration::from_millis(600)));
    assert!(!bucket.take(start + Duration::from_millis(600)));
    let later = start + Duration::from_secs(3_600);
    assert_eq!((0..200).filter(|_| bucket.take(later)).count(), 100, "it never holds more than a minute's worth");
}

proptest! {
    #[test]
    fn no_pattern_gets_more_than_the_rate(per_minute in 1u32..500, gaps in prop::collection::vec(0u64..2_000, 1..400)) {
        let start = Instant::now();
        let mut bucket = Bucket::new(per_minute, start);
        let (mut now, mut taken) = (start, 0_u64);
        for gap in gaps {
            now += Duration::from_millis(gap);
            taken += u64::from(bucket.take(now));
        }
        let elapsed_ms = u64::try_from((now - start).as_millis()).unwrap();
        prop_assert!(taken <= u64::from(per_minute) + elapsed_ms * u64::from(per_minute) / 60_000 + 1);
    }
}
