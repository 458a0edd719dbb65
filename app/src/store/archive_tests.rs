//! Tests of [`super`].
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use data_encoding::HEXLOWER;
use proptest::prelude::*;

use super::*;

fn key() -> Key32 {
    Key32::new([6; 32])
}

fn items() -> Vec<Item> {
    vec![
        Item::Start { schema: 1, written: 300, vault: b"header".to_vec() },
        Item::Put(b"place".to_vec(), b"value".to_vec()),
        Item::Delete(b"gone".to_vec()),
        Item::Slot(SlotId(70_000), SlotClass::Room, Key32::new([2; 32])),
    ]
}

fn written(items: &[Item]) -> Vec<u8> {
    let mut writer = Writer::begin(Vec::new(), Kind::Export, b"outer", key()).unwrap();
    for item in items {
        writer.item(item).unwrap();
    }
    writer.end().unwrap()
}

fn read(bytes: &[u8], key: &Key32) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let found = Found::begin(bytes, Kind::Export)?;
    assert_eq!(found.header, b"outer");
    found.items(key, |item| {
        items.push(item);
        Ok(())
    })?;
    Ok(items)
}

/// Format 1 for ever: these bytes were written by the first version.
#[test]
fn frozen_archive() {
    let bytes = HEXLOWER.decode(FROZEN.as_bytes()).unwrap();
    assert_eq!(read(&bytes, &key()).unwrap(), items());
    assert_eq!(bytes.len(), written(&items()).len());
    assert_eq!(bytes[..35], written(&items())[..35]);
}

const FROZEN: &str = "48454152544841520101000000056f75746572c52bd3086a45d986af383dc3ebc40e0100000074c738ca84d786c7b0a0e8714a3a1a10bda31b60cda30c385d04fd7eb9674305b555d7bcc6e746af72f61a7a01e6ff5c4539d13dae8c3371114c3f700a824e068b45f70f4a7fce6e3de2f3d9889079054c1c6f5ba6066ea7e351905dd536f5067ff6dd29b0326d600676c5625ed1d7fa95e964a6b5";

#[test]
fn many_frames_come_back_in_order() {
    let items: Vec<Item> = (0..200_u64).map(|n| Item::Put(n.to_be_bytes().to_vec(), vec![1; 5_000])).collect();
    let bytes = written(&items);
    assert_eq!(read(&bytes, &key()).unwrap(), items);
    assert!(matches!(read(&bytes, &Key32::new([7; 32])), Err(Error::UnreadableFile)));
    let backup = Found::begin(bytes.as_slice(), Kind::Backup).map(|_| ());
    assert!(matches!(backup, Err(Error::UnreadableFile)), "an export is no backup");
}

#[test]
fn frames_swapped_dropped_or_taken_elsewhere_are_refused() {
    let items: Vec<Item> = (0..50_u64).map(|n| Item::Put(n.to_be_bytes().to_vec(), vec![1; 5_000])).collect();
    let bytes = written(&items);
    let mut frames = Vec::new();
    let mut at = 35;
    while at < bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        frames.push(bytes[at..at + 4 + length].to_vec());
        at += 4 + length;
    }
    assert_eq!(frames.len(), 4);
    let join =
        |frames: &[&Vec<u8>]| [bytes[..35].to_vec(), frames.iter().copied().flatten().copied().collect()].concat();
    let [a, b, c, d] = [0, 1, 2, 3].map(|n| &frames[n]);
    assert_eq!(read(&join(&[a, b, c, d]), &key()).unwrap(), items);
    for wrong in
        [vec![a, c, b, d], vec![a, b, d], vec![a, b, c], vec![d], vec![a, a, b, c, d], vec![a, b, c, d, d], vec![]]
    {
        assert!(matches!(read(&join(&wrong), &key()), Err(Error::UnreadableFile)));
    }
    let mut elsewhere = Writer::begin(Vec::new(), Kind::Export, b"other", key()).unwrap();
    elsewhere.item(&items[0]).unwrap();
    let elsewhere = elsewhere.end().unwrap();
    assert!(matches!(read(&[&bytes[..35], &elsewhere[35..]].concat(), &key()), Err(Error::UnreadableFile)));
}

#[test]
fn a_newer_version_is_called_that() {
    let mut bytes = written(&items());
    bytes[8] = 2;
    assert!(matches!(read(&bytes, &key()), Err(Error::NewerVersion { found: 2, known: 1 })));
}

proptest! {
    #[test]
    fn mutated_archives_never_panic(at in 0_usize..400, with in 1_u8..=255, cut in 0_usize..400) {
        let whole = written(&items());
        let mut bytes = whole.clone();
        let at = at % bytes.len();
        bytes[at] ^= with;
        prop_assert!(read(&bytes, &key()).is_err());
        prop_assert!(read(&whole[..cut % whole.len()], &key()).is_err());
    }

    #[test]
    fn garbage_items_never_panic(frame in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = decode_all(&frame, &mut |_| Ok(()));
    }
}
