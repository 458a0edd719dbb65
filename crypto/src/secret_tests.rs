//! Nothing secret is ever shown.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

#[test]
fn debug_shows_nothing() {
    let name = Personal::from("Amina Haddad");
    let phrase = Passphrase::new("correct horse".to_owned());
    let key = Key32::new([0x41; 32]);
    let shown = format!("{name:?} {phrase:?} {key:?}");
    assert_eq!(shown, "Personal(…) Passphrase(…) Key32(…)");
}

#[test]
fn keys_compare_by_content() {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let key = Key32::random(&mut rng);
    assert!(key.ct_eq(&key.clone()));
    assert_ne!(key, Key32::random(&mut rng));
    let mut last = *key.expose();
    last[31] ^= 1;
    assert_ne!(key, Key32::new(last));
    assert_eq!(Key32::try_from(&[0_u8; 31][..]).unwrap_err(), Error::Malformed);
    assert_eq!(Key32::try_from(&key.expose()[..]).unwrap(), key);
}
