//! A succession needs both keys, and both agree to the same one.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crate::secret::Key32;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

fn key(byte: u8) -> PersonaKey {
    PersonaKey::from_bytes(&Key32::new([byte; 32]))
}

fn signed(by_old: &PersonaKey, by_new: &PersonaKey, body: &Body) -> Vec<u8> {
    let body = minicbor::to_vec(body).unwrap();
    [&by_old.sign(Label::Succession, &body)[..], &by_new.sign(Label::Succession, &body), &body].concat()
}

#[test]
fn succession_says_who_became_whom() {
    let issued = Succession::issue(&key(1), &key(2), 5);
    let read = Succession::decode(issued.bytes()).unwrap();
    assert_eq!((read.old(), read.new_key(), read.issued_at_ms()), (key(1).public(), key(2).public(), 5));
    assert_eq!(read.bytes(), issued.bytes());
}

#[test]
fn neither_key_can_do_it_alone() {
    let body = Body { version: 1, old: key(1).public().0, new: key(2).public().0, issued_at_ms: 5 };
    assert_eq!(Succession::decode(&signed(&key(1), &key(1), &body)).unwrap_err(), Error::Signature);
    assert_eq!(Succession::decode(&signed(&key(2), &key(2), &body)).unwrap_err(), Error::Signature);
    assert!(Succession::decode(&signed(&key(1), &key(2), &body)).is_ok());
    let itself = Body { new: body.old, ..body.clone() };
    assert_eq!(Succession::decode(&signed(&key(1), &key(1), &itself)).unwrap_err(), Error::Malformed);
    let newer = Body { version: 2, ..body };
    assert_eq!(Succession::decode(&signed(&key(1), &key(2), &newer)).unwrap_err(), Error::Version);
}

/// Kept with contacts and members.
#[test]
fn format_is_frozen() {
    let hex = "53198b927b0e7c986e1da79ca481c6ba82c4ed2d04f22373c047dbbea421312dc81847daab728835c4ef66ead6b4001a6fcd6c8cf60cdd4f84d110386284940895cbbc2c8f816575e6754e2f69b1579b307cd0898a189369728a01b660e62cfc334ce71cc80e7cca14978a056c7ed7bb199b75035a203f3b53488c1b3cbff901a400010158208a88e3dd7409f195fd52db2d3cba5d72ca6709bf1d94121bf3748801b40f6f5c0258208139770ea87d175f56a35466c34c7ecccb8d8a91b4ee37a25df60f5b8fc9b394031b0000018bcfe56800";
    assert_eq!(HEXLOWER.encode(Succession::issue(&key(1), &key(2), 1_700_000_000_000).bytes()), hex);
}

proptest! {
    #[test]
    fn any_change_is_refused(
        at in any::<prop::sample::Index>(), bit in 0_u8..8, random in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let mut changed = Succession::issue(&key(1), &key(2), 5).bytes().to_vec();
        let at = at.index(changed.len());
        changed[at] ^= 1 << bit;
        prop_assert!(Succession::decode(&changed).is_err());
        prop_assert!(Succession::decode(&random).is_err());
    }
}
