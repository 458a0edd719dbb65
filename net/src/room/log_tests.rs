//! Logs: the exact depth rule, floors, and what a freeze does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use crypto::id::RoomId;
use crypto::identity::DeviceKey;

use super::super::cast::Disk;
use super::*;
use crate::wire::Kind;
use crate::wire::entry::VERSION;

fn key(byte: u8) -> DeviceKey {
    DeviceKey::from_bytes(&[byte; 64]).unwrap()
}

struct Pen {
    key: DeviceKey,
    last: (u64, EntryId),
}

impl Pen {
    fn new(byte: u8) -> Self {
        Self { key: key(byte), last: (0, EntryId::default()) }
    }

    fn write(&mut self, deps: &[&SignedEntry], depth: u64) -> SignedEntry {
        let mut deps: Vec<Dep> = deps
            .iter()
            .map(|entry| Dep { device: entry.header().device, seq: entry.header().seq, id: entry.id() })
            .collect();
        deps.sort();
        let header = Header {
            version: VERSION,
            room: RoomId([1; 16]),
            device: self.key.id(),
            seq: self.last.0 + 1,
            prev: self.last.1,
            deps,
            depth,
            kind: Kind::TEXT,
            sent_at: 0,
            body_hash: [0; 32],
        };
        let entry = SignedEntry::sign(header, [0; 16], b"", &self.key);
        self.last = (entry.header().seq, entry.id());
        entry
    }
}

fn ready(log: &Log, entry: &SignedEntry) -> Readiness {
    log.readiness(&Disk::default(), entry.header())
}

#[test]
fn the_depth_must_be_exact_where_all_causes_are_held() {
    let (mut a, mut b, mut log) = (Pen::new(1), Pen::new(2), Log::default());
    let first = a.write(&[], 1);
    assert_eq!(ready(&log, &first), Readiness::Ready(0));
    log.advance(&first, 10);
    let second = b.write(&[&first], 2);
    assert_eq!(ready(&log, &second), Readiness::Ready(10), "not before what it answers");
    log.advance(&second, 20);
    for (depth, fits) in [(1, false), (2, false), (3, true), (4, false)] {
        let mut again = Pen { key: key(1), last: a.last };
        let next = again.write(&[&second], depth.max(2));
        let verdict = if next.header().depth == depth { ready(&log, &next) } else { Readiness::Broken };
        assert_eq!(verdict == Readiness::Ready(20), fits, "depth {depth}");
    }
}

#[test]
fn a_missing_cause_is_waited_for_and_named() {
    let (mut a, mut b, mut log) = (Pen::new(1), Pen::new(2), Log::default());
    let cause = a.write(&[], 1);
    let effect = b.write(&[&cause], 2);
    assert_eq!(ready(&log, &effect), Readiness::Waits(a.key.id(), 1));
    log.block(b.key.id(), (a.key.id(), 1));
    log.advance(&cause, 0);
    assert_eq!(log.unblock(a.key.id()), [b.key.id()].into());
    assert_eq!(ready(&log, &effect), Readiness::Ready(0));
}

#[test]
fn a_wrong_prev_is_broken() {
    let (mut a, mut log) = (Pen::new(1), Log::default());
    let first = a.write(&[], 1);
    log.advance(&first, 0);
    let mut other = Pen { key: key(1), last: (1, EntryId([9; 16])) };
    assert_eq!(ready(&log, &other.write(&[], 2)), Readiness::Broken);
}

#[test]
fn below_a_floor_the_depth_lies_in_a_range() {
    let (mut a, mut b, mut log) = (Pen::new(1), Pen::new(2), Log::default());
    let old: Vec<_> = (1..=5).map(|depth| a.write(&[], depth)).collect();
    log.adopt(&Floor { device: a.key.id(), floor_seq: 5, floor_depth: 5, head_seq: 5, head: old[4].id() });
    for (depth, fits) in [(1, true), (4, true), (6, true), (7, false)] {
        let mut pen = Pen { key: key(2), last: (0, EntryId::default()) };
        let entry = pen.write(&[&old[2]], depth.max(4));
        if depth >= 4 {
            assert_eq!(matches!(ready(&log, &entry), Readiness::Ready(_)), fits, "depth {depth}");
        }
    }
    let after = a.write(&[], 6);
    assert_eq!(ready(&log, &after), Readiness::Ready(0), "the floor itself is known exactly");
    let exact = b.write(&[&old[4]], 6);
    assert_eq!(ready(&log, &exact), Readiness::Ready(0));
}

#[test]
fn what_names_a_frozen_log_goes_on() {
    let (mut a, mut b, mut log) = (Pen::new(1), Pen::new(2), Log::default());
    let first = a.write(&[], 1);
    log.advance(&first, 0);
    let second = a.write(&[], 2);
    let effect = b.write(&[&second], 3);
    assert_eq!(ready(&log, &effect), Readiness::Waits(a.key.id(), 2));
    assert!(log.freeze(a.key.id(), 2) && !log.freeze(a.key.id(), 2));
    assert!(matches!(ready(&log, &effect), Readiness::Ready(_)));
    assert_eq!(log.arrival(&Disk::default(), &second), Arrival::Stale);
}

#[test]
fn two_entries_of_one_number_are_rivals() {
    let (mut a, mut log) = (Pen::new(1), Log::default());
    log.advance(&a.write(&[], 1), 0);
    let mut twin = Pen::new(1);
    let other = twin.write(&[], 2);
    assert_eq!(log.arrival(&Disk::default(), &other), Arrival::Rival);
}

#[test]
fn what_waits_is_bounded() {
    let (mut a, mut log) = (Pen::new(1), Log::default());
    let entries: Vec<_> = (1..=4_200u64).map(|depth| a.write(&[], depth)).collect();
    let mut refused = 0;
    for entry in entries.into_iter().skip(1) {
        match log.arrival(&Disk::default(), &entry) {
            Arrival::New => log.park(entry),
            Arrival::Overflow => refused += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(refused > 0 && log.is_half_full());
    assert!(log.pending.len() <= MAX_PENDING);
    assert_eq!(log.first_missing(a.key.id()), 1);
}

#[test]
fn the_stored_form_is_frozen() {
    let chain = Chain {
        floor_seq: 1,
        floor_depth: 2,
        head_seq: 3,
        head_depth: 4,
        head: EntryId([0xee; 16]),
        head_time: 5,
        cut: Some(3),
    };
    let bytes = crate::wire::codec::encode(&chain);
    assert_eq!(data_encoding::HEXLOWER.encode(&bytes), format!("870102030450{}0503", "ee".repeat(16)));
    assert_eq!(crate::wire::codec::decode::<Chain>(&bytes, 100), Ok(chain));
}
