//! The model's own contract, and the tip rule against forks of every shape.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;
use crypto::id::MemberId;
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const ROOM: RoomId = RoomId([7; 16]);

fn device(n: u8) -> DeviceId {
    DeviceId([n; 16])
}

/// Lists every device but the excluded; a device's member has the same bytes; the lower the byte, the higher the rank.
#[derive(Default)]
struct Listed {
    excluded: BTreeSet<DeviceId>,
    forbidden: BTreeSet<EntryId>,
}

impl Roster for Listed {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        Some(MemberId(device.0))
    }
    fn lists(&self, device: DeviceId) -> bool {
        !self.excluded.contains(&device)
    }
    fn allows(&self, change: &LeafChange) -> bool {
        change.orders.iter().all(|order| !self.forbidden.contains(order))
    }
    fn rank(&self, member: MemberId) -> u8 {
        if member.0[0] == 0 { 3 } else { 1 }
    }
}

fn everybody() -> Listed {
    Listed::default()
}

/// A group of `n` devices that all hold the tip.
fn grown(n: u8) -> Vec<ModelGroup> {
    let mut groups = vec![ModelGroup::found(ROOM, device(0), 1)];
    for i in 1..n {
        let mut joiner = ModelGroup::enter(ROOM, device(i), 1);
        let package = joiner.key_package().unwrap();
        let changed = groups[0].change(&[package], &[], &[], &everybody()).unwrap();
        let bytes = groups[0].commit_bytes(changed.commit).unwrap();
        for other in &mut groups[1..] {
            assert!(other.accept(&bytes, &everybody()).unwrap());
        }
        joiner.welcome(&changed.welcome.unwrap(), &everybody()).unwrap();
        groups.push(joiner);
    }
    groups
}

fn stored(group: &mut ModelGroup, rows: &mut BTreeMap<Vec<u8>, Vec<u8>>) {
    for row in group.take_rows() {
        match row.value {
            Some(value) => rows.insert(row.key, value.to_vec()),
            None => rows.remove(&row.key),
        };
    }
}

/// Every commit of every group reaches every other, in whatever order makes it possible.
fn gossip(groups: &mut [ModelGroup], roster: &Listed) {
    for _ in 0..groups.len() {
        for from in 0..groups.len() {
            let commits = groups[from].commits();
            for to in 0..groups.len() {
                for commit in &commits {
                    let bytes = groups[from].commit_bytes(*commit).unwrap();
                    let _ = groups[to].accept(&bytes, roster);
                }
            }
        }
    }
}

#[test]
fn a_message_opens_once_for_every_leaf_and_for_nobody_else() {
    let mut groups = grown(3);
    let sealed = groups[0].seal(b"hello", &everybody()).unwrap();
    assert_eq!(groups[1].open(&sealed).unwrap(), Opened { sender: device(0), plaintext: b"hello".to_vec() });
    assert_eq!(groups[1].open(&sealed), Err(KeysError::Refused));
    assert_eq!(groups[0].open(&sealed), Err(KeysError::Own));
    let mut outsider = ModelGroup::enter(ROOM, device(9), 1);
    assert_eq!(outsider.open(&sealed), Err(KeysError::UnknownEpoch));
    assert_eq!(outsider.seal(b"x", &everybody()), Err(KeysError::Outside));
    let seal = inspect(&sealed).unwrap();
    assert_eq!(seal.leaves, vec![device(0), device(1), device(2)]);
    assert_eq!(seal.plaintext, b"hello");
}

#[test]
fn damaged_bytes_are_refused_and_never_panic() {
    let mut groups = grown(2);
    let sealed = groups[0].seal(b"hello", &everybody()).unwrap();
    let changed = groups[0].change(&[], &[], &[], &everybody()).unwrap();
    let commit = groups[0].commit_bytes(changed.commit).unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    for valid in [&sealed, &commit] {
        for _ in 0..500 {
            let mut bytes = valid.clone();
            let at = rng.random_range(0..bytes.len());
            bytes[at] ^= 1 << rng.random_range(0..8);
            bytes.truncate(rng.random_range(0..=bytes.len()));
            if bytes != *valid {
                assert!(groups[1].open(&bytes).is_err());
                assert!(groups[1].accept(&bytes, &everybody()).is_err());
                assert!(groups[1].welcome(&bytes, &everybody()).is_err());
            }
        }
    }
    assert!(groups[1].open(&sealed).is_ok());
}

#[test]
fn late_messages_open_within_the_window() {
    let mut groups = grown(2);
    let sealed: Vec<_> = (0..200u8).map(|n| groups[0].seal(&[n], &everybody()).unwrap()).collect();
    let opened = sealed.iter().rev().filter(|bytes| groups[1].open(bytes).is_ok()).count();
    assert_eq!(opened, 64);
    for _ in 0..2001 {
        groups[0].seal(b"", &everybody()).unwrap();
    }
    let ahead = groups[0].seal(b"", &everybody()).unwrap();
    assert_eq!(groups[1].open(&ahead), Err(KeysError::Refused));
}

#[test]
fn an_excluded_leaf_stops_sealing_until_it_is_removed() {
    let mut groups = grown(3);
    let roster = Listed { excluded: [device(2)].into(), ..Listed::default() };
    assert_eq!(groups[1].seal(b"x", &roster), Err(KeysError::Excluded));
    let changed = groups[1].change(&[], &[device(2)], &[], &roster).unwrap();
    let bytes = groups[1].commit_bytes(changed.commit).unwrap();
    assert!(groups[2].accept(&bytes, &everybody()).unwrap());
    let sealed = groups[1].seal(b"x", &roster).unwrap();
    assert_eq!(groups[2].open(&sealed), Err(KeysError::UnknownEpoch));
    assert_eq!(groups[2].seal(b"x", &roster), Err(KeysError::Excluded), "it stays in the epoch it was last in");
    assert_eq!(groups[1].leaves(), vec![device(0), device(1)]);
}

#[test]
fn a_fork_is_settled_alike_by_everyone_and_both_sides_are_read() {
    let mut groups = grown(4);
    let roster = everybody();
    groups[0].change(&[], &[], &[], &roster).unwrap();
    let left = groups[0].seal(b"left", &roster).unwrap();
    groups[1].change(&[], &[], &[], &roster).unwrap();
    let right = groups[1].seal(b"right", &roster).unwrap();
    gossip(&mut groups, &roster);
    assert!(groups.iter().all(|group| group.tip() == groups[0].tip()));
    assert!(groups[2].open(&left).is_ok() && groups[2].open(&right).is_ok());
    assert!(groups[1].open(&left).is_ok() && groups[0].open(&right).is_ok());
    // The first committer of one branch is the owner: with all else equal that branch wins.
    assert_eq!(inspect(&left).unwrap().epoch, groups[3].tip());
}

#[test]
fn the_branch_of_more_members_wins_over_rank_and_volume() {
    let mut groups = grown(4);
    let roster = everybody();
    for _ in 0..5 {
        groups[0].change(&[], &[], &[], &roster).unwrap();
    }
    let one = groups[1].change(&[], &[], &[], &roster).unwrap().commit;
    let bytes = groups[1].commit_bytes(one).unwrap();
    groups[2].accept(&bytes, &roster).unwrap();
    groups[2].change(&[], &[], &[], &roster).unwrap();
    let expected = groups[2].tip();
    gossip(&mut groups, &roster);
    assert!(groups.iter().all(|group| group.tip() == expected));
    // Excluding one of the two leaves each branch with one committer; the owner's then ranks higher, but it still
    // holds the excluded leaf, as does the other: rank decides.
    let roster = Listed { excluded: [device(2)].into(), ..Listed::default() };
    assert!(groups[3].settle(&roster));
    assert_ne!(groups[3].tip(), expected);
}

#[test]
fn an_unjustified_commit_is_read_but_never_the_tip() {
    let mut groups = grown(3);
    let order = EntryId([4; 16]);
    let roster = Listed { forbidden: [order].into(), ..Listed::default() };
    let before = groups[1].tip();
    let commit = groups[2].change(&[], &[device(0)], &[order], &everybody()).unwrap().commit;
    let bytes = groups[2].commit_bytes(commit).unwrap();
    let sealed = groups[2].seal(b"inside", &everybody()).unwrap();
    assert!(groups[1].accept(&bytes, &roster).unwrap());
    assert_eq!(groups[1].tip(), before);
    assert!(groups[1].open(&sealed).is_ok());
    assert!(groups[1].settle(&everybody()), "the order turned out valid");
}

#[test]
fn a_commit_of_no_leaf_or_against_the_leaves_is_refused() {
    let mut groups = grown(3);
    let roster = everybody();
    assert_eq!(groups[1].change(&[], &[device(1)], &[], &roster), Err(KeysError::Refused));
    assert_eq!(groups[1].change(&[], &[device(8)], &[], &roster), Err(KeysError::Refused));
    let again = groups[2].key_package().unwrap();
    assert_eq!(groups[1].change(&[again], &[], &[], &roster), Err(KeysError::Refused));
    assert_eq!(groups[1].change(&[b"junk".to_vec()], &[], &[], &roster), Err(KeysError::Refused));
    let own = groups[1].change(&[], &[], &[], &roster).unwrap().commit;
    let bytes = groups[1].commit_bytes(own).unwrap();
    assert!(!groups[1].accept(&bytes, &roster).unwrap(), "held already");
}

#[test]
fn a_device_left_behind_is_added_again_and_follows_the_new_branch() {
    let mut groups = grown(3);
    let roster = everybody();
    let package = groups[2].key_package().unwrap();
    let changed = groups[0].change(&[package], &[device(2)], &[], &roster).unwrap();
    let welcome = changed.welcome.unwrap();
    groups[2].welcome(&welcome, &roster).unwrap();
    assert_eq!(groups[2].tip(), groups[0].tip());
    assert_eq!(groups[2].welcome(&welcome, &roster), Err(KeysError::Refused), "a key package works once");
    let sealed = groups[2].seal(b"back", &roster).unwrap();
    assert!(groups[0].open(&sealed).is_ok());
}

#[test]
fn stored_rows_tell_the_whole_group() {
    let mut groups = grown(3);
    let mut rows = BTreeMap::new();
    stored(&mut groups[1], &mut rows);
    for n in 0..80u8 {
        let by = usize::from(n % 3);
        let commit = groups[by].change(&[], &[], &[], &everybody()).unwrap().commit;
        let bytes = groups[by].commit_bytes(commit).unwrap();
        let sealed = groups[by].seal(&[n], &everybody()).unwrap();
        for (i, group) in groups.iter_mut().enumerate().filter(|(i, _)| *i != by) {
            group.accept(&bytes, &everybody()).unwrap();
            group.open(&sealed).unwrap_or_else(|fault| panic!("{i} cannot open: {fault}"));
        }
        groups[1].key_package().unwrap();
        stored(&mut groups[1], &mut rows);
        let loaded = ModelGroup::load(ROOM, device(1), 1, &rows).unwrap();
        assert_eq!(format!("{loaded:?}"), format!("{:?}", groups[1]), "after step {n}");
    }
    assert_eq!(groups[1].commits().len(), 32);
}

/// Partitions shift at random while everyone commits and seals; in the end all hold the same tip and every message
/// whose epoch is kept was read by every leaf of it.
#[test]
fn shifting_partitions_converge() {
    for seed in 0..60u64 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut groups = grown(5);
        let roster = everybody();
        for _ in 0..12 {
            let side = rng.next_u32();
            for _ in 0..3 {
                let by = rng.random_range(0..groups.len());
                let commit = groups[by].change(&[], &[], &[], &roster).unwrap().commit;
                let bytes = groups[by].commit_bytes(commit).unwrap();
                let same = |i: usize| (side >> i) & 1 == (side >> by) & 1;
                for to in (0..groups.len()).filter(|i| same(*i) && *i != by) {
                    let _ = groups[to].accept(&bytes, &roster);
                }
            }
        }
        let sealed: Vec<_> = groups.iter_mut().map(|group| group.seal(b"m", &roster).unwrap()).collect();
        gossip(&mut groups, &roster);
        assert!(groups.iter().all(|group| group.tip() == groups[0].tip()), "seed {seed}");
        for (by, bytes) in sealed.iter().enumerate() {
            for to in (0..groups.len()).filter(|to| *to != by) {
                assert!(groups[to].open(bytes).is_ok(), "seed {seed}: {to} reads {by}");
            }
        }
    }
}
