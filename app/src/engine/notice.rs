//! Who is told that a message is there: the person's own wishes, and what they have before their eyes. A notice names
//! a room and never what was written or by whom; the faces decide how it is shown.

use crypto::id::RoomId;

use super::event::Event;
use super::fault::Fault;
use super::home::Home;
use super::turn::Turn;

impl Home {
    /// A message of another came into the room.
    pub(super) fn notice(&self, turn: &mut Turn, id: RoomId) {
        let quiet = self.rooms.get(&id).is_none_or(|room| room.kept.quiet == Some(true));
        let wanted = self.settings.notifications.unwrap_or(true);
        // What arrives together is told once.
        let told = turn.events.iter().any(|event| matches!(event, Event::NoticeMessage { room } if *room == id));
        if wanted && !quiet && !told && (self.hidden || !self.looking.at(id)) {
            turn.tell(Event::NoticeMessage { room: id });
        }
    }

    /// `room.set_notifications`
    pub(super) fn set_notifications(&mut self, turn: &mut Turn, id: RoomId, on: bool) -> Result<(), Fault> {
        let room = self.room_mut(id)?;
        room.kept.quiet = (!on).then_some(true);
        room.changed = true;
        turn.stale.rooms = true;
        Ok(())
    }
}

#[cfg(test)]
#[path = "notice_tests.rs"]
mod tests;
