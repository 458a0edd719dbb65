//! Sealing in the tip, opening in any kept epoch.

use openmls::prelude::tls_codec::DeserializeBytes as _;
use openmls::prelude::{
    ContentType, MlsGroup, MlsMessageBodyIn, MlsMessageIn, PrivateMessageIn, ProcessedMessageContent, ProtocolMessage,
    Sender,
};

use super::keys::{EpochId, KeysError, Opened, Roster};
use super::leaf::Desk;
use super::{Group, MAX_PLAINTEXT_BYTES, frame, internal};

impl Group {
    pub(super) fn seal_in_tip(&mut self, plaintext: &[u8], roster: &dyn Roster) -> Result<Vec<u8>, KeysError> {
        let tip = self.head.tip;
        let epoch = self.tree.epochs.get(&tip).ok_or(KeysError::Outside)?;
        if epoch.leaf(self.own.device).is_none() || !roster.lists(self.own.device) {
            return Err(KeysError::Outside);
        }
        if epoch.leaves.iter().any(|(_, device)| !roster.lists(*device)) {
            return Err(KeysError::Excluded);
        }
        if plaintext.len() > MAX_PLAINTEXT_BYTES {
            return Err(KeysError::Internal("the plaintext is too long".to_owned()));
        }
        let mut mls = self.take_live(tip)?;
        let rows = self.rows.get(&tip).ok_or(KeysError::Outside)?;
        let desk = Desk { crypto: &self.crypto, rows };
        // On failure the unpacked group is dropped: the rows say where the ratchet stands.
        let message =
            mls.create_message(&desk, &self.own, plaintext).map_err(internal)?.to_bytes().map_err(internal)?;
        self.keep_live(tip, mls);
        let count = self.sealed.entry(tip).or_insert(0);
        *count = count.saturating_add(1);
        self.marks.sealed(tip, *count);
        Ok(frame::sealed(tip, &message))
    }

    pub(super) fn open_anywhere(&mut self, sealed: &[u8]) -> Result<Opened, KeysError> {
        let (epoch, message) = frame::read_sealed(sealed)?;
        let message = private(message)?;
        if !self.tree.epochs.contains_key(&epoch) {
            return Err(KeysError::UnknownEpoch);
        }
        let mut mls = self.take_live(epoch)?;
        let opened = self.open_in(epoch, &mut mls, message);
        self.keep_live(epoch, mls);
        opened
    }

    fn open_in(&self, epoch: EpochId, mls: &mut MlsGroup, message: PrivateMessageIn) -> Result<Opened, KeysError> {
        let message = ProtocolMessage::from(message);
        if message.content_type() != ContentType::Application {
            return Err(KeysError::Refused);
        }
        let rows = self.rows.get(&epoch).ok_or(KeysError::UnknownEpoch)?;
        let desk = Desk { crypto: &self.crypto, rows };
        let processed = mls.process_message(&desk, message).map_err(|_| KeysError::Refused)?;
        let Sender::Member(leaf) = *processed.sender() else { return Err(KeysError::Refused) };
        let sender = self.tree.epochs.get(&epoch).and_then(|epoch| epoch.device(leaf.u32()));
        match processed.into_content() {
            ProcessedMessageContent::ApplicationMessage(message) => {
                Ok(Opened { sender: sender.ok_or(KeysError::Refused)?, plaintext: message.into_bytes() })
            }
            ProcessedMessageContent::OwnPrivateMessage => Err(KeysError::Own),
            _ => Err(KeysError::Refused),
        }
    }
}

/// The private message that these bytes are, all of them.
pub(super) fn private(bytes: &[u8]) -> Result<PrivateMessageIn, KeysError> {
    match MlsMessageIn::tls_deserialize_exact_bytes(bytes).map_err(|_| KeysError::Refused)?.extract() {
        MlsMessageBodyIn::PrivateMessage(message) => Ok(message),
        _ => Err(KeysError::Refused),
    }
}
