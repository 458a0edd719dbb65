//! What a crash keeps, what it undoes, and what a read gives.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::*;

const DEVICE: DeviceId = DeviceId([1; 16]);

fn entry(seq: u64, kind: Kind) -> Write {
    let place = Place { depth: seq * 2, device: DEVICE, seq };
    let id = EntryId([u8::try_from(seq).unwrap(); 16]);
    Write::Entry { place, id, kind, bytes: vec![0; 100], received_at: 0 }
}

fn state(value: Option<&[u8]>) -> Write {
    Write::State { key: b"k".to_vec(), value: value.map(|value| value.to_vec().into()) }
}

#[test]
fn a_crash_undoes_what_was_not_synced() {
    let mut disk = Disk::default();
    assert!(disk.stage(&state(Some(b"old"))) && disk.stage(&entry(1, Kind::TEXT)));
    disk.sync();
    assert!(disk.stage(&state(Some(b"new"))) && disk.stage(&state(None)) && disk.stage(&entry(2, Kind::TEXT)));
    assert_eq!(disk.locate(DEVICE, 2).unwrap().depth, 4, "what is staged shows at once");
    disk.crash();
    assert_eq!(disk.state_rows(), [StateRow { key: b"k".to_vec(), value: b"old".to_vec() }]);
    assert_eq!(disk.records().count(), 1);
    assert!(disk.locate(DEVICE, 2).is_none() && disk.by_id(EntryId([1; 16])).is_some());
}

#[test]
fn an_ephemeral_disk_keeps_orders_only() {
    let mut disk = Disk::default();
    disk.be_ephemeral();
    assert!(disk.stage(&entry(1, Kind::ORDER)) && disk.stage(&entry(2, Kind::TEXT)));
    disk.sync();
    disk.crash();
    assert_eq!(disk.records().map(|record| record.kind).collect::<Vec<_>>(), [Kind::ORDER]);
}

#[test]
fn a_place_is_taken_once() {
    let mut disk = Disk::default();
    assert!(disk.stage(&entry(1, Kind::TEXT)));
    assert!(!disk.stage(&entry(1, Kind::TEXT)));
}

#[test]
fn a_read_has_no_gaps_and_keeps_its_bounds() {
    let mut disk = Disk::default();
    for seq in [1, 2, 3, 5] {
        assert!(disk.stage(&entry(seq, Kind::TEXT)));
    }
    let seqs = |from, count, bytes| disk.entries(DEVICE, from, count, bytes).iter().map(|e| e.seq).collect::<Vec<_>>();
    assert_eq!(seqs(1, 9, 1_000), [1, 2, 3]);
    assert_eq!(seqs(2, 1, 1_000), [2]);
    assert_eq!(seqs(1, 9, 250), [1, 2]);
    assert_eq!(seqs(1, 9, 1), [1]);
    assert_eq!(seqs(4, 9, 1_000), [0; 0]);
}
