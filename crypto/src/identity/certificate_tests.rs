//! A certificate holds only whole, for the device that agreed, and its bytes are kept as received.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::identity::sign;
use data_encoding::HEXLOWER;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

fn pair(seed: u64) -> (PersonaKey, DeviceKey) {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    (PersonaKey::generate(&mut rng), DeviceKey::generate(&mut rng))
}

fn signed(persona: &PersonaKey, device: &DeviceKey, body: &[u8]) -> Vec<u8> {
    let by_persona = persona.sign(Label::DeviceCertificate, body);
    let by_device = sign(&device.signing, Label::DeviceCertificate, body);
    [&by_persona[..], &by_device, body].concat()
}

#[test]
fn certificate_says_whose_device() {
    let (persona, device) = pair(1);
    let certificate = Certificate::issue(&persona, &device, 1_700_000_000_000);
    let read = Certificate::decode(certificate.bytes()).unwrap();
    assert_eq!(read, certificate);
    assert_eq!(read.persona(), persona.public());
    assert_eq!(read.member(), persona.public().member());
    assert_eq!(read.device(), device.id());
    assert_eq!(read.agreement(), &device.agreement_public());
    assert_eq!(read.issued_at_ms(), 1_700_000_000_000);
    let signature = device.sign(Label::EntrySignature, b"header");
    assert!(read.verify_device(Label::EntrySignature, b"header", &signature).is_ok());
    assert_eq!(read.verify_device(Label::EntrySignature, b"other", &signature), Err(Error::Signature));
}

/// A persona that vouches for somebody else's device lacks that device's agreement.
#[test]
fn a_stranger_s_device_cannot_be_claimed() {
    let ((persona, device), (thief, own)) = (pair(2), pair(3));
    let honest = Certificate::issue(&persona, &device, 1);
    let body = minicbor::to_vec(Body { persona: thief.public().0, ..honest.body.clone() }).unwrap();
    assert_eq!(Certificate::decode(&signed(&thief, &own, &body)).unwrap_err(), Error::Signature);
    assert_eq!(Certificate::decode(&signed(&thief, &device, &body)).map(|read| read.persona()), Ok(thief.public()));
}

#[test]
fn unknown_keys_are_kept_and_newer_versions_named() {
    let (persona, device) = pair(4);
    let issued = Certificate::issue(&persona, &device, 1);
    let mut body = issued.bytes()[128..].to_vec();
    assert_eq!(body[0], 0xa5);
    body[0] = 0xa6;
    body.extend_from_slice(&[0x18, 0x63, 0x01]);
    let bytes = signed(&persona, &device, &body);
    assert_eq!(Certificate::decode(&bytes).unwrap().bytes(), bytes);

    let newer = minicbor::to_vec(Body { version: 2, ..issued.body }).unwrap();
    assert_eq!(Certificate::decode(&signed(&persona, &device, &newer)).unwrap_err(), Error::Version);
    let longer = [&issued.bytes[..], &[0]].concat();
    assert_eq!(Certificate::decode(&longer).unwrap_err(), Error::Malformed);
    assert_eq!(Certificate::decode(&vec![0; countersigned::MAX_BYTES + 1]).unwrap_err(), Error::Malformed);
}

/// Carried in orders, leaves and proofs.
#[test]
fn format_is_frozen() {
    let persona = PersonaKey::from_bytes(&crate::secret::Key32::new([1; 32]));
    let device = DeviceKey::from_bytes(&[2; 64]).unwrap();
    let hex = "a9d14a2d23590cd12e3fc4fdfef0a5895f73c586e9946c5d0262f3014d6184bf88d11f51b04ed8444a7d2df6366eaaf3652f57f3062a30e9806c1ef55bff130f1eb517aa2d3b73013e99aa8b54a688c7d51be789693aee1bbab3665144d86fa4341060c4ccf020effef0d89f0354bbe565fab7b85c68c14561223d8d725d4105a500010158208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c0258208139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394035820ce8d3ad1ccb633ec7b70c17814a5c76ecd029685050d344745ba05870e587d59041b0000018bcfe56800";
    assert_eq!(HEXLOWER.encode(Certificate::issue(&persona, &device, 1_700_000_000_000).bytes()), hex);
    assert!(Certificate::decode(&HEXLOWER.decode(hex.as_bytes()).unwrap()).is_ok());
}

proptest! {
    #[test]
    fn hostile_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(Certificate::decode(&bytes).is_err());
    }

    #[test]
    fn any_change_is_refused(at in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<prop::sample::Index>()) {
        let (persona, device) = pair(5);
        let whole = Certificate::issue(&persona, &device, 1).bytes().to_vec();
        let mut changed = whole.clone();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        prop_assert!(Certificate::decode(&changed).is_err());
        prop_assert!(Certificate::decode(&whole[..cut.index(whole.len())]).is_err());
    }
}
