//! What a room asks of its group keys, and what the keys ask of a room's orders.
//!
//! [`Keys`] is implemented by the MLS group of this crate and by the simulation's model group. [`Roster`] is the
//! verdict of the room's orders, computed by `net/room`: this crate knows no orders.

use std::fmt;

use crate::id::{DeviceId, EntryId, MemberId};

/// Names one epoch of one branch: the first 16 bytes of the hash of its MLS epoch authenticator.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, minicbor::Encode, minicbor::Decode)]
#[cbor(transparent)]
pub struct EpochId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

/// Names a commit: the first 16 bytes of the hash of its bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, minicbor::Encode, minicbor::Decode)]
#[cbor(transparent)]
pub struct CommitId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

impl fmt::Debug for EpochId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EpochId({})", data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for CommitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CommitId({})", data_encoding::HEXLOWER.encode(&self.0))
    }
}

/// One row of key state to be stored with the next `Persist`: `None` deletes it. Values may exceed 64 KiB; the store
/// chunks them.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Unique within the room.
    pub key: Vec<u8>,
    /// Secret key material.
    pub value: Option<zeroize::Zeroizing<Vec<u8>>>,
}

impl fmt::Debug for KeyRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRow({} bytes)", self.value.as_ref().map_or(0, |value| value.len()))
    }
}

/// A leaf-set change that a commit makes, and the orders that its author names as the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeafChange {
    /// Whose device committed.
    pub committer: DeviceId,
    /// Devices whose leaves are added.
    pub added: Vec<DeviceId>,
    /// Devices whose leaves are removed.
    pub removed: Vec<DeviceId>,
    /// Orders named in the commit's authenticated data.
    pub orders: Vec<EntryId>,
}

/// The verdict of the room's orders.
pub trait Roster {
    /// The member a device belongs to; `None` where the orders list no such device.
    fn member(&self, device: DeviceId) -> Option<MemberId>;
    /// Whether the orders now list the device as one of a present member. A leaf of any other device is excluded.
    fn lists(&self, device: DeviceId) -> bool;
    /// Whether the named orders are held and justify the change. It judges the change, not whether the committer is
    /// still present: a commit whose committer was removed *afterwards* must stay allowed, or everything built on it
    /// would fall. Never asked about a self-update (nothing added, nothing removed): of those, the keys themselves
    /// refuse the ones that only an excluded device built upon.
    fn allows(&self, change: &LeafChange) -> bool;
    /// Higher outranks lower: 0 observer, 1 member, 2 moderator, 3 owner.
    fn rank(&self, member: MemberId) -> u8;
}

/// A sealed message that was opened.
#[derive(Debug, PartialEq, Eq)]
pub struct Opened {
    /// Whose device sealed it: the transmitter, not always the author of what is inside.
    pub sender: DeviceId,
    /// What was inside.
    pub plaintext: Vec<u8>,
}

/// The outcome of [`Keys::change`].
#[derive(Debug, PartialEq, Eq)]
pub struct Changed {
    /// The new commit, already merged here.
    pub commit: CommitId,
    /// For the added devices, the ratchet tree included; `None` where none was added.
    pub welcome: Option<Vec<u8>>,
}

/// Why key work was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// Sealed in, or built on, an epoch that this device doesn't hold (yet, or any more).
    #[error("Cannot use an epoch that is not held")]
    UnknownEpoch,
    /// Malformed, forged, replayed, or sealed by somebody who is no member of that epoch.
    #[error("Cannot accept hostile or damaged bytes")]
    Refused,
    /// Sealed by this device itself.
    #[error("Cannot open what this device sealed itself")]
    Own,
    /// The tip holds a leaf that the orders exclude: the leaf must be removed by a commit before anything is sealed.
    #[error("Cannot seal to an excluded leaf")]
    Excluded,
    /// This device is no leaf of the tip.
    #[error("Cannot seal: this device is not in the group")]
    Outside,
    /// A fault of our own or of a library.
    #[error("Cannot complete the key operation: {0}")]
    Internal(String),
}

/// A room's group keys: a tree of epochs joined by commits, of which one, the tip, is sealed in.
///
/// Reading and sending differ on purpose: a commit is merged *for reading* as soon as it is MLS-valid, so that the
/// orders which justify it can be read from the epoch it opens; only justified branches can become the tip. The tip is
/// a pure function of the commits held and the roster (facts: oldest kept epoch down, at each fork the child whose
/// subtree has a tip with fewest excluded leaves, most distinct committing members, higher-ranked first committer,
/// smallest commit id).
///
/// Every method that changes state leaves rows for [`Keys::take_rows`]; the caller stores them *before* it sends
/// anything the method returned. State never moves backwards.
pub trait Keys {
    /// The epoch that is sealed in.
    fn tip(&self) -> EpochId;
    /// Devices that are leaves of the tip, in leaf order.
    fn leaves(&self) -> Vec<DeviceId>;
    /// Seals for all leaves of the tip, at most 128 KiB.
    ///
    /// # Errors
    /// [`KeysError::Excluded`], [`KeysError::Outside`].
    fn seal(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError>;
    /// Opens in whichever kept epoch it was sealed.
    ///
    /// # Errors
    /// [`KeysError::UnknownEpoch`], [`KeysError::Refused`], [`KeysError::Own`].
    fn open(&mut self, sealed: &[u8]) -> Result<Opened, KeysError>;
    /// Kept commits, parents before children; at most a few hundred.
    fn commits(&self) -> Vec<CommitId>;
    /// The bytes of a kept commit, to pass on.
    fn commit_bytes(&self, commit: CommitId) -> Option<Vec<u8>>;
    /// Takes a commit from a peer; `false` where it was held already.
    ///
    /// # Errors
    /// [`KeysError::UnknownEpoch`] where its parent isn't held, [`KeysError::Refused`].
    fn accept(&mut self, commit: &[u8], roster: &dyn Roster) -> Result<bool, KeysError>;
    /// Chooses the tip anew after the orders changed; `true` where it moved.
    fn settle(&mut self, roster: &dyn Roster) -> bool;
    /// Commits a leaf-set change on the tip and merges it. Removals of excluded leaves come along by themselves only
    /// where named in `remove`. With both lists empty it is a self-update. A device may be named in `remove` and have
    /// a key package in `add`: it enters again with a new leaf.
    ///
    /// # Errors
    /// [`KeysError::Refused`] where a key package is invalid or the roster doesn't allow the change,
    /// [`KeysError::Outside`].
    fn change(
        &mut self,
        add: &[Vec<u8>],
        remove: &[DeviceId],
        orders: &[EntryId],
        roster: &dyn Roster,
    ) -> Result<Changed, KeysError>;
    /// A fresh key package of this device, to join (again) with; its private half is among the rows.
    ///
    /// # Errors
    /// [`KeysError::Internal`].
    fn key_package(&mut self) -> Result<Vec<u8>, KeysError>;
    /// Whose device a key package (of anybody) was made by, its signature, certificate and suite checked: to be
    /// compared with the orders before [`Keys::change`] adds it.
    ///
    /// # Errors
    /// [`KeysError::Refused`].
    fn package_device(&self, key_package: &[u8]) -> Result<DeviceId, KeysError>;
    /// Takes a Welcome made for one of this device's key packages; the epoch it opens joins the tree as a root. The
    /// key package is used up. Earlier roots stay readable; the tip moves to the newer root.
    ///
    /// # Errors
    /// [`KeysError::Refused`] where it was made for no key package held, or opens an epoch already held: state is
    /// never replaced.
    fn welcome(&mut self, welcome: &[u8], roster: &dyn Roster) -> Result<(), KeysError>;
    /// How many messages this device sealed in the tip; past about 1,000 the room commits a self-update.
    fn sealed_in_tip(&self) -> u32;
    /// The rows changed since the last call, to be stored in one batch with (and before) whatever was returned since.
    /// An epoch that fell below the horizon of 32 leaves rows that delete it.
    fn take_rows(&mut self) -> Vec<KeyRow>;
}
