//! What a screen may ask of the shell.

use crypto::id::{ContactId, EntryId, MemberId, RoomId};
use egui::Theme;

use super::Route;
use crate::engine::command::Command;
use crate::engine::display::{self, DisplayPatch};
use crate::ui::widgets::banner::Tone;

/// One wish of a screen.
#[derive(Debug)]
pub enum Action {
    /// Shows another page.
    Go(Route),
    /// Shows a message where it stands in its room.
    Message(RoomId, EntryId),
    /// Asks the engine; the second says who waits for the answer.
    Ask(Command, Asked),
    /// Puts a text on the clipboard and says so with the sentence of this key.
    Copy(String, &'static str),
    /// Says the sentence of this key.
    Say(Tone, &'static str),
    /// Changes how the window looks, at once and for good.
    Display(DisplayPatch),
    /// Ends Hearth as Ctrl+Q does: asks first where something would be lost.
    Quit,
    /// Closes the window for good.
    Close,
    /// Puts the window away; Hearth goes on, and its status item calls it back.
    Background,
}

/// Who waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The page that makes a profile.
    Create,
    /// The page that brings one along.
    Import,
    /// The page that unlocks it.
    Unlock,
    /// The same, by the desktop's keyring.
    UnlockByKeyring,
    /// The same, where another program had the profile.
    Claim,
    /// The same, by a recovery sheet.
    Recover,
    /// Whoever shows a recovery sheet.
    Sheet,
    /// The same: writing it to a file.
    SheetSaved,
    /// The page that makes a room.
    NewRoom,
    /// The page that invites to a room.
    RoomLink(RoomId),
    /// The page that invites a person.
    ContactLink,
    /// The page that joins: what a link leads to.
    Preview,
    /// The page that joins: the step itself.
    Join,
    /// The same, for a person's link.
    Accept,
    /// The page that joins: the link in a picture.
    Picture,
    /// The page about a person.
    Safety(ContactId),
    /// The page about somebody in a room.
    Member(RoomId, MemberId),
    /// The field that finds, by the number of the search.
    Found(u64),
    /// The room's page: a sent text, which goes back into the field where it was refused.
    Sent(RoomId),
    /// The settings page.
    Saved,
    /// The settings: a new passphrase.
    Passphrase,
    /// The settings: the desktop's keyring.
    Keyring,
    /// The settings: how much is kept.
    Storage,
    /// The settings: a copy in a file.
    Export,
    /// The settings: the end.
    Erase,
    /// Nobody; a fault is still said.
    Quiet,
    /// Nobody, not even where it fails.
    Nothing,
}

/// What a screen wishes for, in order.
#[derive(Debug, Default)]
pub struct Out(Vec<Action>);

impl Out {
    /// Shows another page.
    pub fn go(&mut self, route: Route) {
        self.0.push(Action::Go(route));
    }

    /// Asks the engine.
    pub fn ask(&mut self, command: Command, asked: Asked) {
        self.0.push(Action::Ask(command, asked));
    }

    /// Anything else.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub(super) fn take(self) -> Vec<Action> {
        self.0
    }
}

/// The theme to show where one was chosen and the desktop says another.
pub(super) const fn theme(chosen: display::Theme, desktop: Theme) -> Theme {
    match chosen {
        display::Theme::System => desktop,
        display::Theme::Light => Theme::Light,
        display::Theme::Dark => Theme::Dark,
    }
}
