//! Our side speaks as raw `snow` does, finds the right key among many, and fails closed.
//!
//! No vector is published for psk0 with this suite; the resolver is held against cacophony's vector for XXpsk3 and
//! the whole handshake against `snow` with its own resolver.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use data_encoding::HEXLOWER;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

fn key(byte: u8) -> Key32 {
    Key32::new([byte; 32])
}

fn psk(byte: u8) -> Psk {
    Psk::for_invite(&[byte; 16])
}

fn bytes(hex: &str) -> Vec<u8> {
    HEXLOWER.decode(hex.as_bytes()).unwrap()
}

fn link(seed: u64) -> (Session, Session) {
    let mut rng = rng(seed);
    let (initiator, one) = Initiator::start(&mut rng, &key(1), &psk(9));
    let (_, responder, two) = Responder::answer(&mut rng, &[(&psk(9), &key(2))], &one).unwrap();
    let (dialler, three) = initiator.finish(&two).unwrap();
    (dialler, responder.finish(&three).unwrap())
}

#[test]
fn both_ends_agree_and_know_each_other() {
    let (mut dialler, mut listener) = link(1);
    assert_eq!(dialler.hash(), listener.hash());
    assert_eq!(dialler.remote_static(), agreement_public(&key(2)));
    assert_eq!(listener.remote_static(), agreement_public(&key(1)));
    let sealed = dialler.seal(b"hello").unwrap();
    assert_eq!(listener.open(&sealed).unwrap(), b"hello");
    let sealed = listener.seal(b"hello back").unwrap();
    assert_eq!(dialler.open(&sealed).unwrap(), b"hello back");
    assert_ne!(link(2).0.hash(), dialler.hash());
}

#[test]
fn messages_have_their_lengths() {
    let mut rng = rng(3);
    let (initiator, one) = Initiator::start(&mut rng, &key(1), &psk(9));
    let (_, _, two) = Responder::answer(&mut rng, &[(&psk(9), &key(2))], &one).unwrap();
    let (_, three) = initiator.finish(&two).unwrap();
    assert_eq!((one.len(), two.len(), three.len()), (MESSAGE_1_BYTES, MESSAGE_2_BYTES, MESSAGE_3_BYTES));
}

#[test]
fn responder_finds_the_key_that_opens() {
    let mut rng = rng(4);
    let (initiator, one) = Initiator::start(&mut rng, &key(1), &psk(3));
    let psks: Vec<Psk> = (0..6).map(psk).collect();
    let secrets: Vec<Key32> = (20..26).map(key).collect();
    let candidates: Vec<(&Psk, &Key32)> = psks.iter().zip(&secrets).collect();
    let (index, responder, two) = Responder::answer(&mut rng, &candidates, &one).unwrap();
    assert_eq!(index, 3);
    let (session, three) = initiator.finish(&two).unwrap();
    assert_eq!(session.remote_static(), agreement_public(&key(23)));
    assert!(responder.finish(&three).is_ok());
    assert!(Responder::answer(&mut rng, &candidates[..3], &one).is_none());
    assert!(Responder::answer(&mut rng, &[], &one).is_none());
}

/// Trying keys must cost no curve arithmetic: the state that tries has none to do.
#[test]
fn trying_a_key_cannot_agree_on_anything() {
    let resolver = Draw::Nothing;
    let dh = resolver.resolve_dh(&DHChoice::Curve25519).unwrap();
    assert!(dh.dh(&[9; 32], &mut [0; 32]).is_err());
    assert!(resolver.resolve_rng().unwrap().try_fill_bytes(&mut [0; 32]).is_err());
}

#[test]
fn room_keys_belong_to_their_room_and_secret() {
    let room = RoomId([1; 16]);
    assert_ne!(Psk::for_room(&key(1), room), Psk::for_room(&key(1), RoomId([2; 16])));
    assert_ne!(Psk::for_room(&key(1), room), Psk::for_room(&key(2), room));
}

/// With the ordinary resolver, from either side.
#[test]
fn raw_snow_understands_us() {
    let prologue = b"hearth v1 link";
    let raw = |secret: &[u8; 32]| {
        let params = "Noise_XXpsk0_25519_ChaChaPoly_BLAKE2s".parse().unwrap();
        (Builder::new(params), *secret)
    };
    let (psk, mut rng, mut buffer) = (psk(9), rng(5), [0; 200]);

    let (builder, secret) = raw(&[2; 32]);
    let mut theirs = builder.local_private_key(&secret).unwrap().psk(0, psk.0.expose()).unwrap();
    theirs = theirs.prologue(prologue).unwrap();
    let mut theirs = theirs.build_responder().unwrap();
    let (ours, one) = Initiator::start(&mut rng, &key(1), &psk);
    theirs.read_message(&one, &mut buffer).unwrap();
    let length = theirs.write_message(&[], &mut buffer).unwrap();
    let (session, three) = ours.finish(&buffer[..length]).unwrap();
    theirs.read_message(&three, &mut [0; 200]).unwrap();
    assert_eq!(theirs.get_handshake_hash(), session.hash());

    let (builder, secret) = raw(&[3; 32]);
    let mut theirs = builder.local_private_key(&secret).unwrap().psk(0, psk.0.expose()).unwrap();
    theirs = theirs.prologue(prologue).unwrap();
    let mut theirs = theirs.build_initiator().unwrap();
    let length = theirs.write_message(&[], &mut buffer).unwrap();
    let (_, ours, two) = Responder::answer(&mut rng, &[(&psk, &key(1))], &buffer[..length]).unwrap();
    theirs.read_message(&two, &mut [0; 200]).unwrap();
    let length = theirs.write_message(&[], &mut buffer).unwrap();
    let mut session = ours.finish(&buffer[..length]).unwrap();
    assert_eq!(theirs.get_handshake_hash(), session.hash());
    let mut theirs = theirs.into_transport_mode().unwrap();
    let length = theirs.write_message(b"transport", &mut buffer).unwrap();
    assert_eq!(session.open(&buffer[..length]).unwrap(), b"transport");
}

/// cacophony's vector for `Noise_XXpsk3_25519_ChaChaPoly_BLAKE2s`, with our resolver supplying the ephemeral keys.
#[test]
fn our_resolver_agrees_with_the_published_vector() {
    let psk: [u8; 32] = bytes("54686973206973206d7920417573747269616e20706572737065637469766521").try_into().unwrap();
    let side = |secret: &str, ephemeral: &str| {
        let params: NoiseParams = "Noise_XXpsk3_25519_ChaChaPoly_BLAKE2s".parse().unwrap();
        let ephemeral = Draw::Once(Key32::try_from(&bytes(ephemeral)[..]).unwrap());
        let secret = bytes(secret);
        (Builder::with_resolver(params, Box::new(ephemeral)), secret)
    };
    let (builder, secret) = side(
        "e61ef9919cde45dd5f82166404bd08e38bceb5dfdfded0a34c8df7ed542214d1",
        "893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a",
    );
    let builder = builder.local_private_key(&secret).unwrap().psk(3, &psk).unwrap();
    let mut initiator = builder.prologue(b"John Galt").unwrap().build_initiator().unwrap();
    let (builder, secret) = side(
        "4a3acbfdb163dec651dfa3194dece676d437029c62a408b4c5ea9114246e4893",
        "bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b",
    );
    let builder = builder.local_private_key(&secret).unwrap().psk(3, &psk).unwrap();
    let mut responder = builder.prologue(b"John Galt").unwrap().build_responder().unwrap();
    let messages = [
        (
            "4c756477696720766f6e204d69736573",
            "ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c7944325ea71699951ece20f284b6ad9604a029eb335bf84564c308b6ade90ae45078",
        ),
        (
            "4d757272617920526f746862617264",
            "95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f1448088432645535233ffe1432564d66a85227b677ced6fc2730ae0998ff49aa1dc56b8186e31b16e416f5d9c03c71f6c34fd37ec013105020070a8b00c000ce7ed56629c119795f96463274bc05519d5c24dc1",
        ),
        (
            "462e20412e20486179656b",
            "adf16c5375ec4172576783fd59f2bfa5c7a320d0a13b759592e1a2ddf5524cce59ccbb92ff5d321fced3bdb2840596df562c0e68aad41b090abd285f6d300130072e06964a6ba494e58d47",
        ),
    ];
    for (turn, (payload, expected)) in messages.iter().enumerate() {
        let (from, to) =
            if turn % 2 == 0 { (&mut initiator, &mut responder) } else { (&mut responder, &mut initiator) };
        let (mut sealed, mut opened) = ([0; 300], [0; 300]);
        let length = from.write_message(&bytes(payload), &mut sealed).unwrap();
        assert_eq!(HEXLOWER.encode(&sealed[..length]), *expected);
        let length = to.read_message(&sealed[..length], &mut opened).unwrap();
        assert_eq!(opened[..length], bytes(payload));
    }
    let hash = "fc0819f08aebc23de9a783653d8d7d6395b7d243d9deec12f5d6fe2f4c206673";
    assert_eq!(HEXLOWER.encode(initiator.get_handshake_hash()), hash);
}

/// Two versions of Hearth must meet.
#[test]
fn transcript_is_frozen() {
    let mut rng = rng(6);
    let psk = Psk::for_room(&key(8), RoomId([7; 16]));
    let (initiator, one) = Initiator::start(&mut rng, &key(1), &psk);
    let (_, _, two) = Responder::answer(&mut rng, &[(&psk, &key(2))], &one).unwrap();
    let (session, three) = initiator.finish(&two).unwrap();
    assert_eq!(
        HEXLOWER.encode(&one),
        "8d281214f447aa1ac5bdff609945c19a515ffe09e7b2a7a4992b00d66d728f1e651377f3f073edf0501ea3178c94f54a"
    );
    assert_eq!(
        HEXLOWER.encode(&[&two[..], &three].concat()),
        "30b30678638d283b4115d0248170a3a50df4df6fc706a5118130ba45e5529c53d43a448fb9770f0029e3fc5ee885cceb8386b90492cfd2b046ee5d71b912bd6b9cf32d0e0c1623d845c07f6120dbbef195cd02a0cbb51b6097f0b7b11ffc6efe459f4efd53d978d3eba9450e1d82099330f6c4c2e27f9c5f41dd9038f9d22c6ca3bd9e55e59f45b7cf5cc702e1bf6ebad2ab258fe4265771567393b89f711a37"
    );
    assert_eq!(HEXLOWER.encode(&session.hash()), "d7dba8eb2b3c4b1b7a943ef415a98807b0e247fa12ca93cfe2e934bffa92a7cc");
}

proptest! {
    #[test]
    fn any_change_fails_the_handshake(which in 1..4, at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut rng = rng(7);
        let change = |message: &mut Vec<u8>, now: bool| {
            if now {
                let at = at.index(message.len());
                message[at] ^= 1 << bit;
            }
        };
        let (initiator, mut one) = Initiator::start(&mut rng, &key(1), &psk(9));
        change(&mut one, which == 1);
        let answer = Responder::answer(&mut rng, &[(&psk(9), &key(2))], &one);
        prop_assert_eq!(answer.is_none(), which == 1);
        if let Some((_, responder, mut two)) = answer {
            change(&mut two, which == 2);
            match initiator.finish(&two) {
                Err(error) => prop_assert_eq!((error, which), (Error::Handshake, 2)),
                Ok((_, mut three)) => {
                    change(&mut three, which == 3);
                    prop_assert_eq!(responder.finish(&three).err(), (which == 3).then_some(Error::Handshake));
                }
            }
        }
    }

    #[test]
    fn hostile_first_messages_are_not_answered(message in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Responder::answer(&mut rng(8), &[(&psk(9), &key(2))], &message).is_none());
    }
}
