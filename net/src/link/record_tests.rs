//! Address records: what is signed, what is believed, and the frozen format.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::identity::PersonaKey;
use crypto::secret::Key32;
use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;

fn somebody(of: u8) -> (DeviceKey, Certificate) {
    let persona = PersonaKey::from_bytes(&Key32::new([of; 32]));
    let device = DeviceKey::from_bytes(&[of; 64]).unwrap();
    (device.clone(), Certificate::issue(&persona, &device, 1))
}

fn texts(addresses: &[&str]) -> Vec<String> {
    addresses.iter().map(|text| (*text).to_owned()).collect()
}

const QUIC: &str = "/ip4/10.0.0.1/udp/4001/quic-v1";
const TCP: &str = "/ip4/10.0.0.1/tcp/4001";

#[test]
fn is_read_back() {
    let (device, certificate) = somebody(1);
    let record = AddressRecord::sign(&device, 5, &texts(&[QUIC, TCP]));
    let read = AddressRecord::decode(record.bytes(), &certificate).unwrap();
    assert_eq!(read, record);
    assert_eq!((read.device(), read.sequence()), (device.id(), 5));
    assert_eq!(read.addresses(Loopback::Drop), [QUIC, TCP]);
    assert_eq!(AddressRecord::claimed_device(record.bytes()), Ok(device.id()));
}

#[test]
fn frozen_example() {
    let (device, certificate) = somebody(1);
    let record = AddressRecord::sign(&device, 1_700_000_000_000, &texts(&[QUIC]));
    assert_eq!(HEXLOWER.encode(record.bytes()), FROZEN);
    assert_eq!(AddressRecord::decode(&HEXLOWER.decode(FROZEN.as_bytes()).unwrap(), &certificate).unwrap(), record);
}

const FROZEN: &str = "e6bd15761329b04cd09317096f3e4140b3216d101ec3ff7725156e8ad3d6b679148ad593f473de1da9eda7d19c51143214fff0fa896d500c99d4815ea0658304a400010150b9a416b18ddcc0ee456e189616fd33ad021b0000018bcfe568000381781e2f6970342f31302e302e302e312f7564702f343030312f717569632d7631";

#[test]
fn is_believed_of_its_own_device_only() {
    let (device, _) = somebody(1);
    let (_, other) = somebody(2);
    let record = AddressRecord::sign(&device, 1, &texts(&[QUIC]));
    assert_eq!(AddressRecord::decode(record.bytes(), &other), Err(RecordError::Signature));
}

#[test]
fn only_sound_addresses_come_out() {
    let (device, certificate) = somebody(1);
    let addresses = texts(&[
        TCP,
        "/ip4/127.0.0.1/tcp/1",
        "/ip6/fe80::1/tcp/1",
        "/ip4/0.0.0.0/tcp/1",
        "rubbish",
        QUIC,
        QUIC,
        "/dns4/node.example/tcp/443/wss",
        "/ip4/10.0.0.1/tcp/0",
    ]);
    let record = AddressRecord::sign(&device, 1, &addresses);
    let record = AddressRecord::decode(record.bytes(), &certificate).unwrap();
    assert_eq!(record.addresses(Loopback::Drop), [QUIC, TCP, "/dns4/node.example/tcp/443/tls/ws"]);
    assert_eq!(record.addresses(Loopback::Keep)[2], "/ip4/127.0.0.1/tcp/1");
    assert_eq!(shareable(&addresses, Loopback::Drop), record.addresses(Loopback::Drop));
}

#[test]
fn caps_hold() {
    let (device, certificate) = somebody(1);
    let many: Vec<String> = (1..=40).map(|port| format!("/ip4/10.0.0.1/tcp/{port}")).collect();
    assert_eq!(AddressRecord::sign(&device, 1, &many).addresses(Loopback::Drop).len(), MAX_ADDRESSES);
    assert_eq!(shareable(&many, Loopback::Drop).len(), MAX_ADDRESSES);
    let forged = Body { version: VERSION, device: device.id(), sequence: 1, addresses: many };
    let encoded = minicbor::to_vec(&forged).unwrap();
    let bytes = [&device.sign(Label::AddressRecord, &encoded)[..], &encoded].concat();
    assert_eq!(AddressRecord::decode(&bytes, &certificate), Err(RecordError::Malformed));
    assert_eq!(AddressRecord::decode(&vec![0; MAX_RECORD_BYTES + 1], &certificate), Err(RecordError::Malformed));
}

#[test]
fn a_newer_version_says_so() {
    let (device, certificate) = somebody(1);
    let body = Body { version: 2, device: device.id(), sequence: 1, addresses: Vec::new() };
    let bytes = [&[0; 64][..], &minicbor::to_vec(&body).unwrap()].concat();
    assert_eq!(AddressRecord::decode(&bytes, &certificate), Err(RecordError::Version));
}

#[test]
fn hints_carry_addresses() {
    for text in [QUIC, TCP, "/ip6/2001:db8::1/udp/7/quic-v1"] {
        let address: Address = text.parse().unwrap();
        assert_eq!(hinted(&hint(&address).unwrap()), address);
    }
    assert_eq!(hint(&"/dns4/a.b/tcp/443/wss".parse().unwrap()), None);
    let node = Hint::Node { name: "node.example".to_owned(), port: 443, transport: Transport::Tcp, node: [1; 16] };
    assert_eq!(hinted(&node).to_string(), "/dns/node.example/tcp/443");
}

proptest! {
    #[test]
    fn damage_is_noticed(at in any::<prop::sample::Index>(), flip in 1u8..) {
        let (device, certificate) = somebody(1);
        let mut bytes = AddressRecord::sign(&device, 1, &texts(&[QUIC, TCP])).bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        prop_assert!(AddressRecord::decode(&bytes, &certificate).is_err());
    }

    #[test]
    fn hostile_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let (_, certificate) = somebody(1);
        let _ = AddressRecord::claimed_device(&bytes);
        prop_assert!(AddressRecord::decode(&bytes, &certificate).is_err());
    }
}
