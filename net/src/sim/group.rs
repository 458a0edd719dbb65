//! A model of a room's group keys: the contract of [`Keys`] without any cryptography, exactly replayable.
//!
//! It keeps what matters to a room about MLS: epochs that fork, commits that only a holder of the parent epoch can
//! merge, messages that only a leaf of their epoch can open, message keys that work once, Welcomes made for one key
//! package. Possession of a secret stands for knowledge of it. The tip rule (`tree`) is written from the specification
//! and shares no code with the MLS implementation: it is the reference for it.
//!
//! Absent on purpose: secrecy. The bytes say in clear what they are, so that an observer of the simulated wire can
//! judge who could read what ([`inspect`]).

mod tree;
mod wire;

use std::collections::{BTreeMap, BTreeSet};

use crypto::group::keys::{Changed, CommitId, EpochId, KeyRow, Keys, KeysError, LeafChange, Opened, Roster};
use crypto::id::{DeviceId, EntryId, RoomId};
use zeroize::Zeroizing;

use tree::{Commit, Epoch, Tree};
use wire::{CommitBody, Meta, PackageBody, SealedBody, WelcomeBody, digest, pack, proves, unpack};

pub use wire::{Seal, inspect, inspect_package};

/// The largest plaintext that [`Keys::seal`] takes.
const MAX_PLAINTEXT_BYTES: usize = 128 * 1024;

/// The model group of one device in one room.
#[derive(Debug, Clone)]
pub struct ModelGroup {
    room: RoomId,
    device: DeviceId,
    seed: u64,
    meta: Meta,
    tree: Tree,
    packages: BTreeSet<[u8; 16]>,
    dirty: BTreeSet<Vec<u8>>,
}

impl ModelGroup {
    /// A new group whose only leaf is `device`.
    #[must_use]
    pub fn found(room: RoomId, device: DeviceId, seed: u64) -> Self {
        let mut group = Self::enter(room, device, seed);
        let secret = group.draw();
        let id = EpochId(digest(&[b"root", &room.0, &secret]));
        group.plant(Epoch::root(id, 0, secret, vec![Some(device)], 1));
        group.meta.roots = 1;
        group.meta.tip = id;
        group.touch(wire::META_ROW, &[]);
        group
    }

    /// A device that holds no epoch yet: it can make key packages and take a Welcome.
    #[must_use]
    pub fn enter(room: RoomId, device: DeviceId, seed: u64) -> Self {
        Self {
            room,
            device,
            seed,
            meta: Meta::default(),
            tree: Tree::default(),
            packages: BTreeSet::new(),
            dirty: BTreeSet::new(),
        }
    }

    /// The group as its stored rows tell it. `seed` is that of the new run: what was drawn but not stored before a
    /// crash is not drawn again.
    ///
    /// # Errors
    /// [`KeysError::Internal`] where a row doesn't decode.
    pub fn load(
        room: RoomId,
        device: DeviceId,
        seed: u64,
        rows: &BTreeMap<Vec<u8>, Vec<u8>>,
    ) -> Result<Self, KeysError> {
        let mut group = Self::enter(room, device, seed);
        let broken = || KeysError::Internal("a model row doesn't decode".to_owned());
        for (key, value) in rows {
            match key.split_first() {
                Some((&wire::META_ROW, _)) => group.meta = minicbor::decode(value).map_err(|_| broken())?,
                Some((&wire::EPOCH_ROW, _)) => group.tree.insert_epoch(minicbor::decode(value).map_err(|_| broken())?),
                Some((&wire::COMMIT_ROW, _)) => {
                    group.tree.insert_commit(minicbor::decode(value).map_err(|_| broken())?);
                }
                Some((&wire::PACKAGE_ROW, nonce)) => {
                    group.packages.insert(nonce.try_into().map_err(|_| broken())?);
                }
                _ => return Err(broken()),
            }
        }
        Ok(group)
    }

    /// Sixteen bytes that no other call of any device in any run draws.
    fn draw(&mut self) -> [u8; 16] {
        self.meta.draws += 1;
        self.touch(wire::META_ROW, &[]);
        digest(&[b"draw", &self.seed.to_be_bytes(), &self.room.0, &self.device.0, &self.meta.draws.to_be_bytes()])
    }

    fn touch(&mut self, kind: u8, id: &[u8]) {
        let mut key = vec![kind];
        key.extend_from_slice(id);
        self.dirty.insert(key);
    }

    fn plant(&mut self, epoch: Epoch) {
        self.touch(wire::EPOCH_ROW, &epoch.id.0);
        self.tree.insert_epoch(epoch);
    }

    fn tip_epoch(&self) -> Option<&Epoch> {
        self.tree.epoch(&self.meta.tip)
    }

    fn read_commit(bytes: &[u8]) -> Option<(CommitId, CommitBody)> {
        let (body, ..) = unpack::<CommitBody>(wire::COMMIT, bytes)?;
        Some((CommitId(digest(&[b"commit", bytes])), body))
    }

    /// Checks a commit against its parent epoch and adds it with the epoch it opens, where this device is in that.
    fn merge(&mut self, id: CommitId, body: CommitBody, bytes: &[u8]) -> Result<EpochId, KeysError> {
        let parent = self.tree.epoch(&body.parent).ok_or(KeysError::UnknownEpoch)?;
        if !proves(&parent.secret, bytes) {
            return Err(KeysError::Refused);
        }
        let CommitBody { committer, added, removed, orders, nonce, .. } = body;
        let (number, opens) = (parent.number + 1, EpochId(digest(&[b"epoch", &body.parent.0, &id.0])));
        let commit =
            Commit { id, parent: body.parent, opens, number, committer, added, removed, orders, bytes: bytes.to_vec() };
        let leaves = tree::changed_leaves(&parent.leaves, &commit.change()).ok_or(KeysError::Refused)?;
        let inside = leaves.contains(&Some(self.device));
        let epoch = Epoch::root(opens, number, digest(&[b"next", &parent.secret, &nonce]), leaves, 0);
        self.touch(wire::COMMIT_ROW, &id.0);
        self.tree.insert_commit(commit);
        if inside && self.tree.epoch(&opens).is_none() {
            self.plant(epoch);
        }
        Ok(opens)
    }

    /// Forgets what lies more than the horizon below the tip.
    fn prune(&mut self) {
        for key in self.tree.prune(&self.meta.tip) {
            self.dirty.insert(key);
        }
    }

    fn row(&self, key: &[u8]) -> Option<Vec<u8>> {
        let (kind, id) = key.split_first()?;
        let encoded = |value: Result<Vec<u8>, _>| value.ok();
        match *kind {
            wire::META_ROW => encoded(minicbor::to_vec(&self.meta)),
            wire::EPOCH_ROW => {
                let epoch = self.tree.epoch(&EpochId(id.try_into().ok()?))?;
                encoded(minicbor::to_vec(epoch))
            }
            wire::COMMIT_ROW => encoded(minicbor::to_vec(self.tree.commit(&CommitId(id.try_into().ok()?))?)),
            wire::PACKAGE_ROW => self.packages.contains(id).then(Vec::new),
            _ => None,
        }
    }

    /// The leaves that a key package list would add; `None` where one is damaged.
    fn read_packages(add: &[Vec<u8>]) -> Option<Vec<PackageBody>> {
        add.iter().map(|bytes| unpack::<PackageBody>(wire::PACKAGE, bytes).map(|(body, ..)| body)).collect()
    }

    fn welcome_for(&self, packages: Vec<PackageBody>, opened: &EpochId) -> Option<Vec<u8>> {
        let epoch = self.tree.epoch(opened)?;
        if packages.is_empty() {
            return None;
        }
        let body = WelcomeBody {
            epoch: epoch.id,
            number: epoch.number,
            secret: epoch.secret,
            leaves: epoch.leaves.clone(),
            packages,
            hearsay: self.tree.hearsay(),
        };
        Some(pack(wire::WELCOME, &body, &[]))
    }
}

impl Keys for ModelGroup {
    fn tip(&self) -> EpochId {
        self.meta.tip
    }

    fn leaves(&self) -> Vec<DeviceId> {
        self.tip_epoch().map(|epoch| epoch.leaves.iter().flatten().copied().collect()).unwrap_or_default()
    }

    fn seal(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError> {
        if plaintext.len() > MAX_PLAINTEXT_BYTES {
            return Err(KeysError::Internal("the plaintext is too long".to_owned()));
        }
        let (device, tip) = (self.device, self.tip());
        let epoch = self.tree.epoch_mut(&tip).ok_or(KeysError::Outside)?;
        let secret = epoch.secret;
        if epoch.leaves.iter().flatten().any(|leaf| !roster.lists(*leaf)) {
            return Err(KeysError::Excluded);
        }
        let body = SealedBody {
            epoch: epoch.id,
            sender: device,
            generation: epoch.sent,
            leaves: epoch.leaves.iter().flatten().copied().collect(),
            plaintext: plaintext.to_vec(),
        };
        epoch.sent += 1;
        self.touch(wire::EPOCH_ROW, &tip.0);
        Ok(pack(wire::SEALED, &body, &secret))
    }

    fn open(&mut self, sealed: &[u8]) -> Result<Opened, KeysError> {
        let (body, ..) = unpack::<SealedBody>(wire::SEALED, sealed).ok_or(KeysError::Refused)?;
        let (id, device) = (body.epoch, self.device);
        let epoch = self.tree.epoch_mut(&id).ok_or(KeysError::UnknownEpoch)?;
        if !proves(&epoch.secret, sealed) || !epoch.leaves.contains(&Some(body.sender)) {
            return Err(KeysError::Refused);
        }
        if body.sender == device {
            return Err(KeysError::Own);
        }
        epoch.spend(body.sender, body.generation).ok_or(KeysError::Refused)?;
        self.touch(wire::EPOCH_ROW, &id.0);
        Ok(Opened { sender: body.sender, plaintext: body.plaintext })
    }

    fn commits(&self) -> Vec<CommitId> {
        self.tree.commits_in_order()
    }

    fn commit_bytes(&self, commit: CommitId) -> Option<Vec<u8>> {
        self.tree.commit(&commit).map(|commit| commit.bytes.clone()).filter(|bytes| !bytes.is_empty())
    }

    fn accept(&mut self, commit: &[u8], roster: &dyn Roster) -> Result<bool, KeysError> {
        let (id, body) = Self::read_commit(commit).ok_or(KeysError::Refused)?;
        if self.tree.commit(&id).is_some_and(|held| !held.bytes.is_empty()) {
            return Ok(false);
        }
        if body.committer == self.device {
            return Err(KeysError::Own);
        }
        self.merge(id, body, commit)?;
        self.settle(roster);
        Ok(true)
    }

    fn settle(&mut self, roster: &dyn Roster) -> bool {
        let Some(tip) = self.tree.tip(roster) else { return false };
        let moved = tip != self.meta.tip;
        if moved {
            self.meta.tip = tip;
            self.touch(wire::META_ROW, &[]);
        }
        moved
    }

    fn change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError> {
        let packages = Self::read_packages(add).ok_or(KeysError::Refused)?;
        let nonce = self.draw();
        let parent = self.tip_epoch().ok_or(KeysError::Outside)?;
        let body = CommitBody {
            parent: parent.id,
            committer: self.device,
            added: packages.iter().map(|package| package.device).collect(),
            removed: remove.to_vec(),
            orders: orders.to_vec(),
            nonce,
        };
        let bytes = pack(wire::COMMIT, &body, &parent.secret);
        let (id, body) = Self::read_commit(&bytes).expect("what was packed unpacks");
        let (added, removed, orders) = (body.added.clone(), body.removed.clone(), body.orders.clone());
        let change = LeafChange { committer: self.device, added, removed, orders };
        if !tree::is_self_update(&change) && !roster.allows(&change) {
            return Err(KeysError::Refused);
        }
        let opens = self.merge(id, body, &bytes)?;
        let welcome = self.welcome_for(packages, &opens);
        self.settle(roster);
        Ok(Changed { commit: id, welcome })
    }

    fn key_package(&mut self) -> Result<Vec<u8>, KeysError> {
        let nonce = self.draw();
        self.packages.insert(nonce);
        self.touch(wire::PACKAGE_ROW, &nonce);
        Ok(pack(wire::PACKAGE, &PackageBody { device: self.device, nonce }, &[]))
    }

    fn package_device(&self, key_package: &[u8]) -> Result<DeviceId, KeysError> {
        inspect_package(key_package).ok_or(KeysError::Refused)
    }

    fn welcome(&mut self, welcome: &[u8], roster: &dyn Roster) -> Result<(), KeysError> {
        let (body, ..) = unpack::<WelcomeBody>(wire::WELCOME, welcome).ok_or(KeysError::Refused)?;
        let mine = |package: &&PackageBody| package.device == self.device && self.packages.contains(&package.nonce);
        let nonce = body.packages.iter().find(mine).ok_or(KeysError::Refused)?.nonce;
        if self.tree.epoch(&body.epoch).is_some() {
            return Err(KeysError::Refused);
        }
        self.packages.remove(&nonce);
        self.touch(wire::PACKAGE_ROW, &nonce);
        self.meta.roots += 1;
        self.plant(Epoch::root(body.epoch, body.number, body.secret, body.leaves, self.meta.roots));
        for told in body.hearsay {
            if self.tree.commit(&told.id).is_none() {
                self.touch(wire::COMMIT_ROW, &told.id.0);
                self.tree.insert_commit(told);
            }
        }
        self.settle(roster);
        Ok(())
    }

    fn sealed_in_tip(&self) -> u32 {
        self.tip_epoch().map_or(0, |epoch| epoch.sent)
    }

    fn take_rows(&mut self) -> Vec<KeyRow> {
        self.prune();
        let dirty = std::mem::take(&mut self.dirty);
        dirty.into_iter().map(|key| KeyRow { value: self.row(&key).map(Zeroizing::new), key }).collect()
    }
}

#[cfg(test)]
#[path = "group_tests.rs"]
mod tests;
