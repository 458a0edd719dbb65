//! The choice of the tip, without any keys.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

use super::*;

/// Device `n` is member `n`; rank by number; some are excluded; a change is allowed unless order 9 is named.
#[derive(Default)]
struct Orders {
    excluded: Vec<u8>,
    ranks: BTreeMap<u8, u8>,
}

impl Roster for Orders {
    fn member(&self, device: DeviceId) -> Option<MemberId> {
        Some(MemberId(device.0))
    }

    fn lists(&self, device: DeviceId) -> bool {
        !self.excluded.contains(&device.0[0])
    }

    fn allows(&self, change: &LeafChange) -> bool {
        !change.orders.contains(&EntryId([9; 16]))
    }

    fn rank(&self, member: MemberId) -> u8 {
        self.ranks.get(&member.0[0]).copied().unwrap_or(1)
    }
}

fn device(n: u8) -> DeviceId {
    DeviceId([n; 16])
}

fn epoch(n: u8) -> EpochId {
    EpochId([n; 16])
}

/// A tree whose epochs are numbers; each epoch holds devices 1 to 5 unless said otherwise.
#[derive(Default)]
struct Grove(Tree);

impl Grove {
    fn root(mut self, id: u8, number: u64, joined: u32) -> Self {
        self.0.epochs.insert(epoch(id), Epoch { number, leaves: leaves(&[1, 2, 3, 4, 5]), joined });
        self
    }

    fn commit(self, parent: u8, child: u8, committer: u8) -> Self {
        let id = child;
        self.with(id, parent, child, committer, |_| {})
    }

    fn with(mut self, id: u8, parent: u8, child: u8, committer: u8, edit: impl FnOnce(&mut Commit)) -> Self {
        let above = self.0.epochs.get(&epoch(parent)).map(|held| held.number);
        let told = self.0.commits.values().find(|held| held.child == epoch(parent)).map(|held| held.number);
        let number = above.or(told).unwrap_or(0) + 1;
        let mut commit = Commit {
            parent: epoch(parent),
            child: epoch(child),
            number,
            committer: device(committer),
            added: vec![],
            removed: vec![],
            orders: vec![],
            bytes: vec![id],
        };
        edit(&mut commit);
        let stays = |leaf: &u8| !commit.removed.contains(&device(*leaf));
        let held: Vec<u8> = [1, 2, 3, 4, 5].into_iter().filter(stays).collect();
        if !commit.bytes.is_empty() {
            self.0.epochs.insert(epoch(child), Epoch { number, leaves: leaves(&held), joined: 0 });
        }
        self.0.commits.insert(CommitId([id; 16]), commit);
        self
    }

    #[track_caller]
    fn tips_at(&self, orders: &Orders, tip: u8) {
        assert_eq!(self.0.tip(orders), Some(epoch(tip)));
    }
}

fn leaves(devices: &[u8]) -> Vec<(u32, DeviceId)> {
    devices.iter().map(|n| (u32::from(*n), device(*n))).collect()
}

#[test]
fn no_epoch_has_no_tip_and_a_root_is_one() {
    assert_eq!(Tree::default().tip(&Orders::default()), None);
    Grove::default().root(10, 0, 0).tips_at(&Orders::default(), 10);
}

#[test]
fn the_smallest_commit_wins_where_nothing_else_tells() {
    let grove = Grove::default().root(10, 0, 0).commit(10, 21, 1).commit(10, 20, 1);
    grove.tips_at(&Orders::default(), 20);
}

#[test]
fn the_higher_ranked_first_committer_wins_before_the_smaller_id() {
    let grove = Grove::default().root(10, 0, 0).commit(10, 20, 1).commit(10, 21, 2);
    grove.tips_at(&Orders { ranks: [(2, 3)].into(), ..Orders::default() }, 21);
}

#[test]
fn more_distinct_members_win_before_rank_and_volume_does_not() {
    let grove = Grove::default().root(10, 0, 0).commit(10, 20, 1).commit(10, 30, 2).commit(30, 31, 3);
    let chain = grove.commit(20, 21, 1).commit(21, 22, 1).commit(22, 23, 1);
    chain.tips_at(&Orders { ranks: [(1, 3)].into(), ..Orders::default() }, 31);
    // An excluded member counts none, so the longer branch is no wider and rank tells.
    chain.tips_at(&Orders { ranks: [(1, 3)].into(), excluded: vec![3] }, 23);
}

#[test]
fn fewest_excluded_leaves_win_before_everything() {
    let grove = Grove::default().root(10, 0, 0).commit(10, 20, 1).commit(20, 21, 2).commit(21, 22, 3);
    let grove = grove.with(40, 10, 40, 4, |commit| commit.removed = vec![device(5)]);
    grove.tips_at(&Orders::default(), 22);
    grove.tips_at(&Orders { excluded: vec![5], ..Orders::default() }, 40);
}

#[test]
fn an_unjustified_commit_and_all_built_on_it_never_lead_to_the_tip() {
    let barred = |commit: &mut Commit| {
        commit.added = vec![device(7)];
        commit.orders = vec![EntryId([9; 16])];
    };
    let grove = Grove::default().root(10, 0, 0).with(20, 10, 20, 1, barred).commit(20, 21, 2).commit(21, 22, 3);
    grove.tips_at(&Orders::default(), 10);
    grove.commit(10, 30, 4).tips_at(&Orders::default(), 30);
}

#[test]
fn a_removed_members_self_update_never_becomes_the_tip_unless_somebody_built_on_it() {
    let without = Orders { excluded: vec![5], ..Orders::default() };
    let grove = Grove::default().root(10, 0, 0).commit(10, 20, 5).commit(20, 21, 5);
    grove.tips_at(&Orders::default(), 21);
    grove.tips_at(&without, 10);
    grove.commit(21, 22, 1).tips_at(&without, 22);
}

#[test]
fn the_newest_welcome_leads_until_hearsay_joins_the_roots() {
    // Welcomed to 20 on one branch, then to 31 on the other.
    let apart = Grove::default().root(20, 1, 1).root(31, 2, 2).commit(20, 21, 5);
    apart.tips_at(&Orders::default(), 31);
    // Told how they hang together, it chooses as everybody does: 20's branch has three members, 31's two.
    let told = |commit: &mut Commit| commit.bytes = vec![];
    let joined = apart.with(1, 10, 20, 1, told).with(2, 10, 30, 2, told);
    let joined = joined.with(3, 30, 31, 2, told).commit(21, 22, 4);
    joined.tips_at(&Orders::default(), 22);
    joined.commit(31, 32, 3).commit(32, 33, 1).commit(33, 34, 4).tips_at(&Orders::default(), 34);
}

#[test]
fn hearsay_in_a_circle_ends() {
    let told = |number| {
        move |commit: &mut Commit| {
            commit.bytes = vec![];
            commit.number = number;
        }
    };
    for (first, second) in [(5, 5), (4, 5), (5, 4), (u64::MAX, u64::MAX)] {
        let grove = Grove::default().root(20, 5, 1);
        let mut grove = grove.with(1, 30, 20, 1, told(first)).with(2, 20, 30, 2, told(second));
        grove.tips_at(&Orders::default(), 20);
        grove.0.prune(epoch(20));
        grove.tips_at(&Orders::default(), 20);
    }
}

#[test]
fn what_forks_off_below_the_horizon_falls_and_what_forks_off_at_it_stays() {
    let mut grove = Grove::default().root(100, 0, 0);
    for n in 100..140 {
        grove = grove.commit(n, n + 1, 1);
    }
    let mut grove = grove.commit(107, 7, 2).commit(108, 8, 2).commit(8, 9, 2);
    let fallen = grove.0.prune(epoch(140));
    assert_eq!(fallen.epochs, [7, 100, 101, 102, 103, 104, 105, 106, 107].map(epoch));
    assert_eq!(fallen.commits.len(), 9);
    assert_eq!(grove.0.epochs.len(), 33 + 2);
    grove.tips_at(&Orders { ranks: [(1, 3)].into(), ..Orders::default() }, 140);
    assert_eq!(grove.0.prune(epoch(140)), Fallen::default());
}

#[test]
fn an_older_root_is_kept_while_it_is_young() {
    let mut grove = Grove::default().root(20, 5, 1).root(30, 7, 2);
    assert_eq!(grove.0.prune(epoch(30)), Fallen::default());
    for n in 30..61 {
        grove = grove.commit(n, n + 1, 1);
    }
    assert_eq!(grove.0.prune(epoch(60)), Fallen::default(), "epoch 37 less 32 is 5");
    assert_eq!(grove.0.prune(epoch(61)).epochs, [epoch(20)]);
}

#[test]
fn hostile_commits_are_capped_per_device_per_parent_and_in_all() {
    let orders = Orders { excluded: vec![5], ..Orders::default() };
    let mut grove = Grove::default().root(10, 0, 0);
    let commit = |committer: u8, order: u8| Commit {
        parent: epoch(10),
        child: epoch(0),
        number: 1,
        committer: device(committer),
        added: vec![device(7)],
        removed: vec![],
        orders: vec![EntryId([order; 16])],
        bytes: vec![1],
    };
    for n in 0..MAX_OF_COMMITTER {
        assert!(grove.0.admits(&commit(5, 9), &orders));
        grove.0.commits.insert(CommitId([u8::try_from(n).unwrap(); 16]), commit(5, 9));
    }
    assert!(!grove.0.admits(&commit(5, 9), &orders), "one device under one parent");
    for n in 0..MAX_UNJUSTIFIED_OF_PARENT - MAX_OF_COMMITTER {
        let n = 50 + u8::try_from(n).unwrap();
        grove.0.commits.insert(CommitId([n; 16]), commit(n, 9));
    }
    assert!(!grove.0.admits(&commit(1, 9), &orders), "unjustified ones under one parent");
    assert!(grove.0.admits(&commit(1, 1), &orders), "which leaves room for honest ones");
}
