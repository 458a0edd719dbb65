//! Which page is shown.

use crypto::id::{ContactId, RoomId};

/// A page, and what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// The list of rooms, and nothing beside it yet.
    #[default]
    Rooms,
    /// One room.
    Room(RoomId),
    /// Who is in it, what it agreed on, who knocks.
    About(RoomId),
    /// Inviting somebody into it.
    Invite(RoomId),
    /// Making a room.
    NewRoom,
    /// Using a link.
    Join,
    /// The list of people.
    People,
    /// One person.
    Person(ContactId),
    /// Inviting a person.
    NewPerson,
    /// One's own things.
    Settings,
}

impl Route {
    /// The room whose messages the snapshot must hold.
    #[must_use]
    pub const fn room(self) -> Option<RoomId> {
        match self {
            Self::Room(room) | Self::About(room) | Self::Invite(room) => Some(room),
            _ => None,
        }
    }

    /// Whether it belongs to the list of people.
    #[must_use]
    pub const fn of_people(self) -> bool {
        matches!(self, Self::People | Self::Person(_) | Self::NewPerson)
    }

    /// Whether the page is a list by itself, with nothing chosen.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Rooms | Self::People)
    }

    /// The page that back leads to.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::About(room) | Self::Invite(room) => Self::Room(room),
            Self::Person(_) | Self::NewPerson => Self::People,
            _ => Self::Rooms,
        }
    }
}
