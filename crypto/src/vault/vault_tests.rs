//! The right passphrase opens, nothing else does, and old headers go on opening.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use argon2::{AssociatedData, ParamsBuilder};
use data_encoding::HEXLOWER;
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use std::time::Duration;

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// RFC 9106, section 5.3.
#[test]
fn argon2id_agrees_with_the_published_vector() {
    let data = AssociatedData::new(&[4; 12]).unwrap();
    let params = ParamsBuilder::new().m_cost(32).t_cost(3).p_cost(4).data(data).build().unwrap();
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
    assert_eq!(HEXLOWER.encode(&tag), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

#[test]
fn the_passphrase_opens_and_another_does_not() {
    let (header, master) = create(&phrase("right"), KdfParams::LEAST, &mut rng(1)).unwrap();
    let header = Header::decode(&header.encode()).unwrap();
    assert_eq!(open(&header, &phrase("right")).unwrap(), master);
    assert_eq!(open(&header, &phrase("Right")).unwrap_err(), Error::WrongPassphrase);
    assert_eq!(unwrap_kind(&header, WrapKind::Recovery, &phrase("right")).unwrap_err(), Error::WrongPassphrase);
}

#[test]
fn one_letter_written_in_two_ways_is_one_letter() {
    let (header, master) = create(&phrase("caf\u{e9} \u{1e69}"), KdfParams::LEAST, &mut rng(6)).unwrap();
    assert_eq!(open(&header, &phrase("cafe\u{301} s\u{323}\u{307}")).unwrap(), master);
    assert_eq!(open(&header, &phrase("cafe s")).unwrap_err(), Error::WrongPassphrase);
}

#[test]
fn a_new_passphrase_leaves_the_master_key() {
    let mut rng = rng(2);
    let (header, master) = create(&phrase("old"), KdfParams::LEAST, &mut rng).unwrap();
    let header = rewrap(&header, &master, WrapKind::Recovery, &phrase("sheet"), KdfParams::LEAST, &mut rng).unwrap();
    let header = rewrap(&header, &master, WrapKind::Passphrase, &phrase("new"), KdfParams::LEAST, &mut rng).unwrap();
    assert_eq!(header.wraps().len(), 2);
    assert_eq!(open(&header, &phrase("new")).unwrap(), master);
    assert_eq!(open(&header, &phrase("old")).unwrap_err(), Error::WrongPassphrase);
    assert_eq!(unwrap_kind(&header, WrapKind::Recovery, &phrase("sheet")).unwrap(), master);
}

/// A keyring's way comes and goes; an older Hearth is told that the header is newer, and only while it is.
#[test]
fn a_keyring_opens_until_it_is_taken_out() {
    let mut rng = rng(7);
    let (plain, master) = create(&phrase("words"), KdfParams::LEAST, &mut rng).unwrap();
    let (key, other) = (keyring_key(&mut rng), keyring_key(&mut rng));
    let with = rewrap(&plain, &master, WrapKind::Keyring, &key, KdfParams::LEAST, &mut rng).unwrap();
    let with = Header::decode(&with.encode()).unwrap();
    assert_eq!((plain.version, with.version), (1, 2));
    assert_eq!(unwrap_kind(&with, WrapKind::Keyring, &key).unwrap(), master);
    assert_eq!(unwrap_kind(&with, WrapKind::Keyring, &other).unwrap_err(), Error::WrongPassphrase);
    assert_eq!(open(&with, &key).unwrap_err(), Error::WrongPassphrase, "the key is no passphrase");
    let changed = rewrap(&with, &master, WrapKind::Passphrase, &phrase("new"), KdfParams::LEAST, &mut rng).unwrap();
    assert_eq!(changed.keyring_name(), with.keyring_name(), "a new passphrase leaves it");
    assert_eq!(unwrap_kind(&changed, WrapKind::Keyring, &key).unwrap(), master);
    assert_eq!(with.without(WrapKind::Keyring).unwrap(), plain);
    assert_eq!(plain.keyring_name(), None);
    assert_eq!(plain.without(WrapKind::Passphrase).unwrap_err(), Error::Malformed);
    let lying = Header { version: 1, ..with };
    assert_eq!(Header::decode(&lying.encode()).unwrap_err(), Error::Malformed);
}

/// A wrap can't be passed off as one of another kind or cost.
#[test]
fn an_altered_header_does_not_open() {
    let (header, _) = create(&phrase("right"), KdfParams::LEAST, &mut rng(3)).unwrap();
    let altered = |change: &dyn Fn(&mut Wrap)| {
        let mut header = header.clone();
        change(&mut header.wraps[0]);
        let kind = header.wraps[0].kind;
        assert_eq!(unwrap_kind(&header, kind, &phrase("right")).unwrap_err(), Error::WrongPassphrase);
    };
    altered(&|wrap| wrap.kind = WrapKind::Recovery);
    altered(&|wrap| wrap.salt[0] ^= 1);
    altered(&|wrap| wrap.nonce[0] ^= 1);
    altered(&|wrap| wrap.sealed[47] ^= 1);
    altered(&|wrap| wrap.params = KdfParams::tuned(Duration::from_millis(250)));
}

#[test]
fn keys_for_different_uses_differ() {
    let master = MasterKey(Key32::new([1; 32]));
    assert_ne!(master.derive(Label::StoreNames, &[]), master.derive(Label::StoreRecords, &[]));
    assert_ne!(master.derive(Label::StoreNames, &[b"a"]), master.derive(Label::StoreNames, &[]));
}

#[test]
fn cost_follows_the_machine_and_never_falls_below_the_least() {
    let tuned = |ms| {
        let params = KdfParams::tuned(Duration::from_millis(ms));
        (params.memory_kib() / 1024, params.passes())
    };
    assert_eq!(tuned(10_000), (64, 3));
    assert_eq!(tuned(400), (64, 4));
    assert_eq!(tuned(200), (128, 4));
    assert_eq!(tuned(150), (256, 3));
    assert_eq!(tuned(50), (256, 9));
    assert_eq!(tuned(0), (256, 64));
}

/// Absurd costs are refused before any memory or time is spent on them.
#[test]
fn absurd_headers_are_refused() {
    let (header, _) = create(&phrase("right"), KdfParams::LEAST, &mut rng(4)).unwrap();
    let with = |memory: u32, passes: u32| {
        let mut header = header.clone();
        header.wraps[0].params = minicbor::decode(&minicbor::to_vec(Costs(memory, passes)).unwrap()).unwrap();
        Header::decode(&header.encode()).map(|_| ())
    };
    assert_eq!(with(64 * 1024, 3), Ok(()));
    assert_eq!(with(u32::MAX, 3), Err(Error::Malformed));
    assert_eq!(with(64 * 1024, u32::MAX), Err(Error::Malformed));
    assert_eq!(with(64 * 1024, 0), Err(Error::Malformed));
    assert_eq!(with(1024, 3), Err(Error::Malformed));
    let wraps = |wraps: Vec<Wrap>| Header::decode(&Header { version: 1, wraps }.encode()).map(|_| ());
    assert_eq!(wraps(vec![]), Err(Error::Malformed));
    assert_eq!(wraps(vec![header.wraps[0].clone(); 17]), Err(Error::Malformed));
    let newer = Header { version: 3, wraps: vec![] };
    assert_eq!(Header::decode(&newer.encode()).unwrap_err(), Error::Version);
    assert_eq!(Header::decode(&[header.encode(), vec![0]].concat()).unwrap_err(), Error::Malformed);
    assert_eq!(Header::decode(&vec![0; MAX_HEADER_BYTES + 1]).unwrap_err(), Error::Malformed);
}

#[derive(Encode)]
#[cbor(map)]
struct Costs(#[n(0)] u32, #[n(1)] u32);

/// Every profile begins with one of these.
#[test]
fn header_is_frozen() {
    let (made, _) = create(&phrase("a passphrase of 2026"), KdfParams::LEAST, &mut rng(5)).unwrap();
    let hex = HEXLOWER.encode(&made.encode());
    assert_eq!(
        hex,
        "a200010181a5000001a2001a00010000010302506a9fa8817078c1bcf963829a2fa80cee0358189dce73ad91641230916fab542ba5ecc502ddaba07c1e08ce04583007521019b75d5e79788927d743f85b2a60a621d4259f2e999c567330fc3d641b4aaf86ea3b1ebbc2cbb52116c709bb55"
    );
    let header = Header::decode(&HEXLOWER.decode(hex.as_bytes()).unwrap()).unwrap();
    let master = open(&header, &phrase("a passphrase of 2026")).unwrap();
    assert_eq!(master.0, Key32::random(&mut rng(5)));
    assert_eq!(HEXLOWER.encode(&header.encode()), hex);
}

proptest! {
    #[test]
    fn hostile_headers_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Header::decode(&bytes);
    }

    #[test]
    fn changed_headers_never_panic_nor_ask_for_more_than_the_cap(at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let (kind, params) = (WrapKind::Passphrase, KdfParams::LEAST);
        let wrap = Wrap { kind, params, salt: [1; 16], nonce: [2; 24], sealed: [3; 48] };
        let mut bytes = Header { version: 1, wraps: vec![wrap] }.encode();
        let at = at.index(bytes.len());
        bytes[at] = to;
        if let Ok(header) = Header::decode(&bytes) {
            let bounded = |params: KdfParams| params.memory_kib() <= 1024 * 1024 && params.passes() <= 64;
            prop_assert!(header.wraps().iter().all(|wrap| bounded(wrap.params)));
        }
    }
}
