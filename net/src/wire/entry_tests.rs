//! Entries: their frozen form, their limits, and what tampering does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::identity::PersonaKey;
use crypto::secret::Key32;
use proptest::prelude::*;

use super::*;

fn device() -> (DeviceKey, Certificate) {
    let device = DeviceKey::from_bytes(&[7; 64]).unwrap();
    let certificate = Certificate::issue(&PersonaKey::from_bytes(&Key32::new([9; 32])), &device, 5);
    (device, certificate)
}

fn header() -> Header {
    Header {
        version: VERSION,
        room: RoomId([1; 16]),
        device: device().0.id(),
        seq: 2,
        prev: EntryId([3; 16]),
        deps: vec![Dep { device: DeviceId([4; 16]), seq: 5, id: EntryId([6; 16]) }],
        depth: 8,
        kind: Kind::TEXT,
        sent_at: 1_700_000_000_000,
        body_hash: [0; 32],
    }
}

fn entry() -> SignedEntry {
    SignedEntry::sign(header(), [2; 16], b"\xa1\x00\x62hi", &device().0)
}

#[test]
fn the_form_is_frozen() {
    let entry = entry();
    let hex = data_encoding::HEXLOWER.encode(entry.bytes());
    assert_eq!(hex, FROZEN);
    assert_eq!(entry.id().to_string(), FROZEN_ID);
    let again = SignedEntry::decode(entry.bytes()).unwrap();
    assert_eq!(again, entry);
    assert!(again.verify(&device().1));
    assert_eq!(again.place(), Place { depth: 8, device: header().device, seq: 2 });
}

const FROZEN: &str = "a4005892aa00010150010101010101010101010101010101010250464da5419027018d1f47fe63483eb4ba0302045003030303030303030303030303030303058183500404040404040404040404040404040405500606060606060606060606060606060606080710081b0000018bcfe56800095820a482e3eb9433d074fc339528084c133d702a6abd02dab61f74dfe649c049f0d1015840849ea29beafd4d65a2eb0b42049e79c2b79815dd0130b67013afb2ff64f5f60a4992061e26fb541a4b90cc3ecb8bba6a10a23d01fcfa3a5c065f0a67e9514e020250020202020202020202020202020202020345a100626869";
const FROZEN_ID: &str = "3be9866ea33f32a289e4f4675cbc1495";

#[test]
fn any_changed_byte_is_noticed() {
    let (bytes, certificate) = (entry().into_bytes(), device().1);
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 1;
        let holds = SignedEntry::decode(&bytes).is_ok_and(|entry| entry.verify(&certificate));
        assert!(!holds, "byte {at}");
    }
}

#[test]
fn erasing_keeps_id_and_signature_and_forgets_the_salt() {
    let (entry, certificate) = (entry(), device().1);
    let bare = SignedEntry::decode(entry.erased().bytes()).unwrap();
    assert_eq!((bare.id(), bare.header()), (entry.id(), entry.header()));
    assert!(bare.body().is_none() && bare.verify(&certificate));
    assert!(!bare.bytes().windows(16).any(|part| part == [2; 16]));
}

#[test]
fn unknown_keys_are_kept() {
    let (device, certificate) = device();
    let mut header = codec::encode(&Header { body_hash: Header::hash_body(&[2; 16], b"x"), ..header() });
    header[0] = 0xab;
    header.extend([0x18, 99, 0x01]);
    let signature = device.sign(Label::EntrySignature, &header);
    let outer = Outer { header: &header, signature, salt: Some([2; 16]), body: Some(b"x") };
    let bytes = codec::encode(&outer);
    let entry = SignedEntry::decode(&bytes).unwrap();
    assert!(entry.verify(&certificate));
    assert_eq!(entry.bytes(), bytes);
    assert!(entry.erased().verify(&certificate));
}

#[test]
fn headers_keep_their_limits() {
    let dep = |byte, seq| Dep { device: DeviceId([byte; 16]), seq, id: EntryId([1; 16]) };
    let cases: Vec<(&str, Header)> = vec![
        ("version", Header { version: 2, ..header() }),
        ("seq 0", Header { seq: 0, ..header() }),
        ("seq above depth", Header { seq: 9, ..header() }),
        ("first with prev", Header { seq: 1, ..header() }),
        ("later without prev", Header { prev: EntryId::default(), ..header() }),
        ("depth 0", Header { depth: 0, ..header() }),
        ("endless depth", Header { depth: MAX_DEPTH + 1, ..header() }),
        (
            "dep on itself",
            Header {
                deps: vec![dep(header().device.0[0], 1)],
                device: DeviceId([header().device.0[0]; 16]),
                ..header()
            },
        ),
        ("dep twice", Header { deps: vec![dep(1, 1), dep(1, 2)], ..header() }),
        ("deps unsorted", Header { deps: vec![dep(2, 1), dep(1, 2)], ..header() }),
        ("dep too deep", Header { deps: vec![dep(2, 8)], ..header() }),
        ("dep 0", Header { deps: vec![dep(2, 0)], ..header() }),
        ("too many deps", Header { deps: (0..17).map(|byte| dep(byte, 1)).collect(), ..header() }),
    ];
    for (why, header) in cases {
        assert!(Header::decode(&codec::encode(&header)).is_err(), "{why}");
    }
    assert!(Header::decode(&codec::encode(&header())).is_ok());
}

#[test]
fn sizes_are_capped() {
    let big = vec![0; MAX_BODY_BYTES + 1];
    let salt = [0; 16];
    let header = codec::encode(&Header { body_hash: Header::hash_body(&salt, &big), ..header() });
    let outer = Outer { header: &header, signature: [0; 64], salt: Some(salt), body: Some(&big) };
    assert_eq!(SignedEntry::decode(&codec::encode(&outer)).unwrap_err(), WireError::TooLarge);
    assert_eq!(SignedEntry::decode(&vec![0; MAX_ENTRY_BYTES + 1]).unwrap_err(), WireError::TooLarge);
}

proptest! {
    #[test]
    fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = SignedEntry::decode(&bytes);
    }

    #[test]
    fn nothing_panics_near_the_truth(at in 0usize..400, to in any::<u8>(), cut in 0usize..400) {
        let mut bytes = entry().into_bytes();
        let at = at % bytes.len();
        bytes[at] = to;
        let _ = SignedEntry::decode(&bytes);
        bytes.truncate(cut);
        let _ = SignedEntry::decode(&bytes);
    }
}
