//! A room's group keys: MLS epochs and their forks, without any knowledge of who ought to be a member.
//!
//! [`keys`] is the contract with `net/room`; [`Group`] fulfils it with openmls. Every epoch a device was in stands by
//! itself, with one, newest, state, under the hash of its epoch authenticator. A commit never replaces an epoch: it
//! opens a child beside it, so that competing commits are just two children, both readable, of which `tree` chooses one
//! to seal in. A ratchet never moves backwards: what an attempt changed is taken over only as a whole, and only forward.
//!
//! In reading order: [`keys`], `tree` (the pure choice), `leaf` (settings, certificates), `rows` (what openmls stores),
//! `frame` (bytes that leave), then what [`Group`] does: `message`, `commit`, `join`, `stored`.
//!
//! Absent on purpose: orders, clocks, disk. openmls draws its own randomness from the operating system.

pub mod keys;

mod commit;
mod frame;
mod join;
mod leaf;
mod message;
mod rows;
mod stored;
mod tree;

use std::collections::BTreeMap;

use openmls::prelude::{GroupId, MlsGroup};
use openmls_libcrux_crypto::CryptoProvider;
use rand::CryptoRng;

pub use frame::{MAX_FRAME_BYTES, MAX_PLAINTEXT_BYTES};
pub use keys::{Changed, CommitId, EpochId, KeyRow, Keys, KeysError, LeafChange, Opened, Roster};
pub use tree::HORIZON_EPOCHS;

use crate::id::{DeviceId, EntryId, RoomId};
use crate::identity::{Certificate, DeviceKey};
use crate::kdf::{self, Label};
use join::Pouch;
use leaf::{Desk, Own};
use rows::Rows;
use stored::{Head, Marks};
use tree::{Epoch, Tree};

/// Groups kept unpacked: the tip and a few that stragglers and forks are read in.
const LIVE_GROUPS: usize = 4;

/// One device's group keys of one room.
pub struct Group {
    room: RoomId,
    own: Own,
    crypto: CryptoProvider,
    tree: Tree,
    rows: BTreeMap<EpochId, Rows>,
    /// Unpacked from `rows`, most recently used last.
    live: Vec<(EpochId, MlsGroup)>,
    sealed: BTreeMap<EpochId, u32>,
    pouch: Pouch,
    head: Head,
    marks: Marks,
}

impl Group {
    /// Founds the group of a new room, with this device as its only leaf.
    ///
    /// # Errors
    /// [`KeysError::Internal`], also where the certificate is another device's.
    pub fn found(
        room: RoomId,
        device: &DeviceKey,
        certificate: &Certificate,
        rng: &mut (impl CryptoRng + ?Sized),
    ) -> Result<Self, KeysError> {
        let mut group = Self::enter(room, device, certificate)?;
        let mut nonce = [0; 16];
        rng.fill_bytes(&mut nonce);
        group.head.group = group_id(room, nonce);
        let rows = Rows::default();
        let desk = Desk { crypto: &group.crypto, rows: &rows };
        let mls = leaf::founding()
            .with_group_id(GroupId::from_slice(&group.head.group))
            .build(&desk, &group.own, group.own.credential())
            .map_err(internal)?;
        let id = group.plant(mls, rows, 0)?;
        group.set_tip(id);
        Ok(group)
    }

    /// A device that holds no epoch yet: it makes key packages and waits for a Welcome.
    ///
    /// # Errors
    /// [`KeysError::Internal`], also where the certificate is another device's.
    pub fn enter(room: RoomId, device: &DeviceKey, certificate: &Certificate) -> Result<Self, KeysError> {
        Ok(Self {
            room,
            own: Own::new(device, certificate)?,
            crypto: CryptoProvider::new().map_err(internal)?,
            tree: Tree::default(),
            rows: BTreeMap::new(),
            live: Vec::new(),
            sealed: BTreeMap::new(),
            pouch: Pouch::default(),
            head: Head::default(),
            marks: Marks::default(),
        })
    }

    /// Keeps an epoch's state; from now on it only moves forward.
    fn plant(&mut self, mls: MlsGroup, mut rows: Rows, joined: u32) -> Result<EpochId, KeysError> {
        let id = epoch_id(&mls);
        if self.tree.epochs.contains_key(&id) {
            return Err(KeysError::Refused);
        }
        let epoch = Epoch { number: mls.epoch().as_u64(), leaves: leaf::leaves(&mls)?, joined };
        self.marks.epoch(id, &epoch);
        self.tree.epochs.insert(id, epoch);
        rows.mark_all();
        self.rows.insert(id, rows);
        self.keep_live(id, mls);
        Ok(id)
    }

    /// Takes a group out of the unpacked ones, or unpacks it; [`Self::keep_live`] puts it back.
    fn take_live(&mut self, id: EpochId) -> Result<MlsGroup, KeysError> {
        if let Some(at) = self.live.iter().position(|(held, _)| *held == id) {
            return Ok(self.live.remove(at).1);
        }
        self.unpack(self.rows.get(&id).ok_or(KeysError::UnknownEpoch)?)
    }

    fn keep_live(&mut self, id: EpochId, mls: MlsGroup) {
        if self.live.len() >= LIVE_GROUPS {
            let oldest = self.live.iter().position(|(held, _)| *held != self.head.tip).unwrap_or(0);
            self.live.remove(oldest);
        }
        self.live.push((id, mls));
    }

    /// The group of an epoch, read from its rows.
    fn unpack(&self, rows: &Rows) -> Result<MlsGroup, KeysError> {
        // The rows are one epoch's, whatever the group is called.
        MlsGroup::load(rows, &GroupId::from_slice(&self.head.group))
            .map_err(internal)?
            .ok_or_else(|| KeysError::Internal("an epoch's rows are incomplete".to_owned()))
    }

    fn set_tip(&mut self, tip: EpochId) -> bool {
        if self.head.tip == tip {
            return false;
        }
        self.head.tip = tip;
        self.marks.head(&self.head);
        true
    }
}

impl Keys for Group {
    fn tip(&self) -> EpochId {
        self.head.tip
    }

    fn leaves(&self) -> Vec<DeviceId> {
        let tip = self.tree.epochs.get(&self.head.tip);
        tip.map_or_else(Vec::new, |epoch| epoch.leaves.iter().map(|(_, device)| *device).collect())
    }

    fn seal(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError> {
        self.seal_in_tip(plaintext, roster)
    }

    fn open(&mut self, sealed: &[u8]) -> Result<Opened, KeysError> {
        self.open_anywhere(sealed)
    }

    fn commits(&self) -> Vec<CommitId> {
        self.tree.in_order()
    }

    fn commit_bytes(&self, commit: CommitId) -> Option<Vec<u8>> {
        self.tree.commits.get(&commit).map(|commit| commit.bytes.clone()).filter(|bytes| !bytes.is_empty())
    }

    fn accept(&mut self, commit: &[u8], roster: &dyn Roster) -> Result<bool, KeysError> {
        self.accept_commit(commit, roster)
    }

    fn settle(&mut self, roster: &dyn Roster) -> bool {
        self.choose_tip(roster)
    }

    fn change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError> {
        self.commit_change(add, remove, orders, roster)
    }

    fn key_package(&mut self) -> Result<Vec<u8>, KeysError> {
        self.make_key_package()
    }

    fn package_device(&self, key_package: &[u8]) -> Result<DeviceId, KeysError> {
        self.read_key_package(key_package).map(|(_, certificate)| certificate.device())
    }

    fn welcome(&mut self, welcome: &[u8], roster: &dyn Roster) -> Result<(), KeysError> {
        self.take_welcome(welcome, roster)
    }

    fn sealed_in_tip(&self) -> u32 {
        self.sealed.get(&self.head.tip).copied().unwrap_or(0)
    }

    fn take_rows(&mut self) -> Vec<KeyRow> {
        self.drain_rows()
    }
}

impl std::fmt::Debug for Group {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Group({}, {} epochs, tip {:?})", self.room, self.tree.epochs.len(), self.head.tip)
    }
}

/// MLS's name of a room's group: a nonce and its hash with the room. It shows no room, yet binds to one.
fn group_id(room: RoomId, nonce: [u8; 16]) -> Vec<u8> {
    [nonce, kdf::hash16(Label::GroupId, &[&room.0, &nonce])].concat()
}

fn is_of_room(room: RoomId, id: &[u8]) -> bool {
    id.first_chunk().is_some_and(|nonce| group_id(room, *nonce) == id)
}

fn epoch_id(mls: &MlsGroup) -> EpochId {
    EpochId(kdf::hash16(Label::EpochId, &[mls.epoch_authenticator().as_slice()]))
}

fn internal(error: impl std::fmt::Debug) -> KeysError {
    KeysError::Internal(format!("{error:?}"))
}

#[cfg(test)]
#[path = "group_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "fork_tests.rs"]
mod fork_tests;

#[cfg(test)]
#[path = "hostile_tests.rs"]
mod hostile_tests;
