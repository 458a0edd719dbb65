//! Keys survive storage, signatures hold for one label and one message, ids are frozen.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

#[test]
fn keys_survive_storage() {
    let mut rng = rng(1);
    let persona = PersonaKey::generate(&mut rng);
    assert_eq!(PersonaKey::from_bytes(&persona.to_bytes()).public(), persona.public());
    let device = DeviceKey::generate(&mut rng);
    let back = DeviceKey::from_bytes(&device.to_bytes()).unwrap();
    assert_eq!(back.id(), device.id());
    assert_eq!(back.agreement_public(), device.agreement_public());
    for length in [0, 32, 63, 65] {
        assert_eq!(DeviceKey::from_bytes(&vec![1; length]).unwrap_err(), Error::Malformed);
    }
}

#[test]
fn signatures_hold_for_one_label_and_message() {
    let mut rng = rng(2);
    let (persona, other) = (PersonaKey::generate(&mut rng), PersonaKey::generate(&mut rng));
    let signature = persona.sign(Label::JoinProof, b"message");
    let public = persona.public();
    assert!(public.verify(Label::JoinProof, b"message", &signature).is_ok());
    assert_eq!(public.verify(Label::IntroduceProof, b"message", &signature), Err(Error::Signature));
    assert_eq!(public.verify(Label::JoinProof, b"massage", &signature), Err(Error::Signature));
    assert_eq!(public.verify(Label::JoinProof, b"message", &signature[..63]), Err(Error::Signature));
    assert_eq!(other.public().verify(Label::JoinProof, b"message", &signature), Err(Error::Signature));
}

/// Under a small-order key some signature of any message would verify; strict verification refuses such keys.
#[test]
fn weak_keys_are_refused() {
    let mut identity = [0; 32];
    identity[0] = 1;
    let mut signature = [0; 64];
    signature[0] = 1;
    assert_eq!(PersonaPublic(identity).verify(Label::JoinProof, b"any", &signature), Err(Error::Signature));
}

#[test]
fn debug_shows_ids_only() {
    let mut rng = rng(3);
    let (persona, device) = (PersonaKey::generate(&mut rng), DeviceKey::generate(&mut rng));
    assert_eq!(format!("{persona:?}"), "PersonaKey(…)");
    assert_eq!(format!("{device:?}"), format!("DeviceKey({})", device.id()));
}

/// Every stored room and contact hangs on these.
#[test]
fn ids_are_frozen() {
    let persona = PersonaKey::from_bytes(&Key32::new([7; 32])).public();
    assert_eq!(persona.member().to_string(), "8641c8e81466b76e6c014f86a42e0062");
    assert_eq!(persona.contact().to_string(), persona.member().to_string());
    let device = DeviceKey::from_bytes(&[7; 64]).unwrap();
    assert_eq!(device.id().to_string(), "464da5419027018d1f47fe63483eb4ba");
}
