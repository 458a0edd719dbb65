//! The epochs and commits a device knows, and which epoch is the tip: a pure function of both and the roster.
//!
//! Walking down from the oldest epoch, at each fork the child wins whose subtree has a tip with fewest excluded leaves,
//! then most distinct committing members (excluded ones count none), then the higher-ranked first committer, then the
//! smallest commit id. Neither clocks nor the order of arrival take part. A commit the roster doesn't allow, and all
//! that is built on it, never leads to the tip; a self-update by an excluded device does only where a present member
//! built on it.
//!
//! A commit may be known by hearsay (from a Welcome): then it only tells how epochs hang together, and the walk chooses
//! among the branches that lead to an epoch whose keys are held.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};

use super::keys::{CommitId, EpochId, LeafChange, Roster};
use crate::id::{DeviceId, EntryId, MemberId};

/// Epochs kept below the tip; a fork further down is ignored by everyone.
pub const HORIZON_EPOCHS: usize = 32;
/// Commits kept in all; more are refused.
pub(super) const MAX_COMMITS: usize = 384;
/// Commits that the roster doesn't allow (yet), in all and under one parent.
const MAX_UNJUSTIFIED: usize = 64;
pub(super) const MAX_UNJUSTIFIED_OF_PARENT: usize = 8;
/// Commits of one device under one parent.
pub(super) const MAX_OF_COMMITTER: usize = 3;

/// An epoch whose keys are held.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Epoch {
    /// MLS's own count.
    #[n(0)]
    pub number: u64,
    /// Leaf indices and whose device each is.
    #[n(1)]
    pub leaves: Vec<(u32, DeviceId)>,
    /// Which Welcome opened it, counted from 1; 0 where a commit did.
    #[n(2)]
    pub joined: u32,
}

impl Epoch {
    pub(super) fn device(&self, leaf: u32) -> Option<DeviceId> {
        self.leaves.iter().find(|(index, _)| *index == leaf).map(|(_, device)| *device)
    }

    pub(super) fn leaf(&self, device: DeviceId) -> Option<u32> {
        self.leaves.iter().find(|(_, held)| *held == device).map(|(index, _)| *index)
    }

    fn excluded(&self, roster: &dyn Roster) -> usize {
        self.leaves.iter().filter(|(_, device)| !roster.lists(*device)).count()
    }
}

/// A commit, whether its keys could be followed or not.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Commit {
    #[n(0)]
    pub parent: EpochId,
    /// The epoch it opens; of a commit that removed this device the commit's own id stands in.
    #[n(1)]
    pub child: EpochId,
    /// The MLS count of the epoch it opens.
    #[n(2)]
    pub number: u64,
    #[n(3)]
    pub committer: DeviceId,
    #[n(4)]
    pub added: Vec<DeviceId>,
    #[n(5)]
    pub removed: Vec<DeviceId>,
    #[n(6)]
    pub orders: Vec<EntryId>,
    /// As framed; empty where known by hearsay.
    #[cbor(n(7), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

impl Commit {
    fn change(&self) -> LeafChange {
        LeafChange {
            committer: self.committer,
            added: self.added.clone(),
            removed: self.removed.clone(),
            orders: self.orders.clone(),
        }
    }

    fn verdict(&self, roster: &dyn Roster) -> Verdict {
        if !self.added.is_empty() || !self.removed.is_empty() {
            if roster.allows(&self.change()) { Verdict::Good } else { Verdict::Barred }
        } else if roster.lists(self.committer) {
            Verdict::Good
        } else {
            Verdict::Idle
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Good,
    /// Good where something good is built on it.
    Idle,
    Barred,
}

/// What hangs below a commit, itself included.
struct Branch<'a> {
    id: CommitId,
    commit: &'a Commit,
    held: bool,
    excluded: usize,
    members: BTreeSet<MemberId>,
    rank: u8,
}

impl Branch<'_> {
    /// Smaller is better.
    fn order(&self) -> (usize, Reverse<usize>, Reverse<u8>, CommitId) {
        (self.excluded, Reverse(self.members.len()), Reverse(self.rank), self.id)
    }
}

/// Epochs and commits.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub epochs: BTreeMap<EpochId, Epoch>,
    pub commits: BTreeMap<CommitId, Commit>,
}

/// What fell below the horizon.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Fallen {
    pub epochs: Vec<EpochId>,
    pub commits: Vec<CommitId>,
}

impl Tree {
    /// The epoch to seal in; `None` where none is held.
    pub(super) fn tip(&self, roster: &dyn Roster) -> Option<EpochId> {
        let branches = self.branches(roster);
        let mut at = self.top(&branches)?;
        let mut number = 0;
        // Like the parents, the walk only ever goes where MLS's count rises: hearsay can't lead it in a circle.
        let best = |at, number| {
            let kids: &Vec<Branch<'_>> = branches.get(&at)?;
            kids.iter().filter(|kid| kid.held && kid.commit.number > number).min_by_key(|kid| kid.order())
        };
        while let Some(kid) = best(at, number) {
            (at, number) = (kid.commit.child, kid.commit.number);
        }
        self.epochs.contains_key(&at).then_some(at)
    }

    /// The living branches by parent, computed from the newest epochs upwards.
    fn branches<'a>(&'a self, roster: &dyn Roster) -> BTreeMap<EpochId, Vec<Branch<'a>>> {
        let mut newest_first: Vec<(&CommitId, &Commit)> = self.commits.iter().collect();
        newest_first.sort_by_key(|(_, commit)| Reverse(commit.number));
        let mut branches: BTreeMap<EpochId, Vec<Branch<'a>>> = BTreeMap::new();
        for (id, commit) in newest_first {
            let verdict = commit.verdict(roster);
            let kids = branches.get(&commit.child).map_or(&[][..], Vec::as_slice);
            let kids: Vec<&Branch<'_>> = kids.iter().filter(|kid| kid.commit.number > commit.number).collect();
            if verdict == Verdict::Barred || (verdict == Verdict::Idle && kids.is_empty()) {
                continue;
            }
            let epoch = self.epochs.get(&commit.child);
            let mut members: BTreeSet<MemberId> = kids.iter().flat_map(|kid| kid.members.iter().copied()).collect();
            let member = roster.member(commit.committer);
            members.extend(member.filter(|_| roster.lists(commit.committer)));
            let here = epoch.map_or(usize::MAX, |epoch| epoch.excluded(roster));
            let branch = Branch {
                id: *id,
                commit,
                held: epoch.is_some() || kids.iter().any(|kid| kid.held),
                excluded: kids.iter().map(|kid| kid.excluded).min().unwrap_or(here),
                members,
                rank: member.map_or(0, |member| roster.rank(member)),
            };
            branches.entry(commit.parent).or_default().push(branch);
        }
        branches
    }

    /// Where the walk begins: of several unconnected roots the one that the newest Welcome hangs below.
    fn top(&self, branches: &BTreeMap<EpochId, Vec<Branch<'_>>>) -> Option<EpochId> {
        let parents = self.parents();
        let newest = self.epochs.iter().filter(|(id, epoch)| epoch.joined > 0 || !parents.contains_key(id));
        let (mut at, _) = newest.max_by_key(|(id, epoch)| (epoch.joined, **id))?;
        while let Some(parent) = parents.get(at) {
            let alive =
                branches.get(parent).is_some_and(|kids| kids.iter().any(|kid| kid.commit.child == *at && kid.held));
            if !alive {
                break;
            }
            at = parent;
        }
        Some(*at)
    }

    /// Each epoch's parent. MLS's count must fall on the way up, so hearsay can't make a circle.
    fn parents(&self) -> BTreeMap<EpochId, EpochId> {
        let numbers: BTreeMap<EpochId, u64> =
            self.commits.values().map(|commit| (commit.child, commit.number)).collect();
        let rises = |commit: &&Commit| numbers.get(&commit.parent).is_none_or(|number| *number < commit.number);
        let of = |told: bool| self.commits.values().filter(rises).filter(move |commit| commit.bytes.is_empty() == told);
        // What was followed outweighs what was told.
        of(true).chain(of(false)).map(|commit| (commit.child, commit.parent)).collect()
    }

    /// Whether one more commit may be kept.
    pub(super) fn admits(&self, commit: &Commit, roster: &dyn Roster) -> bool {
        let siblings = || self.commits.values().filter(|held| held.parent == commit.parent);
        if self.commits.len() >= MAX_COMMITS
            || siblings().filter(|held| held.committer == commit.committer).count() >= MAX_OF_COMMITTER
        {
            return false;
        }
        let unjustified = |held: &&Commit| held.verdict(roster) != Verdict::Good && !held.bytes.is_empty();
        commit.verdict(roster) == Verdict::Good
            || (siblings().filter(unjustified).count() < MAX_UNJUSTIFIED_OF_PARENT
                && self.commits.values().filter(unjustified).count() < MAX_UNJUSTIFIED)
    }

    /// Commits whose bytes are held, parents before children.
    pub(super) fn in_order(&self) -> Vec<CommitId> {
        let mut ids: Vec<_> = self
            .commits
            .iter()
            .filter(|(_, commit)| !commit.bytes.is_empty())
            .map(|(id, commit)| (commit.number, *id))
            .collect();
        ids.sort_unstable();
        ids.into_iter().map(|(_, id)| id).collect()
    }

    /// Forgets what forks off more than the horizon below the tip.
    pub(super) fn prune(&mut self, tip: EpochId) -> Fallen {
        let Some(newest) = self.epochs.get(&tip).map(|epoch| epoch.number) else { return Fallen::default() };
        let oldest = newest.saturating_sub(HORIZON_EPOCHS as u64);
        let parents = self.parents();
        let mut path = vec![tip];
        path.extend(std::iter::successors(parents.get(&tip), |at| parents.get(at)).take(HORIZON_EPOCHS));
        let anchor = path.last().copied().unwrap_or(tip);
        let root = |mut at: EpochId| {
            while at != anchor
                && let Some(parent) = parents.get(&at)
            {
                at = *parent;
            }
            at
        };
        let top = std::iter::successors(Some(&anchor), |at| parents.get(at)).last().copied().unwrap_or(anchor);
        // Below the anchor all is kept; on the tip's own tree above it nothing; of an unconnected tree what is young.
        let stays = |at: EpochId, number: u64| match root(at) {
            end if end == anchor => true,
            end => end != top && number >= oldest,
        };
        let mut fallen = Fallen::default();
        fallen.epochs.extend(self.epochs.iter().filter(|(id, epoch)| !stays(**id, epoch.number)).map(|(id, _)| *id));
        let falls = |commit: &Commit| !stays(commit.parent, commit.number.saturating_sub(1));
        fallen.commits.extend(self.commits.iter().filter(|(_, commit)| falls(commit)).map(|(id, _)| *id));
        for id in &fallen.epochs {
            self.epochs.remove(id);
        }
        for id in &fallen.commits {
            self.commits.remove(id);
        }
        fallen
    }
}

#[cfg(test)]
#[path = "tree_tests.rs"]
mod tests;
