//! Who is writing just now. Nothing of it is kept.

use crypto::id::RoomId;
use net::room::Input;

use super::command::Outcome;
use super::event::Reply;
use super::home::Home;
use super::settings;
use super::turn::Turn;

impl Home {
    pub(super) fn set_typing(&mut self, turn: &mut Turn, room: RoomId, on: bool) -> Outcome {
        self.joined_room(room)?;
        if settings::typing(&self.settings) {
            self.drive(turn, room, Input::Typing { on });
        }
        Ok(Reply::Done {})
    }
}
