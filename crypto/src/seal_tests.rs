//! The envelope agrees with the published vector, opens only whole, and boxes open only for their recipient.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::handshake::agreement_public;
use data_encoding::HEXLOWER;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
#[test]
fn envelope_agrees_with_the_published_vector() {
    let bytes = |hex: &str| HEXLOWER.decode(hex.as_bytes()).unwrap();
    let key = Key32::new(std::array::from_fn(|index| 0x80 + u8::try_from(index).unwrap()));
    let nonce: [u8; 24] = std::array::from_fn(|index| 0x40 + u8::try_from(index).unwrap());
    let ad = bytes("50515253c0c1c2c3c4c5c6c7");
    let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
                 sunscreen would be it.";
    let envelope = seal_with(&key, nonce, &ad, text);
    let expected = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39\
                    ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9\
                    21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";
    assert_eq!(HEXLOWER.encode(&envelope[24..]), expected);
    assert_eq!(open(&key, &ad, &envelope).unwrap().as_slice(), text);
}

#[test]
fn nonces_differ() {
    let key = Key32::new([1; 32]);
    let mut rng = rng(1);
    assert_ne!(seal(&key, &mut rng, b"", b"same"), seal(&key, &mut rng, b"", b"same"));
}

#[test]
fn box_opens_only_for_its_recipient() {
    let mut rng = rng(2);
    let (mine, other) = (Key32::random(&mut rng), Key32::random(&mut rng));
    let sealed = box_seal(&agreement_public(&mine), &mut rng, b"ad", b"for you").unwrap();
    assert_eq!(sealed.len(), BOX_OVERHEAD_BYTES + 7);
    assert_eq!(box_open(&mine, b"ad", &sealed).unwrap().as_slice(), b"for you");
    assert_eq!(box_open(&other, b"ad", &sealed).unwrap_err(), Error::Sealed);
    assert_eq!(box_open(&mine, b"", &sealed).unwrap_err(), Error::Sealed);
    let mut newer = sealed;
    newer[0] = 2;
    assert_eq!(box_open(&mine, b"ad", &newer).unwrap_err(), Error::Version);
}

/// The neutral point makes every agreement zero, for everyone.
#[test]
fn low_order_points_are_refused() {
    let mut rng = rng(3);
    assert_eq!(box_seal(&[0; 32], &mut rng, b"", b"for all").unwrap_err(), Error::Malformed);
    let mine = Key32::random(&mut rng);
    let key = box_key(&[0; 32], &[0; 32], &agreement_public(&mine));
    let forged = [&[BOX_VERSION][..], &[0; 32], &seal(&key, &mut rng, b"", b"from nobody")].concat();
    assert_eq!(box_open(&mine, b"", &forged).unwrap_err(), Error::Sealed);
}

/// Stored in every profile.
#[test]
fn formats_are_frozen() {
    let key = Key32::new([9; 32]);
    let envelope = seal(&key, &mut rng(4), b"frozen", b"envelope");
    assert_eq!(
        HEXLOWER.encode(&envelope),
        "07462f8d57dcc68ef55177aaec936593847b4f8e18e2d662efdec44f5f35595225ed99c41daaf3dd6020cc3b1ff2d384"
    );
    let sealed = box_seal(&agreement_public(&key), &mut rng(5), b"frozen", b"box").unwrap();
    assert_eq!(
        HEXLOWER.encode(&sealed),
        "01861c35146b63dae4efd56e5f3435ef4ab4e81630c317b7f0fa52fc17e791da0c6a9fa8817078c1bcf963829a2fa80cee9dce73ad91641230f813a5c98f1033860b2e0ff0cfdfe66e4d1d5a"
    );
}

proptest! {
    #[test]
    fn any_change_closes_the_envelope(
        text in prop::collection::vec(any::<u8>(), 0..80), at in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let key = Key32::new([3; 32]);
        let mut envelope = seal(&key, &mut rng(6), b"ad", &text);
        prop_assert_eq!(open(&key, b"ad", &envelope).unwrap().to_vec(), text);
        let at = at.index(envelope.len());
        envelope[at] ^= 1 << bit;
        prop_assert_eq!(open(&key, b"ad", &envelope).unwrap_err(), Error::Sealed);
    }

    #[test]
    fn hostile_bytes_never_open(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let key = Key32::new([3; 32]);
        prop_assert!(open(&key, b"", &bytes).is_err());
        prop_assert!(box_open(&key, b"", &bytes).is_err());
    }
}
