//! The rows of one epoch: what openmls stores for it, held in memory, with what changed since it was last written.
//!
//! Each [`Rows`] belongs to exactly one epoch (or one key package, or one attempt), so the group id that openmls
//! repeats in every key is left out, and copying an epoch is copying its rows. Values are CBOR. openmls writes through
//! `&self`, hence the cell; a `Rows` is used by one thread.
//!
//! Absent on purpose: queued and update proposals (commits carry theirs inline), signature keys (the device's own), external
//! pre-shared keys, and any disk.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use openmls_traits::storage::{CURRENT_VERSION as V, StorageProvider, traits};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

/// A value that openmls stored cannot be written or read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum RowsError {
    #[error("Cannot encode a stored value")]
    Encode,
    #[error("Cannot decode a stored value")]
    Decode,
    #[error("Cannot store what Hearth never stores")]
    Unused,
}

/// What a row holds: the first byte of its key. Numbers are stored, so they never change meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Cell {
    Config = 1,
    Tree = 3,
    TranscriptHash = 4,
    Context = 5,
    ConfirmationTag = 6,
    State = 7,
    MessageSecrets = 8,
    ResumptionPsks = 9,
    OwnIndex = 10,
    EpochSecrets = 11,
    EncryptionKey = 12,
    EpochKeys = 13,
    KeyPackage = 14,
}

#[derive(Clone, Default)]
struct Inner {
    values: BTreeMap<Vec<u8>, Zeroizing<Vec<u8>>>,
    dirty: BTreeSet<Vec<u8>>,
}

/// A row and its value; `None` where it is gone.
pub(super) type Change = (Vec<u8>, Option<Zeroizing<Vec<u8>>>);

/// The rows of one epoch.
#[derive(Clone, Default)]
pub(super) struct Rows(RefCell<Inner>);

impl Rows {
    /// A row as it was stored.
    pub(super) fn restore(&mut self, key: Vec<u8>, value: Zeroizing<Vec<u8>>) {
        self.0.get_mut().values.insert(key, value);
    }

    /// Takes over one cell's rows from a later state of the same epoch.
    pub(super) fn adopt(&mut self, cell: Cell, later: &Self) {
        let later = later.0.borrow();
        for (key, value) in later.values.iter().filter(|(key, _)| key.first() == Some(&(cell as u8))) {
            self.set(key.clone(), value.clone());
        }
    }

    /// Takes out what one cell holds, without marking it.
    pub(super) fn split_off(&mut self, cell: Cell) -> Self {
        let inner = self.0.get_mut();
        let taken: Vec<_> = inner.values.keys().filter(|key| key.first() == Some(&(cell as u8))).cloned().collect();
        let mut other = Self::default();
        for key in taken {
            inner.dirty.remove(&key);
            if let Some(value) = inner.values.remove(&key) {
                other.restore(key, value);
            }
        }
        other
    }

    /// Every row there is, to be stored anew.
    pub(super) fn mark_all(&mut self) {
        let inner = self.0.get_mut();
        inner.dirty = inner.values.keys().cloned().collect();
    }

    /// Keys of all rows.
    pub(super) fn keys(&self) -> Vec<Vec<u8>> {
        self.0.borrow().values.keys().cloned().collect()
    }

    /// The rows changed since the last call; `None` where one is gone.
    pub(super) fn take_dirty(&mut self) -> Vec<Change> {
        let inner = self.0.get_mut();
        let dirty = std::mem::take(&mut inner.dirty);
        dirty.into_iter().map(|key| (key.clone(), inner.values.get(&key).cloned())).collect()
    }

    /// Every row, keys in order.
    pub(super) fn all(&self) -> Vec<(Vec<u8>, Zeroizing<Vec<u8>>)> {
        self.0.borrow().values.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    fn set(&self, key: Vec<u8>, value: Zeroizing<Vec<u8>>) {
        let mut inner = self.0.borrow_mut();
        if inner.values.get(&key).is_none_or(|old| **old != *value) {
            inner.dirty.insert(key.clone());
            inner.values.insert(key, value);
        }
    }

    fn put<T: Serialize + ?Sized>(&self, key: Vec<u8>, value: &T) -> Result<(), RowsError> {
        let value = minicbor_serde::to_vec(value).map_err(|_| RowsError::Encode)?;
        self.set(key, Zeroizing::new(value));
        Ok(())
    }

    fn get<T: DeserializeOwned>(&self, key: &[u8]) -> Result<Option<T>, RowsError> {
        let inner = self.0.borrow();
        inner.values.get(key).map(|value| minicbor_serde::from_slice(value).map_err(|_| RowsError::Decode)).transpose()
    }

    fn remove(&self, key: &[u8]) {
        let mut inner = self.0.borrow_mut();
        if inner.values.remove(key).is_some() {
            inner.dirty.insert(key.to_vec());
        }
    }
}

/// The key of a cell of which an epoch has one.
fn only(cell: Cell) -> Vec<u8> {
    vec![cell as u8]
}

/// The key of a cell of which an epoch has several.
fn of<K: Serialize>(cell: Cell, name: &K) -> Result<Vec<u8>, RowsError> {
    let mut key = only(cell);
    minicbor_serde::to_vec(name).map(|name| key.extend(name)).map_err(|_| RowsError::Encode)?;
    Ok(key)
}

/// A method that writes the one value of a cell.
macro_rules! write {
    ($($name:ident: $kind:ident => $cell:ident),* $(,)?) => {$(
        fn $name<G: traits::GroupId<V>, T: traits::$kind<V>>(&self, _: &G, value: &T) -> Result<(), RowsError> {
            self.put(only(Cell::$cell), value)
        }
    )*};
}

/// A method that reads the one value of a cell.
macro_rules! read {
    ($($name:ident: $kind:ident => $cell:ident),* $(,)?) => {$(
        fn $name<G: traits::GroupId<V>, T: traits::$kind<V>>(&self, _: &G) -> Result<Option<T>, RowsError> {
            self.get(&only(Cell::$cell))
        }
    )*};
}

/// A method that deletes the one value of a cell.
macro_rules! delete {
    ($($name:ident => $cell:ident),* $(,)?) => {$(
        fn $name<G: traits::GroupId<V>>(&self, _: &G) -> Result<(), RowsError> {
            self.remove(&only(Cell::$cell));
            Ok(())
        }
    )*};
}

impl StorageProvider<V> for Rows {
    type Error = RowsError;

    write! {
        write_mls_join_config: MlsGroupJoinConfig => Config,
        write_tree: TreeSync => Tree,
        write_interim_transcript_hash: InterimTranscriptHash => TranscriptHash,
        write_context: GroupContext => Context,
        write_confirmation_tag: ConfirmationTag => ConfirmationTag,
        write_message_secrets: MessageSecrets => MessageSecrets,
        write_resumption_psk_store: ResumptionPskStore => ResumptionPsks,
        write_own_leaf_index: LeafNodeIndex => OwnIndex,
        write_group_epoch_secrets: GroupEpochSecrets => EpochSecrets,
    }

    read! {
        mls_group_join_config: MlsGroupJoinConfig => Config,
        tree: TreeSync => Tree,
        group_context: GroupContext => Context,
        interim_transcript_hash: InterimTranscriptHash => TranscriptHash,
        confirmation_tag: ConfirmationTag => ConfirmationTag,
        message_secrets: MessageSecrets => MessageSecrets,
        resumption_psk_store: ResumptionPskStore => ResumptionPsks,
        own_leaf_index: LeafNodeIndex => OwnIndex,
        group_epoch_secrets: GroupEpochSecrets => EpochSecrets,
    }

    delete! {
        delete_group_config => Config,
        delete_tree => Tree,
        delete_confirmation_tag => ConfirmationTag,
        delete_group_state => State,
        delete_context => Context,
        delete_interim_transcript_hash => TranscriptHash,
        delete_message_secrets => MessageSecrets,
        delete_all_resumption_psk_secrets => ResumptionPsks,
        delete_own_leaf_index => OwnIndex,
        delete_group_epoch_secrets => EpochSecrets,
    }

    fn write_group_state<T: traits::GroupState<V>, G: traits::GroupId<V>>(
        &self,
        _: &G,
        value: &T,
    ) -> Result<(), RowsError> {
        self.put(only(Cell::State), value)
    }

    fn group_state<T: traits::GroupState<V>, G: traits::GroupId<V>>(&self, _: &G) -> Result<Option<T>, RowsError> {
        self.get(&only(Cell::State))
    }

    fn append_own_leaf_node<G: traits::GroupId<V>, T: traits::LeafNode<V>>(
        &self,
        _: &G,
        _: &T,
    ) -> Result<(), RowsError> {
        Err(RowsError::Unused)
    }

    fn delete_own_leaf_nodes<G: traits::GroupId<V>>(&self, _: &G) -> Result<(), RowsError> {
        Ok(())
    }

    fn own_leaf_nodes<G: traits::GroupId<V>, T: traits::LeafNode<V>>(&self, _: &G) -> Result<Vec<T>, RowsError> {
        Ok(Vec::new())
    }

    fn queue_proposal<G: traits::GroupId<V>, R: traits::ProposalRef<V>, P: traits::QueuedProposal<V>>(
        &self,
        _: &G,
        _: &R,
        _: &P,
    ) -> Result<(), RowsError> {
        Err(RowsError::Unused)
    }

    fn queued_proposal_refs<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(
        &self,
        _: &G,
    ) -> Result<Vec<R>, RowsError> {
        Ok(Vec::new())
    }

    fn queued_proposals<G: traits::GroupId<V>, R: traits::ProposalRef<V>, P: traits::QueuedProposal<V>>(
        &self,
        _: &G,
    ) -> Result<Vec<(R, P)>, RowsError> {
        Ok(Vec::new())
    }

    fn remove_proposal<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(&self, _: &G, _: &R) -> Result<(), RowsError> {
        Ok(())
    }

    fn clear_proposal_queue<G: traits::GroupId<V>, R: traits::ProposalRef<V>>(&self, _: &G) -> Result<(), RowsError> {
        Ok(())
    }

    fn write_signature_key_pair<K: traits::SignaturePublicKey<V>, T: traits::SignatureKeyPair<V>>(
        &self,
        _: &K,
        _: &T,
    ) -> Result<(), RowsError> {
        Err(RowsError::Unused)
    }

    fn signature_key_pair<K: traits::SignaturePublicKey<V>, T: traits::SignatureKeyPair<V>>(
        &self,
        _: &K,
    ) -> Result<Option<T>, RowsError> {
        Ok(None)
    }

    fn delete_signature_key_pair<K: traits::SignaturePublicKey<V>>(&self, _: &K) -> Result<(), RowsError> {
        Ok(())
    }

    fn write_encryption_key_pair<K: traits::EncryptionKey<V>, T: traits::HpkeKeyPair<V>>(
        &self,
        key: &K,
        pair: &T,
    ) -> Result<(), RowsError> {
        self.put(of(Cell::EncryptionKey, key)?, pair)
    }

    fn encryption_key_pair<T: traits::HpkeKeyPair<V>, K: traits::EncryptionKey<V>>(
        &self,
        key: &K,
    ) -> Result<Option<T>, RowsError> {
        self.get(&of(Cell::EncryptionKey, key)?)
    }

    fn delete_encryption_key_pair<K: traits::EncryptionKey<V>>(&self, key: &K) -> Result<(), RowsError> {
        self.remove(&of(Cell::EncryptionKey, key)?);
        Ok(())
    }

    fn write_encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>, T: traits::HpkeKeyPair<V>>(
        &self,
        _: &G,
        epoch: &E,
        leaf: u32,
        pairs: &[T],
    ) -> Result<(), RowsError> {
        self.put(of(Cell::EpochKeys, &(epoch, leaf))?, pairs)
    }

    fn encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>, T: traits::HpkeKeyPair<V>>(
        &self,
        _: &G,
        epoch: &E,
        leaf: u32,
    ) -> Result<Vec<T>, RowsError> {
        Ok(self.get(&of(Cell::EpochKeys, &(epoch, leaf))?)?.unwrap_or_default())
    }

    fn delete_encryption_epoch_key_pairs<G: traits::GroupId<V>, E: traits::EpochKey<V>>(
        &self,
        _: &G,
        epoch: &E,
        leaf: u32,
    ) -> Result<(), RowsError> {
        self.remove(&of(Cell::EpochKeys, &(epoch, leaf))?);
        Ok(())
    }

    fn write_key_package<R: traits::HashReference<V>, T: traits::KeyPackage<V>>(
        &self,
        reference: &R,
        package: &T,
    ) -> Result<(), RowsError> {
        self.put(of(Cell::KeyPackage, reference)?, package)
    }

    fn key_package<R: traits::HashReference<V>, T: traits::KeyPackage<V>>(
        &self,
        reference: &R,
    ) -> Result<Option<T>, RowsError> {
        self.get(&of(Cell::KeyPackage, reference)?)
    }

    fn delete_key_package<R: traits::HashReference<V>>(&self, reference: &R) -> Result<(), RowsError> {
        self.remove(&of(Cell::KeyPackage, reference)?);
        Ok(())
    }

    fn write_psk<I: traits::PskId<V>, T: traits::PskBundle<V>>(&self, _: &I, _: &T) -> Result<(), RowsError> {
        Err(RowsError::Unused)
    }

    fn psk<T: traits::PskBundle<V>, I: traits::PskId<V>>(&self, _: &I) -> Result<Option<T>, RowsError> {
        Ok(None)
    }

    fn delete_psk<I: traits::PskId<V>>(&self, _: &I) -> Result<(), RowsError> {
        Ok(())
    }
}
