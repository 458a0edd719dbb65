//! A proof holds on one link, for one side and one device.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::identity::PersonaKey;
use crate::secret::Key32;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

fn device(byte: u8) -> (DeviceKey, Certificate) {
    let persona = PersonaKey::from_bytes(&Key32::new([byte; 32]));
    let device = DeviceKey::from_bytes(&[byte; 64]).unwrap();
    let certificate = Certificate::issue(&persona, &device, 1);
    (device, certificate)
}

const BINDING: Binding<'static> = Binding { dialler: b"peer a", listener: b"peer b", hash: [5; 32] };

#[test]
fn a_proof_names_the_device() {
    let (device, certificate) = device(1);
    let proof = prove(&device, &certificate, Side::Dialler, &BINDING);
    let read = check(&proof, Side::Dialler, &BINDING, &device.agreement_public()).unwrap();
    assert_eq!(read, certificate);
}

#[test]
fn a_proof_holds_nowhere_else() {
    let (key, certificate) = device(1);
    let proof = prove(&key, &certificate, Side::Dialler, &BINDING);
    let agreement = key.agreement_public();
    let refused = |side, binding: &Binding<'_>, agreement: &[u8; 32]| {
        assert_eq!(check(&proof, side, binding, agreement), Err(Error::Signature));
    };
    refused(Side::Listener, &BINDING, &agreement);
    refused(Side::Dialler, &Binding { hash: [6; 32], ..BINDING }, &agreement);
    refused(Side::Dialler, &Binding { dialler: b"peer c", ..BINDING }, &agreement);
    refused(Side::Dialler, &Binding { dialler: b"peer ap", listener: b"eer b", ..BINDING }, &agreement);
    refused(Side::Dialler, &BINDING, &device(2).0.agreement_public());
}

/// The device of one certificate cannot speak under another.
#[test]
fn a_borrowed_certificate_is_refused() {
    let ((thief, _), (victim, certificate)) = (device(1), device(2));
    let proof = prove(&thief, &certificate, Side::Listener, &BINDING);
    assert_eq!(check(&proof, Side::Listener, &BINDING, &victim.agreement_public()), Err(Error::Signature));
    assert_eq!(check(&proof, Side::Listener, &BINDING, &thief.agreement_public()), Err(Error::Signature));
}

/// Two versions of Hearth must meet; the certificate inside has a frozen example of its own.
#[test]
fn format_is_frozen() {
    let (device, certificate) = device(1);
    let proof = prove(&device, &certificate, Side::Dialler, &BINDING);
    let length = certificate.bytes().len();
    assert_eq!(HEXLOWER.encode(&proof[..4]), "8258ee90");
    assert_eq!(
        HEXLOWER.encode(&proof[4 + length..]),
        "40b1915a321459ed23c69374da6cb406c9b6a5db5a76c23db1252c0e9874bdcd5e5ec0e8e5c16507d993e64cb0aa3930cd401e346d874457a19107015f4f184004"
    );
}

proptest! {
    #[test]
    fn any_change_is_refused(at in any::<prop::sample::Index>(), bit in 0_u8..8, cut in any::<prop::sample::Index>()) {
        let (device, certificate) = device(1);
        let whole = prove(&device, &certificate, Side::Dialler, &BINDING);
        let mut changed = whole.clone();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        let agreement = device.agreement_public();
        prop_assert!(check(&changed, Side::Dialler, &BINDING, &agreement).is_err());
        prop_assert!(check(&whole[..cut.index(whole.len())], Side::Dialler, &BINDING, &agreement).is_err());
    }

    #[test]
    fn hostile_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        prop_assert!(check(&bytes, Side::Dialler, &BINDING, &[1; 32]).is_err());
    }
}
