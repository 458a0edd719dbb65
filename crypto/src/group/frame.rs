//! The bytes that leave this device: what stands around an MLS message, so that its epoch is found without trying.
//!
//! Layout: version and kind 1 ‖ epoch 16 (sealed messages and commits only) ‖ the MLS message. The epoch named is the
//! one to open or build in; a wrong one only makes the MLS message fail.

use super::keys::{CommitId, EpochId, KeysError};
use crate::kdf::{self, Label};

/// The longest plaintext that is sealed.
pub const MAX_PLAINTEXT_BYTES: usize = 128 << 10;
/// The longest commit, Welcome, key package or sealed message that is read.
pub const MAX_FRAME_BYTES: usize = 256 << 10;

const SEALED: u8 = 0x11;
const COMMIT: u8 = 0x12;
const WELCOME: u8 = 0x13;
const KEY_PACKAGE: u8 = 0x14;
const ORDERS: u8 = 0x15;

/// The most orders a commit names.
pub(super) const MAX_ORDERS: usize = 64;

pub(super) fn sealed(epoch: EpochId, message: &[u8]) -> Vec<u8> {
    [&[SEALED], &epoch.0[..], message].concat()
}

pub(super) fn commit(parent: EpochId, message: &[u8]) -> Vec<u8> {
    [&[COMMIT], &parent.0[..], message].concat()
}

pub(super) fn key_package(message: &[u8]) -> Vec<u8> {
    [&[KEY_PACKAGE], message].concat()
}

pub(super) fn read_sealed(bytes: &[u8]) -> Result<(EpochId, &[u8]), KeysError> {
    in_epoch(SEALED, bytes)
}

pub(super) fn read_commit(bytes: &[u8]) -> Result<(EpochId, &[u8]), KeysError> {
    in_epoch(COMMIT, bytes)
}

pub(super) fn read_key_package(bytes: &[u8]) -> Result<&[u8], KeysError> {
    of_kind(KEY_PACKAGE, bytes)
}

/// A commit's name.
pub(super) fn commit_id(frame: &[u8]) -> CommitId {
    CommitId(kdf::hash16(Label::CommitId, &[frame]))
}

fn of_kind(kind: u8, bytes: &[u8]) -> Result<&[u8], KeysError> {
    match bytes.split_first() {
        Some((&first, rest)) if first == kind && bytes.len() <= MAX_FRAME_BYTES => Ok(rest),
        _ => Err(KeysError::Refused),
    }
}

fn in_epoch(kind: u8, bytes: &[u8]) -> Result<(EpochId, &[u8]), KeysError> {
    let (epoch, message) = of_kind(kind, bytes)?.split_first_chunk::<16>().ok_or(KeysError::Refused)?;
    Ok((EpochId(*epoch), message))
}

/// A Welcome and what its maker says of the commits around the epoch it opens, oldest first.
pub(super) fn welcome(message: &[u8], past: &[u8]) -> Vec<u8> {
    let length = u32::try_from(past.len()).unwrap_or(0);
    let past = if length == 0 { &[][..] } else { past };
    [&[WELCOME], &length.to_be_bytes()[..], past, message].concat()
}

/// Splits what [`welcome`] joined: (message, past).
pub(super) fn read_welcome(bytes: &[u8]) -> Result<(&[u8], &[u8]), KeysError> {
    let (length, rest) = of_kind(WELCOME, bytes)?.split_first_chunk::<4>().ok_or(KeysError::Refused)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| KeysError::Refused)?;
    let (past, message) = rest.split_at_checked(length).ok_or(KeysError::Refused)?;
    Ok((message, past))
}

/// The orders a commit names, as its authenticated data.
pub(super) fn orders(orders: &[crate::id::EntryId]) -> Vec<u8> {
    let mut bytes = vec![ORDERS];
    bytes.extend(orders.iter().flat_map(|order| order.0));
    bytes
}

pub(super) fn read_orders(bytes: &[u8]) -> Result<Vec<crate::id::EntryId>, KeysError> {
    let (ids, rest) = of_kind(ORDERS, bytes)?.as_chunks::<16>();
    if !rest.is_empty() || ids.len() > MAX_ORDERS {
        return Err(KeysError::Refused);
    }
    Ok(ids.iter().map(|id| crate::id::EntryId(*id)).collect())
}
