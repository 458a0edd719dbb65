//! What a person began to write in a room and has not sent: kept beside the room, sealed under its key and erased with
//! it; of an ephemeral room in memory only.

use crypto::id::RoomId;
use crypto::secret::Personal;
use net::wire::body::MAX_TEXT_BYTES;

use super::command::Outcome;
use super::event::Reply;
use super::fault::Code;
use super::home::Home;
use super::record::Text;
use super::turn::Turn;
use crate::store::{Key, Tree};

/// Where a room's draft lives.
pub(super) fn key(room: RoomId) -> Key {
    Key::new(Tree::Draft, room.0)
}

impl Home {
    /// `message.draft`
    pub(super) fn draft(&self, room: RoomId) -> Outcome {
        let text = self.room(room)?.draft.clone().unwrap_or_default();
        Ok(Reply::Draft { text })
    }

    /// `message.set_draft`
    pub(super) fn set_draft(&mut self, turn: &mut Turn, id: RoomId, text: &Personal) -> Outcome {
        if text.expose().len() > MAX_TEXT_BYTES {
            return Err(Code::TextTooLong.into());
        }
        let text = (!text.expose().trim().is_empty()).then(|| text.clone());
        let held = self.room_mut(id)?;
        if held.draft == text {
            return Ok(Reply::Done {});
        }
        let (slot, ephemeral) = (held.slot(), held.ephemeral());
        held.draft.clone_from(&text);
        match text {
            Some(text) if !ephemeral => self.shelf.save(key(id), slot, &Text(text)),
            _ => self.shelf.delete(key(id)),
        }
        turn.stale.rooms = true;
        turn.stale.open = true;
        Ok(Reply::Done {})
    }

    /// Reads a room's draft when the profile opens.
    pub(super) fn load_draft(&mut self, id: RoomId) -> Result<(), Code> {
        let draft: Option<Text> = self.shelf.load(&key(id))?;
        if let Some(room) = self.rooms.get_mut(&id) {
            room.draft = draft.map(|text| text.0);
        }
        Ok(())
    }
}
