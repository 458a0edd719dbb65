//! Commits: made here, taken from peers, and the choice among them.
//!
//! Both ways end alike. The work is done on a copy of the parent's rows; then the parent takes over how far its
//! ratchets moved, the copy becomes the child's rows, and the tip is chosen anew. A refused commit leaves nothing.

use std::collections::BTreeSet;

use openmls::prelude::{
    LeafNodeIndex, MlsGroup, ProcessedMessageContent, Proposal, ProtocolMessage, Sender, StagedCommit,
};

use super::keys::{Changed, CommitId, EpochId, KeysError, LeafChange, Roster};
use super::leaf::{self, Desk};
use super::rows::{Cell, Rows};
use super::tree::{Commit, Epoch};
use super::{Group, MAX_FRAME_BYTES, frame, internal, message, tree};
use crate::id::{DeviceId, EntryId};

impl Group {
    pub(super) fn choose_tip(&mut self, roster: &dyn Roster) -> bool {
        let moved = self.tree.tip(roster).is_some_and(|tip| self.set_tip(tip));
        if moved {
            let fallen = self.tree.prune(self.head.tip);
            for id in fallen.epochs {
                self.live.retain(|(held, _)| *held != id);
                self.sealed.remove(&id);
                let keys = self.rows.remove(&id).map(|rows| rows.keys()).unwrap_or_default();
                self.marks.forget_epoch(id, &keys);
            }
            for id in fallen.commits {
                self.marks.forget_commit(id);
            }
        }
        moved
    }

    pub(super) fn commit_change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError> {
        let parent = self.head.tip;
        let epoch = self.tree.epochs.get(&parent).ok_or(KeysError::Outside)?;
        if epoch.leaf(self.own.device).is_none() || !roster.lists(self.own.device) {
            return Err(KeysError::Outside);
        }
        let mut packages = Vec::new();
        let mut added = Vec::new();
        for bytes in add {
            let (package, certificate) = self.read_key_package(bytes)?;
            packages.push(package);
            added.push(certificate.device());
        }
        let change =
            LeafChange { committer: self.own.device, added, removed: remove.to_vec(), orders: orders.to_vec() };
        let removed = self.check(epoch, &change)?;
        if !is_update(&change) && !roster.allows(&change) {
            return Err(KeysError::Refused);
        }

        let rows = self.rows.get(&parent).ok_or(KeysError::Outside)?.clone();
        let mut mls = self.unpack(&rows)?;
        mls.set_aad(frame::orders(orders));
        let desk = Desk { crypto: &self.crypto, rows: &rows };
        let bundle = mls
            .commit_builder()
            .force_self_update(is_update(&change))
            .propose_adds(packages)
            .propose_removals(removed)
            .load_psks(&rows)
            .map_err(internal)?
            .build(&self.crypto, &self.crypto, &self.own, |_| true)
            .map_err(internal)?
            .stage_commit(&desk)
            .map_err(internal)?;
        let (commit, welcome, _) = bundle.into_messages();
        let bytes = frame::commit(parent, &commit.to_bytes().map_err(internal)?);
        let later = rows.clone();
        mls.merge_pending_commit(&Desk { crypto: &self.crypto, rows: &rows }).map_err(internal)?;
        let (id, _) = self.grow(parent, &later, (mls, rows), change, bytes)?;
        let welcome = match welcome {
            Some(welcome) => Some(frame::welcome(&welcome.to_bytes().map_err(internal)?, &self.hearsay())),
            None => None,
        };
        self.choose_tip(roster);
        Ok(Changed { commit: id, welcome })
    }

    pub(super) fn accept_commit(&mut self, bytes: &[u8], roster: &dyn Roster) -> Result<bool, KeysError> {
        let (parent, sealed) = frame::read_commit(bytes)?;
        let id = frame::commit_id(bytes);
        if self.tree.commits.get(&id).is_some_and(|commit| !commit.bytes.is_empty()) {
            return Ok(false);
        }
        if self.tree.commits.len() >= tree::MAX_COMMITS {
            return Err(KeysError::Refused);
        }
        let message = message::private(sealed)?;
        let epoch = self.tree.epochs.get(&parent).ok_or(KeysError::UnknownEpoch)?;
        let rows = self.rows.get(&parent).ok_or(KeysError::UnknownEpoch)?.clone();
        let mut mls = self.unpack(&rows)?;
        let desk = Desk { crypto: &self.crypto, rows: &rows };
        let processed = mls.process_message(&desk, ProtocolMessage::from(message)).map_err(|_| KeysError::Refused)?;
        let orders = frame::read_orders(processed.aad())?;
        let Sender::Member(committer) = *processed.sender() else { return Err(KeysError::Refused) };
        let ProcessedMessageContent::StagedCommitMessage(staged) = processed.into_content() else {
            return Err(KeysError::Refused);
        };
        let change = describe(epoch, committer, &staged, orders)?;
        self.check(epoch, &change)?;
        let commit = record(parent, epoch.number, &change, bytes.to_vec());
        if !self.tree.admits(&commit, roster) {
            return Err(KeysError::Refused);
        }

        let later = rows.clone();
        if staged.self_removed() {
            self.overtake(parent, &later);
            self.insert(id, commit);
        } else {
            mls.merge_staged_commit(&Desk { crypto: &self.crypto, rows: &rows }, *staged)
                .map_err(|_| KeysError::Refused)?;
            self.grow(parent, &later, (mls, rows), change, bytes.to_vec())?;
        }
        self.choose_tip(roster);
        Ok(true)
    }

    /// Checks a change against the leaves it is made on; the indices of the leaves it removes.
    fn check(&self, epoch: &Epoch, change: &LeafChange) -> Result<Vec<LeafNodeIndex>, KeysError> {
        let mut removed = BTreeSet::new();
        for device in &change.removed {
            let leaf = epoch.leaf(*device).ok_or(KeysError::Refused)?;
            if *device == change.committer || !removed.insert(leaf) {
                return Err(KeysError::Refused);
            }
        }
        let mut added = BTreeSet::new();
        for device in &change.added {
            let stays = epoch.leaf(*device).is_some() && !change.removed.contains(device);
            if stays || !added.insert(*device) {
                return Err(KeysError::Refused);
            }
        }
        if change.orders.len() > frame::MAX_ORDERS {
            return Err(KeysError::Refused);
        }
        Ok(removed.into_iter().map(LeafNodeIndex::new).collect())
    }

    /// Keeps a commit and the epoch it opens.
    fn grow(
        &mut self,
        parent: EpochId,
        later: &Rows,
        (mls, rows): (MlsGroup, Rows),
        change: LeafChange,
        bytes: Vec<u8>,
    ) -> Result<(CommitId, EpochId), KeysError> {
        if bytes.len() > MAX_FRAME_BYTES {
            return Err(KeysError::Internal("the commit is too long".to_owned()));
        }
        let number = self.tree.epochs.get(&parent).map_or(0, |epoch| epoch.number);
        let child = self.plant(mls, rows, 0)?;
        self.overtake(parent, later);
        let id = frame::commit_id(&bytes);
        self.insert(id, Commit { child, ..record(parent, number, &change, bytes) });
        Ok((id, child))
    }

    /// Moves an epoch's ratchets to where an attempt on a copy of its rows moved them.
    fn overtake(&mut self, parent: EpochId, later: &Rows) {
        if let Some(rows) = self.rows.get_mut(&parent) {
            rows.adopt(Cell::MessageSecrets, later);
        }
        self.live.retain(|(held, _)| *held != parent);
    }

    pub(super) fn insert(&mut self, id: CommitId, commit: Commit) {
        self.marks.commit(id, &commit);
        self.tree.commits.insert(id, commit);
    }
}

fn is_update(change: &LeafChange) -> bool {
    change.added.is_empty() && change.removed.is_empty()
}

fn record(parent: EpochId, parent_number: u64, change: &LeafChange, bytes: Vec<u8>) -> Commit {
    Commit {
        parent,
        child: EpochId(frame::commit_id(&bytes).0),
        number: parent_number.saturating_add(1),
        committer: change.committer,
        added: change.added.clone(),
        removed: change.removed.clone(),
        orders: change.orders.clone(),
        bytes,
    }
}

/// What a staged commit does; refused where it does anything but add, remove and renew the committer's own leaf.
fn describe(
    epoch: &Epoch,
    committer: LeafNodeIndex,
    staged: &StagedCommit,
    orders: Vec<EntryId>,
) -> Result<LeafChange, KeysError> {
    let committer = epoch.device(committer.u32()).ok_or(KeysError::Refused)?;
    let mut change = LeafChange { committer, added: Vec::new(), removed: Vec::new(), orders };
    for queued in staged.queued_proposals() {
        match queued.proposal() {
            Proposal::Add(add) => change.added.push(leaf::verify_leaf(add.key_package().leaf_node())?.device()),
            Proposal::Remove(remove) => {
                change.removed.push(epoch.device(remove.removed().u32()).ok_or(KeysError::Refused)?);
            }
            _ => return Err(KeysError::Refused),
        }
    }
    if let Some(renewed) = staged.update_path_leaf_node()
        && leaf::verify_leaf(renewed)?.device() != committer
    {
        return Err(KeysError::Refused);
    }
    Ok(change)
}
