//! The model's epochs, the commits that join them, and the rule that picks the tip.
//!
//! Each epoch has at most one state here, the newest; nothing is ever put back to an older one.

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::{CommitId, EpochId, LeafChange, Roster};
use crypto::id::{DeviceId, EntryId, MemberId};
use minicbor::{Decode, Encode};

use super::wire;

/// Epochs further below the tip than this are forgotten, and rivals that fork there are ignored.
const HORIZON_EPOCHS: u64 = 32;
/// How far behind the newest a message may arrive (and how many of its predecessors may be missing).
const LATE_MESSAGES: u32 = 64;
/// How far ahead of the newest a message may be.
const SKIPPED_MESSAGES: u32 = 2000;

/// The message keys of one sender: those below `next` are spent, but for the `missing` ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub(super) struct Window {
    #[n(0)]
    next: u32,
    #[n(1)]
    missing: Vec<u32>,
}

/// One epoch that this device is a leaf of.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Epoch {
    #[n(0)]
    pub id: EpochId,
    #[n(1)]
    pub number: u64,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub secret: [u8; 16],
    #[n(3)]
    pub leaves: Vec<Option<DeviceId>>,
    /// How many messages this device sealed in it.
    #[n(4)]
    pub sent: u32,
    #[n(5)]
    windows: BTreeMap<DeviceId, Window>,
    /// Above zero where it was founded or opened by a Welcome: the later, the higher.
    #[n(6)]
    pub rooted: u32,
}

impl Epoch {
    pub fn root(id: EpochId, number: u64, secret: [u8; 16], leaves: Vec<Option<DeviceId>>, rooted: u32) -> Self {
        Self { id, number, secret, leaves, sent: 0, windows: BTreeMap::new(), rooted }
    }

    /// Uses up one message key of a sender; `None` where it was used before or lies outside the window.
    pub fn spend(&mut self, sender: DeviceId, generation: u32) -> Option<()> {
        let window = self.windows.entry(sender).or_default();
        if generation < window.next {
            let at = window.missing.iter().position(|missing| *missing == generation)?;
            window.missing.remove(at);
            return Some(());
        }
        if generation - window.next > SKIPPED_MESSAGES {
            return None;
        }
        window.missing.extend(window.next..generation);
        window.next = generation + 1;
        let oldest = window.next.saturating_sub(LATE_MESSAGES);
        window.missing.retain(|missing| *missing >= oldest);
        Some(())
    }
}

/// A commit that was checked against its parent epoch, or that a Welcome told of.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Commit {
    #[n(0)]
    pub id: CommitId,
    #[n(1)]
    pub parent: EpochId,
    #[n(2)]
    pub opens: EpochId,
    /// Of the epoch it opens.
    #[n(3)]
    pub number: u64,
    #[n(4)]
    pub committer: DeviceId,
    #[n(5)]
    pub added: Vec<DeviceId>,
    #[n(6)]
    pub removed: Vec<DeviceId>,
    #[n(7)]
    pub orders: Vec<EntryId>,
    /// Empty where only told of: such a commit says how epochs hang together.
    #[cbor(n(8), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

impl Commit {
    pub fn change(&self) -> LeafChange {
        let (added, removed, orders) = (self.added.clone(), self.removed.clone(), self.orders.clone());
        LeafChange { committer: self.committer, added, removed, orders }
    }
}

/// Whether a commit only refreshes its author's keys.
pub(super) fn is_self_update(change: &LeafChange) -> bool {
    change.added.is_empty() && change.removed.is_empty()
}

/// The leaves after a change: removals blank their place, additions take the leftmost blank. `None` where the change
/// doesn't fit: the committer is no leaf or removes itself, a removed device is no leaf, an added one is one already.
pub(super) fn changed_leaves(leaves: &[Option<DeviceId>], change: &LeafChange) -> Option<Vec<Option<DeviceId>>> {
    let mut next = leaves.to_vec();
    if !next.contains(&Some(change.committer)) || change.removed.contains(&change.committer) {
        return None;
    }
    for device in &change.removed {
        *next.iter_mut().find(|leaf| **leaf == Some(*device))? = None;
    }
    for device in &change.added {
        if next.contains(&Some(*device)) {
            return None;
        }
        match next.iter_mut().find(|leaf| leaf.is_none()) {
            Some(blank) => *blank = Some(*device),
            None => next.push(Some(*device)),
        }
    }
    while next.last() == Some(&None) {
        next.pop();
    }
    Some(next)
}

/// All that the tip rule weighs about one child of a fork, better first: fewest excluded leaves, most committing
/// members, higher-ranked first committer, smallest commit id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    excluded: usize,
    committers: std::cmp::Reverse<usize>,
    rank: std::cmp::Reverse<u8>,
    commit: CommitId,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Tree {
    epochs: BTreeMap<EpochId, Epoch>,
    commits: BTreeMap<CommitId, Commit>,
}

impl Tree {
    pub fn epoch(&self, id: &EpochId) -> Option<&Epoch> {
        self.epochs.get(id)
    }

    pub fn epoch_mut(&mut self, id: &EpochId) -> Option<&mut Epoch> {
        self.epochs.get_mut(id)
    }

    pub fn commit(&self, id: &CommitId) -> Option<&Commit> {
        self.commits.get(id)
    }

    pub fn insert_epoch(&mut self, epoch: Epoch) {
        self.epochs.insert(epoch.id, epoch);
    }

    pub fn insert_commit(&mut self, commit: Commit) {
        self.commits.insert(commit.id, commit);
    }

    /// Those whose bytes are held, parents before children.
    pub fn commits_in_order(&self) -> Vec<CommitId> {
        let mut commits: Vec<&Commit> = self.commits.values().filter(|commit| !commit.bytes.is_empty()).collect();
        commits.sort_by_key(|commit| (commit.number, commit.id));
        commits.into_iter().map(|commit| commit.id).collect()
    }

    /// All commits without their bytes, for a newcomer.
    pub fn hearsay(&self) -> Vec<Commit> {
        self.commits.values().map(|commit| Commit { bytes: Vec::new(), ..commit.clone() }).collect()
    }

    fn children<'t>(&'t self, epoch: &EpochId) -> impl Iterator<Item = &'t Commit> + use<'t> {
        let parent = *epoch;
        self.commits.values().filter(move |commit| commit.parent == parent)
    }

    fn opener(&self, epoch: &EpochId) -> Option<&Commit> {
        self.commits.values().find(|commit| commit.opens == *epoch)
    }

    /// The tip: from the top down, at each fork the child with the best subtree, through justified commits only and
    /// only towards epochs that are held.
    pub fn tip(&self, roster: &dyn Roster) -> Option<EpochId> {
        let mut at = self.top(roster)?;
        loop {
            let weighed = self.children(&at).filter(|commit| self.leads_to_held(commit));
            let weighed = weighed.filter_map(|commit| Some((self.weigh(commit, roster)?, commit.opens)));
            match weighed.min_by(|a, b| a.0.cmp(&b.0)) {
                Some((_, next)) => at = next,
                None => return self.epochs.contains_key(&at).then_some(at),
            }
        }
    }

    /// The oldest epoch known above the one that the newest Welcome opened. A Welcome is taken only by a device that was
    /// left behind: what it opens supersedes trees that don't hang together with it.
    fn top(&self, roster: &dyn Roster) -> Option<EpochId> {
        let starts = self.epochs.values().filter(|epoch| epoch.rooted > 0 || self.opener(&epoch.id).is_none());
        let mut at = starts.max_by_key(|epoch| (epoch.rooted, epoch.id))?.id;
        while let Some(commit) = self.opener(&at).filter(|commit| self.weigh(commit, roster).is_some()) {
            at = commit.parent;
        }
        Some(at)
    }

    fn leads_to_held(&self, commit: &Commit) -> bool {
        self.epochs.contains_key(&commit.opens) || self.children(&commit.opens).any(|child| self.leads_to_held(child))
    }

    /// `None` where the orders don't justify the commit: its whole subtree is ignored.
    fn weigh(&self, commit: &Commit, roster: &dyn Roster) -> Option<Weight> {
        let mut committers = BTreeSet::new();
        let excluded = self.survey(commit, roster, &mut committers)?;
        let rank = roster.member(commit.committer).map_or(0, |member| roster.rank(member));
        Some(Weight {
            excluded,
            committers: std::cmp::Reverse(committers.len()),
            rank: std::cmp::Reverse(rank),
            commit: commit.id,
        })
    }

    /// The fewest excluded leaves of any tip at or below the epoch that the commit opens; gathers who committed. A
    /// change stands where the orders justify it; a self-update stands where a present member made it or built on it.
    fn survey(&self, commit: &Commit, roster: &dyn Roster, committers: &mut BTreeSet<MemberId>) -> Option<usize> {
        let change = commit.change();
        if !is_self_update(&change) && !roster.allows(&change) {
            return None;
        }
        let mut built_on = is_self_update(&change).then_some(false);
        if roster.lists(commit.committer) {
            committers.extend(roster.member(commit.committer));
            built_on = None;
        }
        let mut fewest = None;
        for child in self.children(&commit.opens) {
            let mut below = BTreeSet::new();
            if let Some(excluded) = self.survey(child, roster, &mut below) {
                fewest = Some(fewest.map_or(excluded, |fewest: usize| fewest.min(excluded)));
                committers.append(&mut below);
                built_on = None;
            }
        }
        if built_on == Some(false) {
            return None;
        }
        let excluded = |epoch: &Epoch| epoch.leaves.iter().flatten().filter(|leaf| !roster.lists(**leaf)).count();
        let here = || self.epochs.get(&commit.opens).map_or(usize::MAX, excluded);
        Some(fewest.unwrap_or_else(here))
    }

    /// Forgets what lies more than the horizon below the tip or hangs on nothing kept; returns the rows that changed.
    pub fn prune(&mut self, tip: &EpochId) -> Vec<Vec<u8>> {
        let Some(newest) = self.epochs.get(tip).map(|epoch| epoch.number) else { return Vec::new() };
        let oldest = newest.saturating_sub(HORIZON_EPOCHS);
        if self.epochs.values().all(|epoch| epoch.number >= oldest) && self.commits.values().all(|c| c.number > oldest)
        {
            return Vec::new();
        }
        let base = self.ancestor(tip, HORIZON_EPOCHS);
        let top = self.ancestor(&base, u64::MAX);
        let stamp = self.epochs.get(&top).map_or(0, |root| root.rooted);
        let mut changed = vec![row(wire::EPOCH_ROW, &base.0)];
        if let Some(epoch) = self.epochs.get_mut(&base) {
            epoch.rooted = epoch.rooted.max(stamp);
        }
        let kept = self.hanging_on(&base, &top, oldest);
        changed.extend(self.epochs.keys().filter(|id| !kept.contains(id)).map(|id| row(wire::EPOCH_ROW, &id.0)));
        self.epochs.retain(|id, _| kept.contains(id));
        let stays = |commit: &Commit| kept.contains(&commit.parent);
        changed.extend(self.commits.values().filter(|c| !stays(c)).map(|c| row(wire::COMMIT_ROW, &c.id.0)));
        self.commits.retain(|_, commit| stays(commit));
        changed
    }

    /// The ancestor that many epochs up, or as far up as anything is known.
    fn ancestor(&self, of: &EpochId, up: u64) -> EpochId {
        let mut at = *of;
        for _ in 0..up {
            match self.opener(&at) {
                Some(commit) => at = commit.parent,
                None => break,
            }
        }
        at
    }

    /// All below `base`, and the young part of trees that don't hang together with it.
    fn hanging_on(&self, base: &EpochId, top: &EpochId, oldest: u64) -> BTreeSet<EpochId> {
        let young = self.epochs.values().filter(|epoch| epoch.number >= oldest).map(|epoch| epoch.id);
        let apart = young.filter(|id| self.ancestor(id, u64::MAX) != *top);
        let mut open: Vec<EpochId> = apart.chain([*base]).collect();
        let mut kept = BTreeSet::new();
        while let Some(id) = open.pop() {
            if kept.insert(id) {
                open.extend(self.children(&id).map(|commit| commit.opens));
            }
        }
        kept
    }
}

fn row(kind: u8, id: &[u8; 16]) -> Vec<u8> {
    let mut key = vec![kind];
    key.extend_from_slice(id);
    key
}
