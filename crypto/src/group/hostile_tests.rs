//! Members who know MLS and mean harm, and bytes that mean nothing: refused, and nothing changes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use openmls::prelude::tls_codec::Serialize as _;
use openmls::prelude::{BasicCredential, CredentialWithKey, KeyPackage, LeafNodeParameters, MlsMessageOut};
use proptest::prelude::*;

use super::leaf::SUITE;
use super::tests::{ORDER, Orders, Person, rng, room};
use super::*;

/// A copy of somebody's tip, to do with openmls what Hearth never would.
fn copy(person: &Person) -> (MlsGroup, Rows) {
    let rows = person.group.rows[&person.group.tip()].clone();
    (person.group.unpack(&rows).unwrap(), rows)
}

fn bytes(message: &MlsMessageOut) -> Vec<u8> {
    message.to_bytes().unwrap()
}

#[track_caller]
fn refuses(victim: &mut Person, commit: &[u8], orders: &Orders) {
    let tip = victim.group.tip();
    assert_eq!(victim.group.accept(commit, orders), Err(KeysError::Refused));
    assert_eq!(victim.group.tip(), tip);
    assert!(victim.group.take_rows().is_empty(), "a refused commit changed something");
}

#[test]
fn a_leaf_whose_certificate_is_another_devices_is_refused() {
    let (mut people, mut orders) = room(2, &mut rng(1));
    let guest = Person::guest(&mut rng(2), &mut orders);
    let [anna, ben] = &mut people[..] else { panic!() };
    let (mut mls, rows) = copy(anna);
    let desk = Desk { crypto: &anna.group.crypto, rows: &rows };
    // The guest's key under Ben's certificate.
    let forged = CredentialWithKey {
        credential: BasicCredential::new(ben.certificate.bytes().to_vec()).into(),
        signature_key: guest.key.signing_public().to_vec().into(),
    };
    let package = KeyPackage::builder()
        .leaf_node_capabilities(leaf::capabilities())
        .key_package_lifetime(leaf::lifetime())
        .build(SUITE, &desk, &guest.group.own, forged)
        .unwrap();
    let framed = frame::key_package(&package.key_package().tls_serialize_detached().unwrap());
    assert_eq!(ben.group.package_device(&framed), Err(KeysError::Refused));
    assert_eq!(ben.group.change(&[framed], &[], &[ORDER], &orders), Err(KeysError::Refused));
    mls.set_aad(frame::orders(&[ORDER]));
    let (commit, _, _) = mls.add_members(&desk, &anna.group.own, &[package.key_package().clone()]).unwrap();
    refuses(ben, &frame::commit(anna.group.tip(), &bytes(&commit)), &orders);
    assert!(matches!(Group::enter(super::tests::ROOM, &guest.key, &ben.certificate), Err(KeysError::Internal(_))));
}

#[test]
fn a_leaf_renewed_under_another_certificate_is_refused() {
    let (mut people, orders) = room(3, &mut rng(3));
    let [anna, ben, carl] = &mut people[..] else { panic!() };
    let (mut mls, rows) = copy(anna);
    let desk = Desk { crypto: &anna.group.crypto, rows: &rows };
    mls.set_aad(frame::orders(&[]));
    let forged = CredentialWithKey {
        credential: BasicCredential::new(carl.certificate.bytes().to_vec()).into(),
        signature_key: anna.key.signing_public().to_vec().into(),
    };
    let parameters = LeafNodeParameters::builder().with_credential_with_key(forged).build();
    let bundle = mls.self_update(&desk, &anna.group.own, parameters).unwrap();
    refuses(ben, &frame::commit(anna.group.tip(), &bytes(bundle.commit())), &orders);
}

#[test]
fn strange_orders_strange_epochs_and_other_content_are_refused() {
    let (mut people, orders) = room(2, &mut rng(4));
    let [anna, ben] = &mut people[..] else { panic!() };
    let tip = anna.group.tip();
    for aad in [&b""[..], b"garbage", &[0x15; 8], &[0x15; 1 + 16 * 65]] {
        let (mut mls, rows) = copy(anna);
        mls.set_aad(aad.to_vec());
        let desk = Desk { crypto: &anna.group.crypto, rows: &rows };
        let bundle = mls.self_update(&desk, &anna.group.own, LeafNodeParameters::default()).unwrap();
        refuses(ben, &frame::commit(tip, &bytes(bundle.commit())), &orders);
        assert_eq!(
            ben.group.accept(&frame::commit(EpochId([9; 16]), &bytes(bundle.commit())), &orders),
            Err(KeysError::UnknownEpoch)
        );
        assert_eq!(ben.group.open(&frame::sealed(tip, &bytes(bundle.commit()))), Err(KeysError::Refused));
    }
    let (mut mls, rows) = copy(anna);
    let desk = Desk { crypto: &anna.group.crypto, rows: &rows };
    let message = mls.create_message(&desk, &anna.group.own, b"no commit").unwrap();
    refuses(ben, &frame::commit(tip, &bytes(&message)), &orders);
}

#[test]
fn a_ratchet_is_not_chased_forever() {
    let (mut people, orders) = room(2, &mut rng(5));
    let [anna, ben] = &mut people[..] else { panic!() };
    let mut last = Vec::new();
    for _ in 0..2102 {
        last = anna.group.seal(b"", &orders).unwrap();
    }
    assert_eq!(ben.group.open(&last), Err(KeysError::Refused));
    assert!(ben.group.take_rows().is_empty());
}

/// Changes a valid frame in one of three ways.
fn mutated(bytes: &[u8], kind: u8, at: prop::sample::Index, by: u8) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = at.index(bytes.len());
    match kind % 3 {
        0 => bytes[at] ^= by.max(1),
        1 => bytes.truncate(at),
        _ => bytes.insert(at, by),
    }
    bytes
}

/// Feeds one device everything; what is refused must leave no trace.
fn feed(victim: &mut Person, bytes: &[u8], orders: &Orders) {
    let tip = victim.group.tip();
    assert!(victim.group.open(bytes).is_err());
    assert!(victim.group.accept(bytes, orders).is_err());
    assert!(victim.group.package_device(bytes).is_err());
    assert!(victim.group.change(&[bytes.to_vec()], &[], &[ORDER], orders).is_err());
    if victim.group.welcome(bytes, orders).is_err() {
        assert_eq!(victim.group.tip(), tip);
        assert!(victim.group.take_rows().is_empty());
    }
}

#[test]
fn mutated_and_random_bytes_change_nothing() {
    let mut rng = rng(6);
    let (mut people, mut orders) = room(2, &mut rng);
    let mut guest = Person::guest(&mut rng, &mut orders);
    let package = guest.group.key_package().unwrap();
    guest.store();
    let [anna, ben] = &mut people[..] else { panic!() };
    let message = anna.say("hello", &orders);
    let changed = anna.group.change(std::slice::from_ref(&package), &[], &[ORDER], &orders).unwrap();
    let (commit, welcome) = (anna.group.commit_bytes(changed.commit).unwrap(), changed.welcome.unwrap());
    let valid = [message.clone(), commit.clone(), welcome.clone(), package];
    let state = std::cell::RefCell::new((ben, guest));
    let change = (0..4usize, any::<u8>(), any::<prop::sample::Index>(), any::<u8>());
    let bytes = prop_oneof![
        6 => change.prop_map(move |(which, kind, at, by)| (which, mutated(&valid[which], kind, at, by))),
        1 => (Just(4usize), prop::collection::vec(any::<u8>(), 0..600)),
        1 => (Just(4usize), (0x11..0x15u8, prop::collection::vec(any::<u8>(), 0..600))
                .prop_map(|(kind, rest)| [vec![kind], rest].concat()).boxed().prop_map(|bytes| bytes))
            .prop_map(|(which, bytes)| (which, bytes)),
    ];
    proptest!(ProptestConfig { cases: 600, ..ProptestConfig::default() }, |((_, bytes) in bytes)| {
        let (ben, guest) = &mut *state.borrow_mut();
        feed(ben, &bytes, &orders);
        feed(guest, &bytes, &orders);
        // A Welcome whose hearsay was changed still opens its epoch.
        guest.restart();
    });
    let (ben, mut guest) = state.into_inner();
    ben.reads(&message, "hello", anna.id());
    assert_eq!(ben.group.accept(&commit, &orders), Ok(true));
    guest.group.welcome(&welcome, &orders).unwrap();
    assert_eq!((ben.group.tip(), guest.group.tip()), (anna.group.tip(), anna.group.tip()));
}

#[test]
fn rows_that_are_damaged_or_missing_are_told_at_once() {
    let (mut people, orders) = room(2, &mut rng(7));
    people[0].say("hello", &orders);
    let person = &people[0];
    let load = |rows: Vec<_>| Group::load(super::tests::ROOM, &person.key, &person.certificate, rows);
    let rows: Vec<_> = person.disk.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    assert!(load(rows.clone()).is_ok());
    for (at, (key, _)) in rows.iter().enumerate().filter(|(_, (key, _))| matches!(key[0], b'n' | b't')) {
        let mut fewer = rows.clone();
        fewer.remove(at);
        assert!(load(fewer).is_err(), "without {key:?}");
        let mut damaged = rows.clone();
        damaged[at].1.truncate(1);
        assert!(load(damaged).is_err(), "with half of {key:?}");
    }
    assert!(load(vec![(vec![b'?'], vec![].into())]).is_err());
    assert!(load(vec![(vec![], vec![].into())]).is_err());
}
