//! Waits double, end, and can't be made endless by a clock.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

#[test]
fn waits_double_up_to_five_minutes() {
    let mut backoff = Backoff::default();
    assert_eq!(backoff.check(0), Ok(()));
    let mut waits = Vec::new();
    for _ in 0..12 {
        backoff = backoff.after_failure(1_000_000);
        waits.push(backoff.check(1_000_000).unwrap_err() / 1000);
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    assert_eq!(backoff.failures(), 12);
}

#[test]
fn a_wait_ends() {
    let backoff = Backoff::default().after_failure(5_000).after_failure(7_000);
    assert_eq!(backoff.check(7_000), Err(2_000));
    assert_eq!(backoff.check(8_999), Err(1));
    assert_eq!(backoff.check(9_000), Ok(()));
}

/// A clock set back by years must not lock a person out for years.
#[test]
fn a_clock_set_back_costs_one_wait() {
    let backoff = Backoff::default().after_failure(1_000_000_000);
    assert_eq!(backoff.check(5_000), Err(1_000));
    let anchored = backoff.anchored(5_000);
    assert_eq!(anchored.check(5_999), Err(1));
    assert_eq!(anchored.check(6_000), Ok(()));
    assert_eq!(anchored.anchored(5_500), anchored);
}

#[test]
fn it_survives_a_restart() {
    let backoff = Backoff::default().after_failure(1_700_000_000_000);
    assert_eq!(Backoff::decode(&backoff.encode()), Ok(backoff));
    assert_eq!(HEXLOWER.encode(&backoff.encode()), "a20001011b0000018bcfe56be8");
    assert_eq!(Backoff::decode(&[]), Err(Error::Malformed));
}

proptest! {
    #[test]
    fn hostile_counters_never_panic_nor_wait_longer(
        bytes in prop::collection::vec(any::<u8>(), 0..40), failures in any::<u32>(), at in any::<u64>(), now in any::<u64>(),
    ) {
        let _ = Backoff::decode(&bytes);
        let backoff = Backoff { failures, not_before_ms: at };
        prop_assert!(backoff.check(now).err().unwrap_or(0) <= 300_000);
        prop_assert!(backoff.after_failure(now).anchored(now).check(now).is_err() || now > u64::MAX - 300_000);
    }
}
