//! Which page is shown.

use crypto::id::{ContactId, MemberId, RoomId};

/// A page, and what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// Today at a glance.
    #[default]
    Home,
    /// The places that a small window's rail has no room for.
    More,
    /// The list of rooms, and nothing beside it yet.
    Rooms,
    /// One room.
    Room(RoomId),
    /// Who is in it, what it agreed on, who knocks.
    About(RoomId),
    /// One of those who are in it.
    Member(RoomId, MemberId),
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
    /// One of them, on a page of its own.
    Setting(Setting),
    /// Help, which needs nothing unlocked.
    Help(Help),
}

/// A page of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Language, size, theme, contrast, motion, simple view.
    Look,
    /// Hiding, locking, what others see.
    Privacy,
    /// A new passphrase.
    Passphrase,
    /// The recovery sheet.
    Sheet,
    /// The desktop's keyring as a way in.
    Keyring,
    /// How much is kept, and erasing a room.
    Storage,
    /// Taking everything along in one file.
    Export,
    /// Destroying the profile.
    Erase,
}

/// A page of help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Help {
    /// What help there is.
    Start,
    /// Telephone numbers of one's country.
    Crisis,
    /// Whether others can be reached, and what to do.
    Doctor,
    /// How something is done.
    How(usize),
}

impl Route {
    /// The room whose messages the snapshot must hold.
    #[must_use]
    pub const fn room(self) -> Option<RoomId> {
        match self {
            Self::Room(room) | Self::About(room) | Self::Member(room, _) | Self::Invite(room) => Some(room),
            _ => None,
        }
    }

    /// Whether it belongs to the list of rooms.
    #[must_use]
    pub const fn of_rooms(self) -> bool {
        matches!(self, Self::Rooms | Self::NewRoom | Self::Join) || self.room().is_some()
    }

    /// Whether it belongs to the list of people.
    #[must_use]
    pub const fn of_people(self) -> bool {
        matches!(self, Self::People | Self::Person(_) | Self::NewPerson)
    }

    /// Whether it belongs to the settings.
    #[must_use]
    pub const fn of_settings(self) -> bool {
        matches!(self, Self::Settings | Self::Setting(_))
    }

    /// Whether it belongs to help.
    #[must_use]
    pub const fn of_help(self) -> bool {
        matches!(self, Self::Help(_))
    }

    /// Whether the page is a list by itself, with nothing chosen.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Rooms | Self::People)
    }

    /// Whether the rail stands at the foot of a narrow window: on pages that one goes on from, not on those that one
    /// works in.
    #[must_use]
    pub const fn is_top(self) -> bool {
        matches!(self, Self::Home | Self::More | Self::Rooms | Self::People | Self::Settings | Self::Help(Help::Start))
    }

    /// The page that back leads to.
    #[must_use]
    pub const fn back(self) -> Self {
        match self {
            Self::About(room) | Self::Invite(room) => Self::Room(room),
            Self::Member(room, _) => Self::About(room),
            Self::Person(_) | Self::NewPerson => Self::People,
            Self::Setting(_) => Self::Settings,
            Self::Help(Help::Crisis | Help::Doctor | Help::How(_)) => Self::Help(Help::Start),
            Self::Home | Self::More | Self::Rooms | Self::People | Self::Settings | Self::Help(Help::Start) => {
                Self::Home
            }
            Self::Room(_) | Self::NewRoom | Self::Join => Self::Rooms,
        }
    }
}
