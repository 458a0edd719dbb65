//! A code survives being written down, and a slip of the pen shows where it is.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;
use rand::SeedableRng as _;
use rand_chacha::ChaCha20Rng;

use super::*;

fn code(seed: u64) -> String {
    RecoveryCode::generate(&mut ChaCha20Rng::seed_from_u64(seed)).secret().expose().to_owned()
}

#[test]
fn a_code_has_eight_groups_of_six_digits() {
    let text = code(1);
    assert_eq!(text.len(), 55);
    assert!(text.split('-').all(|group| group.len() == 6 && group.bytes().all(|b| b.is_ascii_digit())), "{text}");
    assert_ne!(code(1), code(2));
    assert!(!format!("{:?}", RecoveryCode::parse(&text).unwrap()).contains(&text[..6]));
}

#[test]
fn it_is_read_in_every_script_and_with_any_gaps() {
    let text = code(3);
    let plain: String = text.chars().filter(char::is_ascii_digit).collect();
    let other = |zero: u32| -> String {
        let swap = |c: char| c.to_digit(10).map_or(c, |d| char::from_u32(zero + d).unwrap());
        text.chars().map(swap).collect()
    };
    for typed in [plain, text.replace('-', "  "), text.replace('-', "\n"), other(0x660), other(0x966), other(0xC66)] {
        assert_eq!(RecoveryCode::parse(&typed).unwrap().secret().expose(), text);
    }
}

#[test]
fn what_is_missing_or_too_much_is_told_apart() {
    let text = code(4);
    assert_eq!(RecoveryCode::parse("").unwrap_err(), CodeFault::Short);
    assert_eq!(RecoveryCode::parse(&text[..40]).unwrap_err(), CodeFault::Short);
    assert_eq!(RecoveryCode::parse(&format!("{text}-000011")).unwrap_err(), CodeFault::Long);
    assert_eq!(RecoveryCode::parse("walnut ferry").unwrap_err(), CodeFault::NotDigits);
    // 999999 is a multiple of neither eleven nor within what a group can hold; 720896 is past the last one.
    assert_eq!(RecoveryCode::parse("999999").unwrap_err(), CodeFault::Group(1));
    assert_eq!(RecoveryCode::parse("720896").unwrap_err(), CodeFault::Group(1));
}

proptest! {
    #[test]
    fn every_code_reads_back(seed in any::<u64>()) {
        let text = code(seed);
        let read = RecoveryCode::parse(&text).unwrap();
        prop_assert_eq!(read.secret().expose(), &text);
    }

    #[test]
    fn one_wrong_digit_shows_in_its_group(seed in any::<u64>(), at in 0_usize..48, by in 1_u32..10) {
        let mut digits: Vec<u32> = code(seed).chars().filter_map(|c| c.to_digit(10)).collect();
        digits[at] = (digits[at] + by) % 10;
        let typed: String = digits.iter().map(u32::to_string).collect();
        prop_assert_eq!(RecoveryCode::parse(&typed).unwrap_err(), CodeFault::Group(at / 6 + 1));
    }

    #[test]
    fn two_swapped_neighbours_show_in_their_group(seed in any::<u64>(), group in 0_usize..8, at in 0_usize..5) {
        let mut digits: Vec<u32> = code(seed).chars().filter_map(|c| c.to_digit(10)).collect();
        let at = group * 6 + at;
        prop_assume!(digits[at] != digits[at + 1]);
        digits.swap(at, at + 1);
        let typed: String = digits.iter().map(u32::to_string).collect();
        prop_assert_eq!(RecoveryCode::parse(&typed).unwrap_err(), CodeFault::Group(group + 1));
    }

    #[test]
    fn nothing_typed_stops_the_program(text in "\\PC{0,120}") {
        let _ = RecoveryCode::parse(&text);
    }
}
