//! Planted faults: what a test may do to a machine's inputs and outputs to see whether the oracle notices.

use std::collections::BTreeMap;

use crypto::group::keys::{Keys, KeysError};
use crypto::id::RoomId;

use super::group::{ModelGroup, Seal, inspect};
use super::links::PeerIndex;
use crate::room::{Identity, Input, Outputs};

/// Stands between the world and its machines.
pub trait Meddle {
    /// Sees an input before the machine does; `false` swallows it.
    fn input(&mut self, _peer: PeerIndex, _input: &mut Input) -> bool {
        true
    }
    /// Sees what a machine gave before the world does it.
    fn outputs(&mut self, _peer: PeerIndex, _outputs: &mut Outputs) {}
    /// The most entries that one read of a peer's history gives.
    fn batch_limit(&self, _peer: PeerIndex) -> Option<usize> {
        None
    }
}

/// Meddles with nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Honest;

impl Meddle for Honest {}

/// Group keys that a world can make.
pub trait SimKeys: Keys + Sized {
    /// Of a new room.
    fn found(room: RoomId, identity: &Identity, seed: u64) -> Self;
    /// Of a joiner without any epoch.
    fn enter(room: RoomId, identity: &Identity, seed: u64) -> Self;
    /// From stored rows.
    ///
    /// # Errors
    /// [`KeysError::Internal`] where they don't decode.
    fn load(room: RoomId, identity: &Identity, seed: u64, rows: &BTreeMap<Vec<u8>, Vec<u8>>)
    -> Result<Self, KeysError>;

    /// What a sealed message is and who can open it, for an observer who holds no key; `None` where it cannot be told.
    fn inspect(_sealed: &[u8]) -> Option<Seal> {
        None
    }
}

impl SimKeys for ModelGroup {
    fn found(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::found(room, identity.device.id(), seed)
    }

    fn enter(room: RoomId, identity: &Identity, seed: u64) -> Self {
        Self::enter(room, identity.device.id(), seed)
    }

    fn load(
        room: RoomId,
        identity: &Identity,
        seed: u64,
        rows: &BTreeMap<Vec<u8>, Vec<u8>>,
    ) -> Result<Self, KeysError> {
        Self::load(room, identity.device.id(), seed, rows)
    }

    fn inspect(sealed: &[u8]) -> Option<Seal> {
        inspect(sealed)
    }
}
