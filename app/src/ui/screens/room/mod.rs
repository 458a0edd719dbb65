//! Rooms: the list, one room, what it is about, making one, inviting to one and joining one.
//!
//! [`RoomScreen`] is the room itself: `stream` moves through its messages, `line` draws one, `actions` what can be done with one, `compose` the
//! field below. The others are pages of their own.

mod about;
mod actions;
mod compose;
mod delivery;
mod find;
mod found;
mod invite;
mod join;
mod line;
mod list;
mod member;
mod state;
mod stream;
mod told;
mod view;
mod words;

#[cfg(test)]
mod history_tests;

pub use about::About;
pub use find::Find;
pub use found::NewRoom;
pub use invite::Invite;
pub(super) use invite::link_card;
pub use join::Join;
pub use list::Rooms;
pub(super) use list::show_row;
pub use member::MemberPage;
pub use state::RoomScreen;
pub(super) use words::Spoken;

use crate::engine::snapshot::{Refusal, RoomState, RoomView};
use crate::ui::look::Look;
use crate::ui::text::Icon;

/// A room's title, or what stands in for it while it is not known.
pub(super) fn title(look: &Look<'_>, room: &RoomView) -> String {
    if room.title.expose().is_empty() { look.t("room-untitled") } else { room.title.expose().to_owned() }
}

/// The pictogram of how one stands in a room: an hourglass is for what goes on by itself.
pub(super) const fn standing_icon(state: RoomState) -> Icon {
    match state {
        RoomState::Joined => Icon::MessageCircle,
        RoomState::Waiting => Icon::Hourglass,
        RoomState::Knocking => Icon::Hand,
        RoomState::Rejoining => Icon::RefreshCw,
        RoomState::Left | RoomState::Removed => Icon::LogOut,
        RoomState::Refused => Icon::DoorOpen,
    }
}

/// The key of the sentence for a room that cannot be written in, if so.
pub(super) const fn standing(room: &RoomView) -> Option<&'static str> {
    match (room.state, room.reason) {
        (RoomState::Joined, _) => None,
        (RoomState::Waiting, _) => Some("room-waiting"),
        (RoomState::Knocking, _) => Some("room-knocking"),
        (RoomState::Rejoining, _) => Some("room-rejoining"),
        (RoomState::Left, _) => Some("room-left"),
        (RoomState::Removed, _) => Some("room-removed"),
        (RoomState::Refused, Some(Refusal::InviteUsed)) => Some("room-refused-used"),
        (RoomState::Refused, Some(Refusal::InviteExpired)) => Some("room-refused-expired"),
        (RoomState::Refused, Some(Refusal::InviteForged)) => Some("room-refused-forged"),
        (RoomState::Refused, _) => Some("room-refused"),
    }
}
