//! The tree against plain sums.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;

use super::*;

#[test]
fn a_hundred_thousand_are_found_by_height_and_by_depth() {
    let mut heights = Heights::default();
    heights.reach((1, 100_000), 80.0);
    assert!((heights.whole() - 8_000_000.0).abs() < 1e-6);
    assert!((heights.above(50_001) - 4_000_000.0).abs() < 1e-6);
    assert_eq!(heights.at(4_000_000.0), 50_001);
    assert_eq!((heights.at(-5.0), heights.at(1e12)), (1, 100_000));
    heights.learn(&[(10, 100.0), (13, 60.0)]);
    assert!((heights.above(14) - (9.0 * 80.0 + 160.0)).abs() < 1e-6, "11 and 12 hold no message");
    assert_eq!(heights.at(9.0 * 80.0 + 100.0), 13);
    heights.reach((1, 100_001), 80.0);
    assert!((heights.above(14) - (9.0 * 80.0 + 160.0)).abs() < 1e-6, "what was known stays");
}

#[test]
fn a_depth_that_a_liar_chose_takes_no_memory() {
    let mut heights = Heights::default();
    heights.reach((1, u64::MAX / 2), 80.0);
    assert!(heights.each.len() <= usize::try_from(MOST).unwrap() + 1);
    heights.learn(&[(5, 40.0), (u64::MAX / 3, 50.0)]);
    assert!(heights.at(heights.whole() / 2.0) > 5);
}

proptest! {
    #[test]
    fn sums_are_the_sums(changes in prop::collection::vec((0_u64..300, 0.0_f32..500.0), 1..80)) {
        let mut heights = Heights::default();
        heights.reach((0, 299), 80.0);
        let mut plain = vec![80.0_f64; 300];
        for (depth, height) in changes {
            heights.learn(&[(depth, height)]);
            plain[usize::try_from(depth).unwrap()] = f64::from(height);
        }
        for depth in [0_u64, 1, 77, 150, 298, 299] {
            let sum: f64 = plain[..usize::try_from(depth).unwrap()].iter().sum();
            prop_assert!((heights.above(depth) - sum).abs() < 1e-3);
            let found = heights.at(sum + plain[usize::try_from(depth).unwrap()] / 2.0);
            prop_assert!(found == depth || plain[usize::try_from(depth).unwrap()] == 0.0);
        }
        prop_assert!((heights.whole() - plain.iter().sum::<f64>()).abs() < 1e-3);
    }
}
