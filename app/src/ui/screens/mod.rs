//! What fills the window, a folder per noun. Each screen keeps its own fields and answers, sees the snapshot and the
//! look, and wishes through [`Out`](super::shell::Out); it never meets the engine, another screen or the shell.

pub mod charter;
pub mod contact;
pub mod help;
pub mod home;
pub mod profile;
pub mod room;
pub mod settings;

use super::look::Look;
use super::shell::Route;
use crate::engine::snapshot::Snapshot;

/// What a screen sees.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What to draw with.
    pub look: Look<'a>,
    /// What there is.
    pub snapshot: &'a Snapshot,
    /// Where the person is.
    pub route: Route,
}

/// Every screen's state.
#[derive(Default)]
pub struct Screens {
    /// Making a profile.
    pub welcome: profile::Welcome,
    /// Unlocking it.
    pub unlock: profile::Unlock,
    /// Today at a glance.
    pub home: home::Home,
    /// The list of rooms.
    pub rooms: room::Rooms,
    /// One room.
    pub room: room::RoomScreen,
    /// About a room.
    pub about: room::About,
    /// Somebody in a room.
    pub member: room::MemberPage,
    /// Making a room.
    pub new_room: room::NewRoom,
    /// Inviting to a room.
    pub invite: room::Invite,
    /// Using a link.
    pub join: room::Join,
    /// People.
    pub people: contact::People,
    /// One's own things.
    pub settings: settings::Settings,
    /// Help.
    pub help: help::Help,
}

impl Screens {
    /// The recovery sheet that is shown, wherever it is.
    pub fn sheet(&mut self) -> Option<&mut profile::Sheet> {
        if self.welcome.finishing() { self.welcome.sheet() } else { self.settings.recovery.sheet() }
    }

    /// Told before the page changes: links and questions of the old one are put away, drafts stay.
    pub fn leaving(&mut self, from: Route, to: Route) {
        if from == to {
            return;
        }
        match from {
            Route::Invite(_) => self.invite = Default::default(),
            Route::Join => self.join = Default::default(),
            Route::NewPerson => self.people.put_away(),
            Route::Help(_) => self.help.leave(),
            // A passphrase half typed or a sheet shown does not stay behind.
            Route::Settings | Route::Setting(_) => self.settings = Default::default(),
            Route::Room(room) if to.room() != Some(room) => self.room.leave(),
            _ => {}
        }
    }
}
