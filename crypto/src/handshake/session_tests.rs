//! Messages open once, in order, whole, and in their own direction.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::handshake::{Initiator, Psk, Responder};
use crate::secret::Key32;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

fn halves() -> (Sender, Receiver, Sender, Receiver) {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let (psk, mine, theirs) = (Psk::for_invite(&[1; 16]), Key32::new([1; 32]), Key32::new([2; 32]));
    let (initiator, one) = Initiator::start(&mut rng, &mine, &psk);
    let (_, responder, two) = Responder::answer(&mut rng, &[(&psk, &theirs)], &one).unwrap();
    let (session, three) = initiator.finish(&two).unwrap();
    let ((a_out, a_in), (b_out, b_in)) = (session.split(), responder.finish(&three).unwrap().split());
    (a_out, a_in, b_out, b_in)
}

#[test]
fn messages_open_once_and_in_order() {
    let (mut out, mut own, _, mut into) = halves();
    let sealed: Vec<Vec<u8>> = (0_u8..3).map(|n| out.seal(&[n]).unwrap()).collect();
    assert_eq!(own.open(&sealed[0]), Err(Error::Handshake), "a reflected message");
    assert_eq!(into.open(&sealed[1]), Err(Error::Handshake), "a message too early");
    assert_eq!(into.open(&sealed[0]).unwrap(), [0]);
    assert_eq!(into.open(&sealed[0]), Err(Error::Handshake), "a replayed message");
    assert_eq!(into.open(&sealed[1]).unwrap(), [1]);
    assert_eq!(into.open(&sealed[2]).unwrap(), [2]);
}

#[test]
fn caps_hold() {
    let (mut out, _, _, mut into) = halves();
    let largest = vec![7; MAX_PLAINTEXT_BYTES];
    let sealed = out.seal(&largest).unwrap();
    assert_eq!(sealed.len(), MAX_SEALED_BYTES);
    assert_eq!(into.open(&sealed).unwrap(), largest);
    assert_eq!(out.seal(&vec![7; MAX_PLAINTEXT_BYTES + 1]), Err(Error::TooLong));
    assert_eq!(into.open(&vec![7; MAX_SEALED_BYTES + 1]), Err(Error::Handshake));
    assert_eq!(into.open(&[]), Err(Error::Handshake));
    assert_eq!(into.open(&out.seal(b"").unwrap()).unwrap(), b"");
}

#[test]
fn nonces_run_out_instead_of_repeating() {
    let (mut out, _, _, mut into) = halves();
    out.next = u64::MAX - 2;
    into.next = u64::MAX - 2;
    let last = out.seal(b"last").unwrap();
    assert_eq!(into.open(&last).unwrap(), b"last");
    assert_eq!(out.seal(b"one more"), Err(Error::Exhausted));
    assert_eq!(into.open(&last), Err(Error::Exhausted));
}

proptest! {
    #[test]
    fn any_change_is_refused(
        text in prop::collection::vec(any::<u8>(), 0..100), at in any::<prop::sample::Index>(), bit in 0_u8..8,
    ) {
        let (mut out, _, _, mut into) = halves();
        let mut sealed = out.seal(&text).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1 << bit;
        prop_assert_eq!(into.open(&sealed), Err(Error::Handshake));
    }
}
